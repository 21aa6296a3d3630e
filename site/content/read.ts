import * as v from 'valibot';

import { COLLECTIONS, collectionOf, type Collection, type ContentData } from '../catalogue/collections.ts';
import type { RegionContent } from '../catalogue/region.ts';
import type { ContentEntry } from './content-entry.ts';
import { formatIssues, type ContentIssue } from './content-issue.ts';
import { contentFolder, readContentFolder } from './folder.ts';
import { hashOfText, knownEntries } from './known-content.ts';
import { parseContentFile, type ParsedFile } from './parsed-file.ts';
import { processMap } from './process-map.ts';
import { issueFrom, withoutEchoes } from './schema-issues.ts';

/** What reading one file gives. */
export interface ReadResult<C extends Collection> {
  /** Absent if the YAML cannot be read. */
  parsed?: ParsedFile;
  /** Absent if there are issues. */
  entry?: ContentEntry<C>;
  /** In the order of the schema. */
  issues: ContentIssue[];
}

/** What the check has read without an issue, by path and text: it asks for a file several times. */
const readBefore = processMap<string, { text: string; reading: ReadResult<Collection> }>('read');
/** Entries that stay as they are until the process ends, by folder and collection. */
const settled = processMap<string, ContentEntry<Collection>[]>('settled');
const settledName = (folder: string, collection: Collection) => `${folder} ${collection}`;

/**
 * Lets go of texts, and of facts as editors wrote them: when the content is checked, only entries are needed. Of 10,000 cards the rest
 * is half a gigabyte.
 */
export function keepEntriesOnly(): void {
  for (const [file, { reading }] of readBefore)
    if (reading.entry) knownEntries.keep(file, reading.entry.hash, reading.entry);
  readBefore.clear();
}

/** Says that a checked folder stays as it is until the process ends, as in a build: its files are not read again. */
export function settleContent(folder: string, files: ReadonlyMap<string, string>): void {
  keepEntriesOnly();
  for (const [file, text] of files) {
    const collection = collectionOf(file);
    if (!collection) continue;
    const name = settledName(folder, collection);
    const entries = settled.get(name) ?? [];
    settled.set(name, entries);
    const { entry } = readEntry(file, collection, text);
    if (entry) entries.push(entry);
  }
}

/** Reads one file: its YAML, then the schema of its collection. */
export function readContentFile<C extends Collection>(
  file: string,
  collection: C,
  text: string,
): ReadResult<C> {
  const before = readBefore.get(file);
  if (before?.text === text) return before.reading as ReadResult<C>;
  const reading = readText(file, collection, text);
  if (reading.entry) readBefore.set(file, { text, reading });
  return reading;
}

function readText<C extends Collection>(file: string, collection: C, text: string): ReadResult<C> {
  const { parsed, issues } = parseContentFile(file, collection, text);
  if (!parsed) return { issues };
  const schema: v.GenericSchema = COLLECTIONS[collection].schema;
  const result = v.safeParse(schema, parsed.rawData);
  if (!result.success)
    return { parsed, issues: withoutEchoes([...issues, ...result.issues.map(issueFrom(parsed))]) };
  if (issues.length) return { parsed, issues };
  const { id, body = '' } = parsed;
  const data = result.output as ContentData<C>;
  return { parsed, entry: { id, data, body, hash: hashOfText(text) }, issues };
}

/** The entry of a file, as it was read before or read now. */
function readEntry<C extends Collection>(
  file: string,
  collection: C,
  text: string,
): Pick<ReadResult<C>, 'entry' | 'issues'> {
  const known = knownEntries.find(file, hashOfText(text));
  if (known) return { entry: known as ContentEntry<C>, issues: [] };
  const reading = readText(file, collection, text);
  if (reading.entry) knownEntries.keep(file, reading.entry.hash, reading.entry);
  return reading;
}

/** Reads the files of one collection, in the order of their names. Files with issues give no entry. */
export function readCollection<C extends Collection>(
  collection: C,
  folder = contentFolder(),
): { entries: ContentEntry<C>[]; issues: ContentIssue[] } {
  const entries = settled.get(settledName(folder, collection));
  if (entries) return { entries: entries as ContentEntry<C>[], issues: [] };
  const files = readContentFolder(folder, (file) => collectionOf(file) === collection);
  const readings = [...files].map(([file, text]) => readEntry(file, collection, text));
  return {
    entries: readings.flatMap(({ entry }) => entry ?? []),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

/** The entries of one collection. Throws an `Error` with all issues, in Russian, if there are any. */
export function readEntries<C extends Collection>(collection: C, folder?: string): ContentEntry<C>[] {
  const { entries, issues } = readCollection(collection, folder);
  if (issues.length) throw new Error(formatIssues(issues));
  return entries;
}

/** The region, for what runs outside of Astro. Throws an `Error` in Russian if `region.yaml` is missing or has issues. */
export function readRegion(folder = contentFolder()): RegionContent {
  const [entry] = readEntries('region', folder);
  if (!entry) throw new Error('content/region.yaml: нет этого файла');
  return entry.data;
}
