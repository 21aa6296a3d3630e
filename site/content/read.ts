import * as v from 'valibot';

import { COLLECTIONS, collectionOf, type Collection, type ContentData } from '../catalogue/collections.ts';
import { nearestWord } from '../catalogue/messages.ts';
import type { RegionContent } from '../catalogue/region.ts';
import type { ContentEntry } from './content-entry.ts';
import { formatIssues, type ContentIssue } from './content-issue.ts';
import { contentFolder, readContentFolder } from './folder.ts';
import { hashOfText, knownEntries } from './known-content.ts';
import { FIELD_SEPARATOR, issueAt, parseContentFile, type ParsedFile } from './parsed-file.ts';
import { processMap } from './process-map.ts';

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

/**
 * Lets go of texts, and of facts as editors wrote them: when a build has checked the content, it needs the entries only. Of 10,000 cards
 * the rest is half a gigabyte.
 */
export function keepEntriesOnly(): void {
  for (const [file, { text, reading }] of readBefore)
    if (reading.entry) knownEntries.keep(file, hashOfText(text), reading.entry);
  readBefore.clear();
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
  return { parsed, entry: { id, data: result.output as ContentData<C>, body }, issues };
}

/** Makes a function that turns an issue of valibot, whose message is a key of `messages.ts`, into an issue of this file. */
const issueFrom = (parsed: ParsedFile) => (issue: v.BaseIssue<unknown>) => {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const value = issue.message.startsWith('unknown:') ? path.at(-1) : issue.input;
  // A text with a colon in it is a group of fields for YAML: `- Часы: с 9 до 18`.
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (issue.message === 'text' && isGroup)
    return issueAt(parsed, path, {
      key: `textWithColon:${Object.entries(value)[0]?.map(String).join(': ') ?? ''}`,
    });
  const isListOfGlued = issue.message === 'list' && typeof value === 'string' && /^-\S/.test(value);
  return issueAt(parsed, path, { key: isListOfGlued ? 'gluedHyphen' : issue.message, value });
};

/**
 * Issues without those that one fault causes besides the first: of a field only the first, none where the YAML has lost a text, and no
 * missing field that is there under a misspelt name.
 */
function withoutEchoes(issues: readonly ContentIssue[]): ContentIssue[] {
  const lostTextLines = new Set(issues.flatMap(({ field, line }) => (field ? [] : [line])));
  const misspelt = new Set(issues.flatMap((issue) => meantField(issue) ?? []));
  return issues.filter(
    ({ field, line, source }, i) =>
      !field ||
      (issues.findIndex((other) => other.field === field) === i &&
        !lostTextLines.has(line) &&
        !(source?.key.startsWith('missing:') && misspelt.has(field))),
  );
}

/** The field that was probably meant by a name that does not exist. */
function meantField({ field, source }: ContentIssue): string | undefined {
  const [, names] = /^unknown:(.*)$/su.exec(source?.key ?? '') ?? [];
  if (names === undefined) return undefined;
  const path = field.split(FIELD_SEPARATOR);
  const meant = nearestWord(path.pop() ?? '', names.split('|'));
  return meant === undefined ? undefined : [...path, meant].join(FIELD_SEPARATOR);
}

/** Reads the files of one collection, in the order of their names. Files with issues give no entry. */
export function readCollection<C extends Collection>(
  collection: C,
  folder = contentFolder(),
): { entries: ContentEntry<C>[]; issues: ContentIssue[] } {
  const files = readContentFolder(folder, (file) => collectionOf(file) === collection);
  const readings = [...files].map(([file, text]): Pick<ReadResult<C>, 'entry' | 'issues'> => {
    const hash = hashOfText(text);
    const known = knownEntries.find(file, hash);
    if (known) return { entry: known as ContentEntry<C>, issues: [] };
    const reading = readText(file, collection, text);
    if (reading.entry) knownEntries.keep(file, hash, reading.entry);
    return reading;
  });
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
