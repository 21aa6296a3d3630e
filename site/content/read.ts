import * as v from 'valibot';

import { COLLECTIONS, collectionOf, type Collection, type Facts } from '../catalogue/collections.ts';
import type { RegionContent } from '../catalogue/region.ts';
import { report, type Fault } from './fault.ts';
import { contentFolder, readFolder } from './folder.ts';
import { faultAt, readSource, type Source } from './source.ts';

/** One content file as it was read. */
export interface Entry<C extends Collection> {
  /** The file's name without folder and ending. */
  id: string;
  data: Facts<C>;
  /** The text below the facts, in Markdown; empty where the whole file is YAML. */
  body: string;
}

/** What has become of one file: the entry only where nothing is wrong with it. */
interface Reading<C extends Collection> {
  source?: Source;
  entry?: Entry<C>;
  faults: Fault[];
}

/** Reads one file: YAML with its lines, then the schema of its collection. */
export function readFile<C extends Collection>(file: string, collection: C, text: string): Reading<C> {
  const { source, faults } = readSource(file, collection, text);
  if (!source) return { faults };
  const schema: v.GenericSchema = COLLECTIONS[collection].schema;
  const result = v.safeParse(schema, source.facts);
  if (!result.success) return { source, faults: [...faults, ...result.issues.map(faultOf(source))] };
  if (faults.length) return { source, faults };
  const { id, body = '' } = source;
  return { source, entry: { id, data: result.output as Facts<C>, body }, faults };
}

const faultOf = (source: Source) => (issue: v.BaseIssue<unknown>) => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const value = issue.message.startsWith('unknown:') ? path.at(-1) : issue.input;
  return faultAt(source, path, { key: issue.message, value });
};

/** Reads the files of one collection, in the order of their names. Files with faults give no entry. */
export function readCollection<C extends Collection>(
  collection: C,
  folder = contentFolder(),
): { entries: Entry<C>[]; faults: Fault[] } {
  const files = readFolder(folder, (file) => collectionOf(file) === collection);
  const readings = [...files].map(([file, text]) => readFile(file, collection, text));
  return {
    entries: readings.flatMap(({ entry }) => entry ?? []),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

/** The entries of one collection. Throws where a file is not as its schema says. */
export function readEntries<C extends Collection>(collection: C, folder?: string): Entry<C>[] {
  const { entries, faults } = readCollection(collection, folder);
  if (faults.length) throw new Error(report(faults));
  return entries;
}

/** The region, for what runs outside of Astro. Throws when `region.yaml` is missing or not as its schema says. */
export function readRegion(folder = contentFolder()): RegionContent {
  const [entry] = readEntries('region', folder);
  if (!entry) throw new Error('content/region.yaml: нет этого файла');
  return entry.data;
}
