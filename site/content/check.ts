import { COLLECTIONS, collectionOf, type Collection } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';
import { readContentFile, type ReadResult } from './read.ts';
import { findReferences } from './references.ts';
import { issueAt, type ParsedFile } from './parsed-file.ts';

/**
 * Checks all content files at once: `files` maps a path below `content/` to its text. The issues are sorted by file and line; no
 * issue means that the catalogue can be built.
 */
export function checkContent(files: ReadonlyMap<string, string>): ContentIssue[] {
  const known = new Set([...files.keys()].map((file) => file.replace(/\.[a-z]+$/, '')));
  const issues = [...files].flatMap(([file, text]) => {
    const collection = collectionOf(file);
    return collection ? fileIssues(readContentFile(file, collection, text), known) : [];
  });
  return [...issues, ...regionIssues(known), ...folderIssues([...files.keys()])].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
}

const fileIssues = (
  { parsed, issues }: ReadResult<Collection>,
  known: ReadonlySet<string>,
): ContentIssue[] =>
  parsed ? [...issues, ...referenceIssues(parsed, known), ...bodyIssues(parsed)] : issues;

/** Beside the collections: `npm run addresses` reads it. */
const ADDRESSES = 'addresses';

/** Folders that no collection has, and files of `search/` that none is, each folder once. */
function folderIssues(files: readonly string[]): ContentIssue[] {
  const folderOf = (file: string) => file.slice(0, Math.max(0, file.lastIndexOf('/')));
  const stray = files.filter((file) => !collectionOf(file) && !['', ADDRESSES].includes(folderOf(file)));
  return stray
    .filter((file, i) => stray.findIndex((other) => folderOf(other) === folderOf(file)) === i)
    .map((file) => {
      const key = `folder:${Object.keys(COLLECTIONS).join('|')}`;
      return { file, line: 1, field: '', ...issueTextFor(key, file) };
    });
}

/** A catalogue without its region: every page names it. */
function regionIssues(known: ReadonlySet<string>): ContentIssue[] {
  return known.has('region')
    ? []
    : [{ file: 'region.yaml', line: 1, field: '', ...issueTextFor('noRegion') }];
}

/** Files that are named and not there, and an agency that names itself. */
function referenceIssues(parsed: ParsedFile, known: ReadonlySet<string>): ContentIssue[] {
  const { collection, id, rawData } = parsed;
  const issues: ContentIssue[] = [];
  for (const { path, target } of findReferences(COLLECTIONS[collection].schema, rawData)) {
    const { extension } = COLLECTIONS[target.split('/')[0] as Collection];
    if (!known.has(target)) issues.push(issueAt(parsed, path, { key: `ref:${target}${extension}` }));
    if (collection === 'agencies' && target === `agencies/${id}`)
      issues.push(issueAt(parsed, path, { key: 'parentLoop' }));
  }
  if (collection === 'forms' && !known.has(`services/${id}`))
    issues.push(issueAt(parsed, [], { key: 'formService' }));
  return issues;
}

/** A card without steps, and a page without text. */
function bodyIssues(parsed: ParsedFile): ContentIssue[] {
  const { collection, body, bodyLine } = parsed;
  if (collection === 'services' && !/^1[.)] \S/m.test(body ?? ''))
    return [issueAt(parsed, [], { key: 'steps', line: bodyLine })];
  if (body !== undefined && collection !== 'life-events' && !body.trim())
    return [issueAt(parsed, [], { key: 'body', line: bodyLine })];
  return [];
}
