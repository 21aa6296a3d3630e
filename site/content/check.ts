import { COLLECTIONS, collectionOf, type Collection } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';
import { exampleGiver } from './field-examples.ts';
import { markdownIssues } from './markdown-check.ts';
import { readContentFile } from './read.ts';
import { findReferences } from './references.ts';
import { issueAt, type ParsedFile } from './parsed-file.ts';
import { siteAddressesOf } from './site-addresses.ts';

/**
 * Checks all content files at once: `files` maps a path below `content/` to its text. The issues are sorted by file and line; no
 * issue means that the catalogue can be built.
 */
export function checkContent(files: ReadonlyMap<string, string>): ContentIssue[] {
  // Paths without extension: `services/detskiy-sad`.
  const knownFiles = new Set([...files.keys()].map((file) => file.replace(/\.[a-z]+$/i, '')));
  const addresses = siteAddressesOf(files);
  const readings = [...files].flatMap(([file, text]) => {
    const collection = collectionOf(file);
    return collection ? [readContentFile(file, collection, text)] : [];
  });
  // References and texts are checked only where the YAML could be read.
  const parsedFiles = readings.flatMap(({ parsed }) => parsed ?? []);
  const issues = [
    ...readings.flatMap((reading) => reading.issues),
    ...parsedFiles.flatMap((parsed) => referenceIssues(parsed, knownFiles)),
    ...parsedFiles.flatMap((parsed) => [...bodyIssues(parsed), ...markdownIssues(parsed, addresses)]),
    ...titleIssues(parsedFiles),
    ...regionIssues(knownFiles),
    ...folderIssues([...files.keys()]),
  ];
  return issues
    .map(exampleGiver(readings))
    .sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
}

/** A folder of `content/` that is no collection: `npm run addresses` reads it. */
const ADDRESS_FOLDER = 'addresses';

/** Issues of files that belong to no collection: `servises/x.md`, `search/x.yaml`. Each folder gives one issue. */
function folderIssues(files: readonly string[]): ContentIssue[] {
  // Files beside the folders have none: each is a folder of its own here.
  const folderOf = (file: string) => file.slice(0, Math.max(0, file.lastIndexOf('/'))) || file;
  const strayFiles = files.filter((file) => !collectionOf(file) && folderOf(file) !== ADDRESS_FOLDER);
  return strayFiles
    .filter((file, i) => strayFiles.findIndex((other) => folderOf(other) === folderOf(file)) === i)
    .map((file) => {
      const key = `folder:${Object.keys(COLLECTIONS).join('|')}`;
      return { file, line: 1, column: 1, field: '', ...issueTextFor(key, file) };
    });
}

/** An issue if the content has no `region.yaml`: every page names the region. */
function regionIssues(knownFiles: ReadonlySet<string>): ContentIssue[] {
  return knownFiles.has('region')
    ? []
    : [{ file: 'region.yaml', line: 1, column: 1, field: '', ...issueTextFor('noRegion') }];
}

/** Issues of references: the named file does not exist, an agency answers to itself, a form has no service. */
function referenceIssues(parsed: ParsedFile, knownFiles: ReadonlySet<string>): ContentIssue[] {
  const { collection, id, rawData } = parsed;
  const issues: ContentIssue[] = [];
  for (const { path, target } of findReferences(COLLECTIONS[collection].schema, rawData)) {
    const { extension } = COLLECTIONS[target.split('/')[0] as Collection];
    // What is no name of a file is said by the schema.
    if (!knownFiles.has(target) && /^[a-z0-9/-]+$/.test(target))
      issues.push(
        issueAt(parsed, path, { key: `ref:${target}${extension}`, value: idsBeside(target, knownFiles) }),
      );
    if (collection === 'agencies' && target === `agencies/${id}`)
      issues.push(issueAt(parsed, path, { key: 'parentLoop' }));
  }
  if (collection === 'forms' && !knownFiles.has(`services/${id}`))
    issues.push(issueAt(parsed, [], { key: 'formService' }));
  return issues;
}

/** The names of the files of a folder: of `agencies/mcf` all agencies. */
function idsBeside(target: string, knownFiles: ReadonlySet<string>): string[] {
  const folder = target.replace(/[^/]*$/u, '');
  return [...knownFiles].flatMap((file) => (file.startsWith(folder) ? [file.slice(folder.length)] : []));
}

/** Issues of files that are called as another one of their collection: a copy that was not renamed inside. */
function titleIssues(parsedFiles: readonly ParsedFile[]): ContentIssue[] {
  const fileOfTitle = new Map<string, string>();
  return parsedFiles.flatMap((parsed) => {
    const { collection, file, id, rawData } = parsed;
    const name = collection === 'glossary' ? 'термин' : 'название';
    const facts = (rawData ?? {}) as Record<string, unknown>;
    const title = facts[name];
    // A file that has to be renamed anyway is said once.
    if (typeof title !== 'string' || collection === 'region' || !/^[a-z0-9-]+$/.test(id)) return [];
    // Two acts may have one title: «О внесении изменений» of different years.
    const marks = collection === 'acts' ? [facts['номер'], facts['дата']] : [];
    const key = JSON.stringify([collection, title.trim().toLowerCase().replaceAll('ё', 'е'), ...marks]);
    const other = fileOfTitle.get(key);
    if (other !== undefined) return [issueAt(parsed, [name], { key: `sameTitle:${other}` })];
    fileOfTitle.set(key, file);
    return [];
  });
}

/** An issue if a card has no numbered steps, or another Markdown file no text. A life event needs none. */
function bodyIssues(parsed: ParsedFile): ContentIssue[] {
  const { collection, body, bodyLine } = parsed;
  if (collection === 'services' && !/^1[.)] \S/m.test(body ?? ''))
    return [issueAt(parsed, [], { key: 'steps', place: { line: bodyLine, column: 1 } })];
  if (body !== undefined && collection !== 'life-events' && !body.trim())
    return [issueAt(parsed, [], { key: 'body', place: { line: bodyLine, column: 1 } })];
  return [];
}
