import type { Collection } from '../catalogue/collections.ts';
import type { ContentIssue } from './content-issue.ts';
import { issueAt, type ParsedFile } from './parsed-file.ts';

/** By what a reader tells a file from the others of its collection; empty where nothing does. */
export function nameOf({ collection, id, rawData }: ParsedFile): string {
  const facts = (rawData ?? {}) as Record<string, unknown>;
  const title = facts[titleField(collection)];
  // A file that has to be renamed anyway is said once.
  if (typeof title !== 'string' || collection === 'region' || !/^[a-z0-9-]+$/.test(id)) return '';
  // Two acts may have one title: «О внесении изменений» of different years.
  const marks = collection === 'acts' ? [facts['номер'], facts['дата']] : [];
  return JSON.stringify([collection, title.trim().toLowerCase().replaceAll('ё', 'е'), ...marks]);
}

const titleField = (collection: Collection): string => (collection === 'glossary' ? 'термин' : 'название');

/** An issue if a file is called as another one of its collection: a copy that was not renamed inside. */
export function nameIssues(
  parsed: ParsedFile,
  name: string,
  fileOfName: Map<string, string>,
): ContentIssue[] {
  const other = fileOfName.get(name);
  if (name && other === undefined) fileOfName.set(name, parsed.file);
  return other === undefined
    ? []
    : [issueAt(parsed, [titleField(parsed.collection)], { key: `sameTitle:${other}` })];
}
