import { COLLECTIONS, collectionOf, type Collection } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';
import { exampleGiver } from './field-examples.ts';
import { FineFiles, type FineFile } from './fine-files.ts';
import { checkMarkdown, hasPage } from './markdown-check.ts';
import { nameIssues, nameOf } from './names.ts';
import { issueAt, type ParsedFile } from './parsed-file.ts';
import { readContentFile } from './read.ts';
import { findReferences, type ContentReference } from './references.ts';
import { siteAddressesOf, type SiteAddresses } from './site-addresses.ts';

/** What the check of one file asks of the others. */
interface Others {
  /** Paths without extension: `services/detskiy-sad`. */
  files: ReadonlySet<string>;
  addresses: SiteAddresses;
  /** The file that has a name already, by {@link FineFile.name}. */
  fileOfName: Map<string, string>;
}

/**
 * Checks all content files at once: `files` maps a path below `content/` to its text. The issues are sorted by file and line; no
 * issue means that the catalogue can be built. `fineFiles` knows the files that were fine before, and learns those that are fine now.
 */
export function checkContent(
  files: ReadonlyMap<string, string>,
  fineFiles = new FineFiles(),
): ContentIssue[] {
  const others = {
    files: new Set([...files.keys()].map((file) => file.replace(/\.[a-z]+$/i, ''))),
    addresses: siteAddressesOf(files),
    fileOfName: new Map<string, string>(),
  };
  const issues = [...files].flatMap(([file, text]) => {
    const before = fineFiles.fineFile(file, text);
    if (before && isFineStill(before, file, others)) return [];
    const { issues: found, fine } = checkFile(file, text, others);
    if (fine) fineFiles.addFine(file, text, fine);
    return found;
  });
  return [...issues, ...regionIssues(others.files), ...folderIssues([...files.keys()])]
    .map(exampleGiver(files))
    .sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
}

/** Whether all that a file names is there still, and its own name is not another's. */
function isFineStill({ references, links, name }: FineFile, file: string, others: Others): boolean {
  const { files, addresses, fileOfName } = others;
  const isFine =
    !fileOfName.has(name) &&
    references.every((target) => files.has(target)) &&
    links.every((link) => hasPage(link, addresses));
  if (isFine && name) fileOfName.set(name, file);
  return isFine;
}

/** The issues of one file. Without any it is fine. */
function checkFile(file: string, text: string, others: Others): { issues: ContentIssue[]; fine?: FineFile } {
  const collection = collectionOf(file);
  if (!collection) return { issues: [] };
  const { parsed, issues: ownIssues } = readContentFile(file, collection, text);
  // References and texts are checked only where the YAML could be read.
  if (!parsed) return { issues: ownIssues };
  const references = referencesOf(parsed);
  const name = nameOf(parsed);
  const markdown = checkMarkdown(parsed, others.addresses);
  const issues = [
    ...ownIssues,
    ...references.flatMap((reference) => referenceIssues(parsed, reference, others.files)),
    ...bodyIssues(parsed),
    ...markdown.issues,
    ...nameIssues(parsed, name, others.fileOfName),
  ];
  if (issues.length) return { issues };
  return {
    issues,
    fine: { references: references.map(({ target }) => target), links: markdown.links, name },
  };
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

/** What a file refers to: other files, and of a form the card of its service. */
function referencesOf({ collection, id, rawData }: ParsedFile): ContentReference[] {
  const references = [...findReferences(COLLECTIONS[collection].schema, rawData)];
  return collection === 'forms' ? [...references, { path: [], target: `services/${id}` }] : references;
}

/** Issues of a reference: the named file does not exist, an agency answers to itself, a form has no service. */
function referenceIssues(
  parsed: ParsedFile,
  { path, target }: ContentReference,
  files: ReadonlySet<string>,
): ContentIssue[] {
  if (target === `${parsed.collection}/${parsed.id}` && parsed.collection === 'agencies')
    return [issueAt(parsed, path, { key: 'parentLoop' })];
  // What is no name of a file is said by the schema.
  if (files.has(target) || !/^[a-z0-9/-]+$/.test(target)) return [];
  if (!path.length) return [issueAt(parsed, path, { key: 'formService' })];
  const { extension } = COLLECTIONS[target.split('/')[0] as Collection];
  return [issueAt(parsed, path, { key: `ref:${target}${extension}`, value: idsBeside(target, files) })];
}

/** The names of the files of a folder: of `agencies/mcf` all agencies. */
function idsBeside(target: string, knownFiles: ReadonlySet<string>): string[] {
  const folder = target.replace(/[^/]*$/u, '');
  return [...knownFiles].flatMap((file) => (file.startsWith(folder) ? [file.slice(folder.length)] : []));
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
