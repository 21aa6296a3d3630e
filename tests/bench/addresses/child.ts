// Longer than most: one process, which runs any of three tasks.
/** Runs one part of the benchmark in a process of its own, so that its memory can be measured. Reports by messages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { folderFetch } from '../../../widgets/addresses/build/folder-fetch.ts';
import { importAddresses } from '../../../widgets/addresses/build/import.ts';
import { openAddressIndex } from '../../../widgets/addresses/suggest/reader.ts';
import {
  measureQueries,
  MAX_SUGGESTIONS,
  measureTyping,
  type AskEngine,
  type ClassResult,
  type TypingResult,
} from './measure.ts';
import { PEERS, type PeerName, type PeerRecord } from './peers.ts';
import type { QueryClass, BenchQuery, TypingTarget } from './queries.ts';
import type { SpellingName } from './spellings.ts';

/** What a child process is asked to do. */
export type BenchTask =
  | { what: 'build'; from: string; out: string }
  | { what: 'okno'; index: string; queries: string }
  | { what: 'peer'; name: PeerName; records: string; queries: string; folder: string; seconds: number };

/** All that the engines are asked. */
export interface QuerySet {
  /** Queries class by class. */
  queries: Record<QueryClass, BenchQuery[]>;
  /** Addresses to be typed letter by letter. */
  targets: TypingTarget[];
  /** Addresses as documents, sites and people write them. */
  spellings: Record<SpellingName, BenchQuery[]>;
}

/** Requests and bytes of one query, asked of a reader that has nothing yet. */
export interface ColdQueryCost {
  requests: number;
  bytes: number;
}

/** What a child process has measured; each part comes as soon as it is known. */
export interface TaskReport {
  /** Seconds to build the index, and megabytes that the process had at most by then. */
  built?: { seconds: number; memory: number };
  classes?: Record<QueryClass, ClassResult>;
  typing?: TypingResult;
  spellings?: Record<SpellingName, ClassResult>;
  cold?: Record<QueryClass, ColdQueryCost[]>;
  /** A target typed letter by letter into a reader that has nothing yet. */
  coldTyping?: ColdQueryCost[];
  /** Bytes of the index after gzip -9: of all regions if it had them all, and of the median region. */
  bytes?: { all: number | undefined; region: number };
}

/** How many queries of a class are asked of a new reader each. */
const COLD = 40;

const send = (report: TaskReport) => process.send?.(report);
const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);
const BASE = new URL('https://example.org/addresses/');

/** Our index in a folder: a function that asks it, and what that has cost since. */
function openOkno(index: string): { ask: AskEngine; cold: ColdQueryCost } {
  const cold: ColdQueryCost = { requests: 0, bytes: 0 };
  const fromFolder = folderFetch(index);
  const addresses = openAddressIndex(BASE, async (...request) => {
    const response = await fromFolder(...request);
    cold.requests++;
    cold.bytes += (await response.clone().arrayBuffer()).byteLength;
    return response;
  });
  return { cold, ask: ({ text, within }) => addresses.suggest(text, { within, limit: MAX_SUGGESTIONS }) };
}

async function build({ from, out }: Extract<BenchTask, { what: 'build' }>): Promise<void> {
  const startedAt = performance.now();
  await importAddresses({ from, out });
  send({ built: { seconds: (performance.now() - startedAt) / 1000, memory: memory() } });
}

async function measureOkno({ index, queries: file }: Extract<BenchTask, { what: 'okno' }>): Promise<void> {
  const { queries, targets, spellings } = JSON.parse(readFileSync(file, 'utf8')) as QuerySet;
  const { ask } = openOkno(index);
  const classes = await measureQueries(queries, ask, Infinity);
  send({ classes, typing: await measureTyping(targets, ask, Infinity) });
  send({ spellings: await measureQueries(spellings, ask, Infinity) });

  const cold = {} as Record<QueryClass, ColdQueryCost[]>;
  for (const name of Object.keys(queries) as QueryClass[]) {
    cold[name] = [];
    for (const query of queries[name].slice(0, COLD)) {
      const fresh = openOkno(index);
      await fresh.ask(query);
      cold[name].push(fresh.cold);
    }
  }
  const coldTyping: ColdQueryCost[] = [];
  for (const target of targets.slice(0, COLD)) {
    const fresh = openOkno(index);
    await measureTyping([target], fresh.ask, Infinity);
    coldTyping.push(fresh.cold);
  }
  send({ cold, coldTyping });
}

async function measurePeer({
  name,
  records: file,
  queries,
  folder,
  seconds,
}: Extract<BenchTask, { what: 'peer' }>) {
  const byRegion = new Map<string, PeerRecord[]>();
  for (const line of readFileSync(file).toString().trimEnd().split('\n')) {
    const [region = '', kladr = '', label = '', more = '', known] = line.split('\t');
    const records = byRegion.get(region) ?? [];
    if (records.length === 0) byRegion.set(region, records);
    records.push({ kladr, label, typesAndPostcodes: more, importance: Number(known) });
  }
  const startedAt = performance.now();
  const instances = new Map<string, { records: PeerRecord[]; search: Awaited<ReturnType<typeof make>> }>();
  const make = async (region: string, records: PeerRecord[]) =>
    PEERS[name](records, join(folder, `${name.replace(' ', '-')}-${region}`));
  for (const [region, records] of byRegion)
    instances.set(region, { records, search: await make(region, records) });
  send({ built: { seconds: (performance.now() - startedAt) / 1000, memory: memory() } });

  const [only = ''] = instances.keys();
  const querySet = JSON.parse(readFileSync(queries, 'utf8')) as QuerySet;
  const ask: AskEngine = async ({ textWithoutHouse, within, house }) => {
    const instance = instances.get(within || only);
    const ids = (await instance?.search.search(textWithoutHouse)) ?? [];
    // The peers know no houses: the house counts as found.
    return ids.map((id) => ({
      kladr: instance?.records[id]?.kladr ?? '',
      ...(house !== undefined && { house: String(house) }),
    }));
  };
  send({ classes: await measureQueries(querySet.queries, ask, seconds) });
  send({ typing: await measureTyping(querySet.targets, ask, seconds / 4) });
  send({ spellings: await measureQueries(querySet.spellings, ask, seconds / 4) });

  const sizes: number[] = [];
  for (const { search } of instances.values()) {
    let size = 0;
    for (const content of await search.files()) size += gzipSync(content, { level: 9 }).length;
    sizes.push(size);
  }
  sizes.sort((a, b) => a - b);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  send({ bytes: { all, region: sizes[sizes.length >> 1] ?? 0 } });
}

const task = JSON.parse(process.argv[2] ?? '') as BenchTask;
if (task.what === 'build') await build(task);
else if (task.what === 'okno') await measureOkno(task);
else await measurePeer(task);
process.disconnect();
