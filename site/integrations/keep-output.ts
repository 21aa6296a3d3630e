import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import type { OutputFolder } from './output-folder.ts';

/** Has a build keep what is the same in its folder. It stands before everything that writes there. */
export function keepOutput(output: OutputFolder): AstroIntegration {
  let [folder, cache] = ['', ''];
  return {
    name: 'okno:keep-output',
    hooks: {
      // Astro would empty the folder.
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:config:done': ({ config }) => {
        [folder, cache] = [fileURLToPath(config.outDir), fileURLToPath(config.cacheDir)];
      },
      'astro:build:start': () => {
        output.begin(folder, cache);
      },
      'astro:build:done': ({ assets }) => {
        for (const page of [...assets.values()].flat()) output.claim(fileURLToPath(page));
      },
    },
  };
}
