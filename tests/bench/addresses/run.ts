/** The parts of the benchmark, one after another: files for the children, what the children said. */
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

/** What a child may use of memory. */
const GIGABYTES = 4;
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** Runs a task in a process of its own. What it said before it failed is kept; `failed` says how it ended. */
export async function runInChild(
  task: BenchTask,
  minutes: number,
): Promise<TaskReport & { failed?: string }> {
  const said: TaskReport = {};
  let words = '';
  const child = fork(CHILD, [JSON.stringify(task)], {
    execArgv: [`--max-old-space-size=${GIGABYTES * 1024}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (data: Buffer) => (words = (words + data.toString()).slice(-20_000)));
  child.on('message', (report: TaskReport) => Object.assign(said, report));
  const timer = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  if (code === 0) return said;
  if (child.killed) return { ...said, failed: `не уложился в ${minutes} мин` };
  const [, reason = words.trim().split('\n').at(-1) ?? ''] = /^\w*Error\b[^:]*: (.*?)\.?$/m.exec(words) ?? [];
  const full = words.includes('heap out of memory') || words.includes('allocation failed');
  return { ...said, failed: full ? `не поместился в ${GIGABYTES} ГБ` : reason || `код ${String(code)}` };
}

export type FileContentKind =
  'manifest' | 'towns' | 'root' | 'bundle' | 'inverted' | 'houses' | 'former' | 'other';
const LETTERS: Record<string, FileContentKind> = {
  '': 'root',
  b: 'bundle',
  i: 'inverted',
  h: 'houses',
  f: 'former',
  t: 'towns',
};

/** What a file of the index holds, as its name tells (see `widgets/addresses/index/format.ts`). */
function kindOf(name: string): FileContentKind {
  if (name === 'manifest.json') return 'manifest';
  return LETTERS[/^\d\d([a-z]?)-/.exec(name)?.[1] ?? '?'] ?? 'other';
}

/** Bytes of the files of each kind. */
export function fileSizesByKind(index: string): Partial<Record<FileContentKind, number[]>> {
  const files: Partial<Record<FileContentKind, number[]>> = {};
  for (const name of readdirSync(index)) (files[kindOf(name)] ??= []).push(statSync(join(index, name)).size);
  return files;
}

export function emptyFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The queries of all regions in `asked`, in turn, so that any beginning of a class is spread over the regions. */
export function generateQueries(
  regions: KladrRegion[],
  said: KladrData['longTypes'],
  count: number,
  typed: number,
): QuerySet {
  const many = regions.length > 1;
  const queries = {} as Record<QueryClass, BenchQuery[]>;
  const each = regions.map((region) => new QueryGenerator(region, said, many ? region.region : ''));
  for (const name of Object.keys(QUERY_CLASSES) as QueryClass[])
    queries[name] = inTurn(each.map((questions) => questions.generate(name, Math.ceil(count / each.length))));
  const targets: TypingTarget[] = inTurn(
    each.map((questions) => questions.generateTargets(Math.ceil(typed / each.length))),
  );
  return { queries, targets };
}

function inTurn<Value>(lists: Value[][]): Value[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}

/** Writes what the peers index: a line a record, the best known places of a region first. */
export async function writeRecords(file: string, { regions, longTypes }: KladrData): Promise<string> {
  const out = createWriteStream(file);
  for (const { region, title, localities, streets, former } of regions) {
    const most = Math.max(1, ...localities.map(({ streets }) => streets));
    const called = (kind: 'place' | 'street', { type }: KladrObject) =>
      `${type} ${longTypes[kind].get(type) ?? ''}`;
    const record = (object: KladrLocality | KladrStreet, label: string) => {
      const place = isStreet(object) ? object.locality : object;
      const types = [called('place', place), ...(isStreet(object) ? [called('street', object)] : [])];
      const known =
        Math.min(place.status, 2) * 0.2 + (place.streets / most) * 0.4 + (isStreet(object) ? 0 : 0.1);
      return {
        known,
        cells: [region, fullCode(object), `${title}, ${label}`, [...types, ...object.postcodes].join(' ')],
      };
    };
    const records = [
      ...[...localities, ...streets].map((object) => record(object, addressLabelOf(object))),
      ...former.map((one) => record(one.now, formerLabelOf(one))),
    ].sort((a, b) => b.known - a.known);
    for (const { cells, known } of records)
      if (!out.write(`${[...cells, known.toFixed(3)].join('\t')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return file;
}

/** The same files but DOMA, for an index without houses. */
export function linkWithoutHouses(from: string, folder: string): string {
  emptyFolder(folder);
  for (const name of readdirSync(from).filter((name) => !/^DOMA/i.test(name)))
    symlinkSync(resolve(from, name), join(folder, name));
  return folder;
}

export function writeJson(file: string, value: unknown): string {
  writeFileSync(file, JSON.stringify(value));
  return file;
}
