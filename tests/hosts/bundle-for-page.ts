import { build } from 'vite';

/** A module with all that it imports as one script, which runs in any page. What it exports is in a variable, `name`. */
export async function bundleForPage(entry: string, name: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name } },
  });
  const [{ output }] = made as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
