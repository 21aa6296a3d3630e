import { LineCounter, isMap, isNode, isPair, parseDocument, visit, type Document } from 'yaml';

import { COLLECTIONS, type Collection } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';

/** Where a value stands in the YAML: names of fields, and positions in lists from 0: `['сроки', 0, 'значение']`. */
export type ValuePath = readonly (string | number)[];

/** A content file whose YAML could be read: its facts as editors wrote them, where they stand, and the text below them. */
export interface ParsedFile {
  /** Path below `content/`: `services/detskiy-sad.md`. */
  file: string;
  /** Whose schema the facts have to fit. */
  collection: Collection;
  /** The file's name without folder and ending. */
  id: string;
  /** The facts, in Russian: `{ название: 'Детский сад', … }`. No schema has seen them yet. */
  rawData: unknown;
  /** The same facts as nodes of YAML, which know their offsets in the text. */
  document: Document;
  /** Turns an offset of the YAML into its line. */
  lines: LineCounter;
  /** Number of lines of the file before the YAML begins: 1 in Markdown, the line of `---`, else 0. */
  linesBefore: number;
  /** The text below the front matter, in Markdown; `undefined` if the whole file is YAML. */
  body: string | undefined;
  /** The line where the body begins, from 1. */
  bodyLine: number;
}

/** Begins with a line of `---` and ends with the next one; the group is the YAML between: `---\nназвание: …\n---\n`. */
const FRONT_MATTER = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** A slug: `detskiy-sad`, `210-fz`. */
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Splits a Markdown file into YAML and body; `undefined` without front matter. */
function splitFrontMatter(text: string): { yaml: string; body: string } | undefined {
  const match = FRONT_MATTER.exec(text);
  return match?.index === 0 ? { yaml: match[1] ?? '', body: text.slice(match[0].length) } : undefined;
}

/** Reads the YAML of a file: the front matter of Markdown, or a whole YAML file. Gives no `parsed` if it cannot be read. */
export function parseContentFile(
  file: string,
  collection: Collection,
  text: string,
): { parsed?: ParsedFile; issues: ContentIssue[] } {
  const { extension } = COLLECTIONS[collection];
  const name = file.slice(file.indexOf('/') + 1);
  const issue = (key: string, line = 1): ContentIssue => ({
    file,
    line,
    field: '',
    ...issueTextFor(key, name),
  });
  if (!name.endsWith(extension)) return { issues: [issue(`ending:${extension}`)] };
  const id = name.slice(0, -extension.length);
  const issues = SLUG.test(id) ? [] : [issue('fileName')];
  const parts = extension === '.md' ? splitFrontMatter(text) : { yaml: text, body: undefined };
  if (!parts) return { issues: [...issues, issue('frontMatter')] };
  const linesBefore = extension === '.md' ? 1 : 0;
  const { errors, ...yaml } = parseYaml(parts.yaml);
  if (errors.length)
    return { issues: [...issues, ...errors.map(({ line, code }) => issue(code, line + linesBefore))] };
  // With the two lines of `---`. The YAML ends with a line break, so `split` gives one line more than it has.
  const bodyLine = parts.yaml.split('\n').length + 2;
  return { parsed: { file, collection, id, ...yaml, linesBefore, body: parts.body, bodyLine }, issues };
}

/** One place where the YAML is broken: its line within the YAML, from 1, and a key of `messages.ts`. */
interface SyntaxIssue {
  line: number;
  code: string;
}

/** Reads YAML. `rawData` is `undefined` if there are errors. */
function parseYaml(
  yaml: string,
): Pick<ParsedFile, 'rawData' | 'document' | 'lines'> & { errors: SyntaxIssue[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const errors = [...syntaxIssuesOf(document), ...brokenAliases(document, lines)];
  return { rawData: errors.length ? undefined : document.toJS(), document, lines, errors };
}

/** Where the YAML is broken. One mistake often gives several errors in the same line: only the first of a line is kept. */
function syntaxIssuesOf({ errors }: Document): SyntaxIssue[] {
  const allIssues = errors.map(({ linePos, code }) => ({ line: linePos?.[0].line ?? 1, code }));
  return allIssues.filter(({ line }, i) => allIssues.findIndex((other) => other.line === line) === i);
}

/**
 * Finds aliases (`*mfc`) that `toJS` would throw at. An editor who writes one usually means a plain text that begins with an
 * asterisk.
 *
 * @example
 * 'место: *mfc' // no value before it has the anchor `&mfc`
 * 'место: &mfc [*mfc]' // the alias stands inside of the value that it refers to: a list without end
 */
function brokenAliases(document: Document, lines: LineCounter): SyntaxIssue[] {
  const broken: SyntaxIssue[] = [];
  visit(document, {
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document);
      if (target && !ancestors.includes(target)) return;
      broken.push({ line: lines.linePos(alias.range?.[0] ?? 0).line, code: `alias:${alias.source}` });
    },
  });
  return broken;
}

/**
 * The line where a path leads, from 1. For a field it is the line of its name, for an item of a list that of the item. Where the
 * file has nothing at the path, it is the line of the nearest field or item around: for `['сроки', 0, 'значение']` without a
 * `значение`, the line of the first item of `сроки`; without any, 1.
 */
function lineOf({ document, lines, linesBefore }: ParsedFile, path: ValuePath): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth > 1 ? document.getIn(path.slice(0, depth - 1), true) : document.contents;
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === String(path[depth - 1]))
      : undefined;
    const node = pair?.key ?? (isMap(parent) ? undefined : document.getIn(path.slice(0, depth), true));
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + linesBefore;
  }
  return 1;
}

/**
 * Makes the issue for one place of a file. `key` is a key of `messages.ts`; `value` is what stands at the place, for the text of
 * the issue; `line` is the line of the place unless it is given.
 *
 * @example issueAt(parsed, ['сроки', 0, 'значение'], { key }).field // 'сроки → 1 → значение': people count from 1
 */
export function issueAt(
  parsed: ParsedFile,
  path: ValuePath,
  { key, value, line = lineOf(parsed, path) }: { key: string; value?: unknown; line?: number },
): ContentIssue {
  return {
    file: parsed.file,
    line,
    field: path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' → '),
    ...issueTextFor(key, value),
  };
}
