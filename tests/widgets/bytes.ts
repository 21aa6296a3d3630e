import { gzipSync } from 'node:zlib';

import { build, type Plugin, type Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/**
 * KiB of code, gzip, before the first step of each widget: `okno.js`, what it starts, the module of the element, and what these
 * import. A budget is raised only for what a citizen gets by it.
 */
const BUDGETS: Record<string, number> = {
  'okno.js': 1.9,
  'application-form': 26.3,
  'status-tracker': 15.7,
  'rating-form': 19.7,
  'complaint-form': 20,
  'my-applications': 15,
  'sign-in': 15.7,
  'instant-service': 18,
  'rating-summary': 14.4,
  'address-field': 20,
  'address-field.js': 14,
};

/** Builds the widgets as a release does, with `more` plugins, and weighs what has a budget. Takes some seconds. */
export async function weighWidgets(more: Plugin[] = []): Promise<Record<string, number>> {
  const made = await build({
    configFile: 'widgets/vite.config.ts',
    logLevel: 'silent',
    plugins: more,
    build: { write: false },
  });
  const files = [made].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunks = files.filter((file) => file.type === 'chunk');
  const weigh = (name: string) => {
    const first = modulesOf(name).map((module) => chunkOf(chunks, module));
    return closure(chunks, first).reduce((sum, { code }) => sum + kib(code), 0);
  };
  return Object.fromEntries(Object.keys(BUDGETS).map((name) => [name, weigh(name)]));
}

/** The widgets that are over their budget: `rating-form: 19.10 KiB of 18.5`. */
export const overBudget = (sizes: Record<string, number>): string[] =>
  Object.entries(BUDGETS)
    .filter(([name, budget]) => (sizes[name] ?? Infinity) > budget)
    .map(([name, budget]) => `${name}: ${sizes[name]?.toFixed(2) ?? 'no'} KiB of ${budget}`);

const kib = (content: string | Uint8Array) => gzipSync(content, { level: 9 }).length / 1024;

/** The modules that a page asks for to show a widget. */
function modulesOf(name: string): string[] {
  // The address field is the same file whoever loads it.
  const field = 'address-field/stand-alone.ts';
  if (name === 'address-field.js') return [field];
  if (name === 'okno.js') return ['widgets/okno.ts'];
  return ['widgets/okno.ts', 'portal/provide.ts', name === 'address-field' ? field : `${name}/register.ts`];
}

function chunkOf(chunks: readonly Chunk[], module: string): Chunk {
  const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
  if (!chunk) throw new Error(`The build has no file for ${module}.`);
  return chunk;
}

/** Some files and all that they import before they run, each once. */
function closure(chunks: readonly Chunk[], first: readonly Chunk[]): Chunk[] {
  const reached = new Set(first);
  // A loop over a set also reaches what is added meanwhile.
  for (const { imports } of reached)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) reached.add(chunk);
  return [...reached];
}
