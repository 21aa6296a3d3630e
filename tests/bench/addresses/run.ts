// Longer than most: the steps of one benchmark, in their order.
/** Runs the parts of the benchmark: writes files for the child processes, collects their reports. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  createWriteStream,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { QuerySet, TaskReport, BenchTask } from './child.ts';
import { formerLabelOf, isStreet, addressLabelOf } from './read-kladr.ts';
import type { KladrData, KladrObject, KladrLocality, KladrRegion, KladrStreet } from './read-kladr.ts';
import {
  QUERY_CLASSES,
  QueryGenerator,
  type QueryClass,
  type BenchQuery,
  type TypingTarget,
} from './queries.ts';
import { fullCode } from './lexicon.ts';
import { SPELLINGS, spellAddresses, type SpellingName } from './spellings.ts';

/** Memory that a child may use. */
const GIGABYTES = 4;
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** Runs a task in a process of its own. Keeps what it has reported before it failed; `failed` says in Russian how it ended. */
export async function runInChild(
  task: BenchTask,
  minutes: number,
): Promise<TaskReport & { failed?: string }> {
  const report: TaskReport = {};
  let errors = '';
  const child = fork(CHILD, [JSON.stringify(task)], {
    execArgv: [`--max-old-space-size=${GIGABYTES * 1024}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-20_000)));
  child.on('message', (part: TaskReport) => Object.assign(report, part));
  const timer = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  if (code === 0) return report;
  if (child.killed) return { ...report, failed: `не уложился в ${minutes} мин` };
  const [, reason = errors.trim().split('\n').at(-1) ?? ''] =
    /^\w*Error\b[^:]*: (.*?)\.?$/m.exec(errors) ?? [];
  const full = errors.includes('heap out of memory') || errors.includes('allocation failed');
  return { ...report, failed: full ? `не поместился в ${GIGABYTES} ГБ` : reason || `код ${String(code)}` };
}

/** What files of the address index hold. */
export type FileContentKind =
  | 'manifest'
  | 'towns'
  | 'root'
  | 'bundle'
  | 'inverted'
  | 'houses'
  | 'former'
  | 'other';
/** By the letter behind the region in the name of a file: `22b-3f.bin` is a bundle, `22-3f.bin` a root. */
const LETTERS: Record<string, FileContentKind> = {
  '': 'root',
  b: 'bundle',
  i: 'inverted',
  h: 'houses',
  f: 'former',
  t: 'towns',
};

/** What a file of the index holds, by its name (see `widgets/addresses/index/format.ts`). */
function fileContentKindOf(name: string): FileContentKind {
  if (name === 'manifest.json') return 'manifest';
  return LETTERS[/^\d\d([a-z]?)-/.exec(name)?.[1] ?? '?'] ?? 'other';
}

/** Bytes of the files of each kind. */
export function fileSizesByKind(index: string): Partial<Record<FileContentKind, number[]>> {
  const files: Partial<Record<FileContentKind, number[]>> = {};
  for (const name of readdirSync(index))
    (files[fileContentKindOf(name)] ??= []).push(statSync(join(index, name)).size);
  return files;
}

/** Makes a folder, or empties it; gives its path. */
export function emptyFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The queries of all regions in `asked`, in turn, so that any beginning of a class is spread over the regions. */
export function generateQueries(
  regions: KladrRegion[],
  longTypes: KladrData['longTypes'],
  count: number,
  typed: number,
): QuerySet {
  const many = regions.length > 1;
  const queries = {} as Record<QueryClass, BenchQuery[]>;
  const generators = regions.map(
    (region) => new QueryGenerator(region, longTypes, many ? region.region : ''),
  );
  for (const name of Object.keys(QUERY_CLASSES) as QueryClass[])
    queries[name] = inTurn(
      generators.map((generator) => generator.generate(name, Math.ceil(count / generators.length))),
    );
  const targets: TypingTarget[] = inTurn(
    generators.map((generator) => generator.generateTargets(Math.ceil(typed / generators.length))),
  );
  const spelt = regions.map((region) =>
    spellAddresses(region, longTypes, {
      count: Math.ceil(count / 4 / regions.length),
      within: many ? region.region : '',
    }),
  );
  const spellings = {} as QuerySet['spellings'];
  for (const name of Object.keys(SPELLINGS) as SpellingName[])
    spellings[name] = inTurn(spelt.map((ofRegion) => ofRegion[name]));
  return { queries, targets, spellings };
}

/** Mixes lists: `inTurn([[1, 2, 3], [10]])` is `[1, 10, 2, 3]`. */
function inTurn<Value>(lists: Value[][]): Value[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}

/**
 * Writes the records that the peers index, a line each, the most important of a region first: region, КЛАДР code, label, types and
 * postcodes, importance, with tabs between.
 */
export async function writeRecords(file: string, { regions, longTypes }: KladrData): Promise<string> {
  const out = createWriteStream(file);
  for (const { region, title, localities, streets, former } of regions) {
    const most = Math.max(1, ...localities.map(({ streets }) => streets));
    const typeNames = (kind: 'place' | 'street', { type }: KladrObject) =>
      `${type} ${longTypes[kind].get(type) ?? ''}`;
    const record = (object: KladrLocality | KladrStreet, label: string) => {
      const place = isStreet(object) ? object.locality : object;
      const types = [typeNames('place', place), ...(isStreet(object) ? [typeNames('street', object)] : [])];
      const importance =
        Math.min(place.status, 2) * 0.2 + (place.streets / most) * 0.4 + (isStreet(object) ? 0 : 0.1);
      return {
        importance,
        cells: [region, fullCode(object), `${title}, ${label}`, [...types, ...object.postcodes].join(' ')],
      };
    };
    const records = [
      ...[...localities, ...streets].map((object) => record(object, addressLabelOf(object))),
      ...former.map((one) => record(one.now, formerLabelOf(one))),
    ].sort((a, b) => b.importance - a.importance);
    for (const { cells, importance } of records)
      if (!out.write(`${[...cells, importance.toFixed(3)].join('\t')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return file;
}

/** Links КЛАДР files but DOMA into a folder, for an index without houses; gives its path. */
export function linkWithoutHouses(from: string, folder: string): string {
  emptyFolder(folder);
  for (const name of readdirSync(from).filter((name) => !/^DOMA/i.test(name)))
    symlinkSync(resolve(from, name), join(folder, name));
  return folder;
}

/** Writes a value as JSON; gives the path. */
export function writeJson(file: string, value: unknown): string {
  writeFileSync(file, JSON.stringify(value));
  return file;
}
