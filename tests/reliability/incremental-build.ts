import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What to build, and how much of it to change. */
interface Comparison {
  /** Where content, caches and builds are written; deleted before. */
  folder: string;
  /** Random edits between the builds. */
  edits: number;
  seed: number;
  /** A cache whose widgets and addresses the clean build takes: they have nothing to do with the edits, and take longest. */
  sharedCache?: string;
}

/**
 * Builds the catalogue, edits content, builds it again with what the first build has left, and from nothing. Gives the files that
 * differ, by their paths below the build. Throws when a build fails.
 */
export function compareBuilds({ folder, edits, seed, sharedCache }: Comparison): string[] {
  rmSync(folder, { recursive: true, force: true });
  const content = join(folder, 'content');
  cpSync('content', content, { recursive: true });
  const caches = [join(folder, 'cache'), join(folder, 'clean-cache')];
  if (sharedCache !== undefined) for (const cache of caches) copyShared(sharedCache, cache);
  const [kept, clean] = [join(folder, 'kept'), join(folder, 'clean')];
  build(content, kept, caches[0] ?? '');
  editContent(content, edits, seed);
  build(content, kept, caches[0] ?? '');
  build(content, clean, caches[1] ?? '');
  const files = new Set([...filesBelow(kept), ...filesBelow(clean)]);
  return [...files].filter((file) => !isSame(join(kept, file), join(clean, file)));
}

function copyShared(from: string, to: string): void {
  for (const part of ['okno-widgets', 'okno-addresses', 'okno-compressed'])
    if (existsSync(join(from, part))) cpSync(join(from, part), join(to, part), { recursive: true });
}

function build(content: string, out: string, cache: string): void {
  const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', out], {
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', OKNO_CONTENT: content, OKNO_CACHE: cache },
  });
  if (status !== 0)
    throw new Error(`The build ended with ${String(status)}:\n${stdout.slice(-2000)}${stderr}`);
}

/** Changes sentences, renames, adds and deletes; the same seed gives the same edits. */
function editContent(content: string, edits: number, seed: number): void {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const folders = [
    'services',
    'agencies',
    'guide',
    'glossary',
    'life-events',
    'places',
    'municipalities',
    'acts',
  ];
  for (let edit = 0; edit < edits; edit++) {
    const folder = join(content, folders[random(folders.length)] ?? 'services');
    const names = readdirSync(folder);
    const file = join(folder, names[random(names.length)] ?? '');
    const text = readFileSync(file, 'utf8');
    const copied = join(folder, `copy-${String(edit)}${/\.\w+$/.exec(file)?.[0] ?? ''}`);
    if (edit % 5 === 4) writeFileSync(copied, rename(text, edit));
    else writeFileSync(file, edit % 2 ? rename(text, edit) : `${text.trimEnd()}${changeOf(file, edit)}\n`);
  }
}

/** Another title: no two files may have the same. */
const rename = (text: string, edit: number): string =>
  text.replace(/^(название|термин): (.*?)(['"]?)$/mu, `$1: $2 ${String(edit)}$3`);
const changeOf = (file: string, edit: number): string =>
  file.endsWith('.md') ? `\n\nДобавлено: ${String(edit)}.` : `\n# Правка ${String(edit)}`;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

function isSame(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other));
  } catch {
    return false;
  }
}
