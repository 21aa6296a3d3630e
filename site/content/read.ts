import * as v from 'valibot';

import { COLLECTIONS, collectionOf, type Collection, type ContentData } from '../catalogue/collections.ts';
import type { RegionContent } from '../catalogue/region.ts';
import { formatIssues, type ContentIssue } from './content-issue.ts';
import { contentFolder, readContentFolder } from './folder.ts';
import { issueAt, parseContentFile, type ParsedFile } from './parsed-file.ts';

/** One content file as it was read. */
export interface ContentEntry<C extends Collection> {
  /** The file's name without folder and ending. */
  id: string;
  data: ContentData<C>;
  /** The text below the facts, in Markdown; empty where the whole file is YAML. */
  body: string;
}

/** What has become of one file: the entry only where nothing is wrong with it. */
interface ReadResult<C extends Collection> {
  source?: ParsedFile;
  entry?: ContentEntry<C>;
  faults: ContentIssue[];
}

/** Reads one file: YAML with its lines, then the schema of its collection. */
export function readContentFile<C extends Collection>(
  file: string,
  collection: C,
  text: string,
): ReadResult<C> {
  const { source, faults } = parseContentFile(file, collection, text);
  if (!source) return { faults };
  const schema: v.GenericSchema = COLLECTIONS[collection].schema;
  const result = v.safeParse(schema, source.rawData);
  if (!result.success) return { source, faults: [...faults, ...result.issues.map(issueFrom(source))] };
  if (faults.length) return { source, faults };
  const { id, body = '' } = source;
  return { source, entry: { id, data: result.output as ContentData<C>, body }, faults };
}

const issueFrom = (source: ParsedFile) => (issue: v.BaseIssue<unknown>) => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const value = issue.message.startsWith('unknown:') ? path.at(-1) : issue.input;
  return issueAt(source, path, { key: issue.message, value });
};

/** Reads the files of one collection, in the order of their names. Files with faults give no entry. */
export function readCollection<C extends Collection>(
  collection: C,
  folder = contentFolder(),
): { entries: ContentEntry<C>[]; faults: ContentIssue[] } {
  const files = readContentFolder(folder, (file) => collectionOf(file) === collection);
  const readings = [...files].map(([file, text]) => readContentFile(file, collection, text));
  return {
    entries: readings.flatMap(({ entry }) => entry ?? []),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

/** The entries of one collection. Throws where a file is not as its schema says. */
export function readEntries<C extends Collection>(collection: C, folder?: string): ContentEntry<C>[] {
  const { entries, faults } = readCollection(collection, folder);
  if (faults.length) throw new Error(formatIssues(faults));
  return entries;
}

/** The region, for what runs outside of Astro. Throws when `region.yaml` is missing or not as its schema says. */
export function readRegion(folder = contentFolder()): RegionContent {
  const [entry] = readEntries('region', folder);
  if (!entry) throw new Error('content/region.yaml: нет этого файла');
  return entry.data;
}
