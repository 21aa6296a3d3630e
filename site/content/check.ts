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
  // Paths without extension: `services/detskiy-sad`.
  const knownFiles = new Set([...files.keys()].map((file) => file.replace(/\.[a-z]+$/, '')));
  const issues = [...files].flatMap(([file, text]) => {
    const collection = collectionOf(file);
    return collection ? fileIssues(readContentFile(file, collection, text), knownFiles) : [];
  });
  return [...issues, ...regionIssues(knownFiles), ...folderIssues([...files.keys()])].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
}

/** All issues of one file. References and body are checked only if the YAML could be read. */
const fileIssues = (
  { parsed, issues }: ReadResult<Collection>,
  knownFiles: ReadonlySet<string>,
): ContentIssue[] =>
  parsed ? [...issues, ...referenceIssues(parsed, knownFiles), ...bodyIssues(parsed)] : issues;

/** A folder of `content/` that is no collection: `npm run addresses` reads it. */
const ADDRESS_FOLDER = 'addresses';

/** Issues of files that belong to no collection: `servises/x.md`, `search/x.yaml`. Each folder gives one issue. */
function folderIssues(files: readonly string[]): ContentIssue[] {
  const folderOf = (file: string) => file.slice(0, Math.max(0, file.lastIndexOf('/')));
  const strayFiles = files.filter(
    (file) => !collectionOf(file) && !['', ADDRESS_FOLDER].includes(folderOf(file)),
  );
  return strayFiles
    .filter((file, i) => strayFiles.findIndex((other) => folderOf(other) === folderOf(file)) === i)
    .map((file) => {
      const key = `folder:${Object.keys(COLLECTIONS).join('|')}`;
      return { file, line: 1, field: '', ...issueTextFor(key, file) };
    });
}

/** An issue if the content has no `region.yaml`: every page names the region. */
function regionIssues(knownFiles: ReadonlySet<string>): ContentIssue[] {
  return knownFiles.has('region')
    ? []
    : [{ file: 'region.yaml', line: 1, field: '', ...issueTextFor('noRegion') }];
}

/** Issues of references: the named file does not exist, an agency answers to itself, a form has no service. */
function referenceIssues(parsed: ParsedFile, knownFiles: ReadonlySet<string>): ContentIssue[] {
  const { collection, id, rawData } = parsed;
  const issues: ContentIssue[] = [];
  for (const { path, target } of findReferences(COLLECTIONS[collection].schema, rawData)) {
    const { extension } = COLLECTIONS[target.split('/')[0] as Collection];
    if (!knownFiles.has(target)) issues.push(issueAt(parsed, path, { key: `ref:${target}${extension}` }));
    if (collection === 'agencies' && target === `agencies/${id}`)
      issues.push(issueAt(parsed, path, { key: 'parentLoop' }));
  }
  if (collection === 'forms' && !knownFiles.has(`services/${id}`))
    issues.push(issueAt(parsed, [], { key: 'formService' }));
  return issues;
}

/** An issue if a card has no numbered steps, or another Markdown file no text. A life event needs none. */
function bodyIssues(parsed: ParsedFile): ContentIssue[] {
  const { collection, body, bodyLine } = parsed;
  if (collection === 'services' && !/^1[.)] \S/m.test(body ?? ''))
    return [issueAt(parsed, [], { key: 'steps', line: bodyLine })];
  if (body !== undefined && collection !== 'life-events' && !body.trim())
    return [issueAt(parsed, [], { key: 'body', line: bodyLine })];
  return [];
}
