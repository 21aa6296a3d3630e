import { isMap, isNode, isPair } from 'yaml';

import { COLLECTIONS, type Collection } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';
import { parseYaml, type YamlNodes } from './yaml.ts';

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
  /** The same facts as nodes of YAML, which know their places in the text. */
  findNodes: () => YamlNodes;
  /** Number of lines of the file before the YAML begins: 1 in Markdown, the line of `---`, else 0. */
  linesBefore: number;
  /** The text below the front matter, in Markdown; `undefined` if the whole file is YAML. */
  body: string | undefined;
  /** The line where the body begins, from 1. */
  bodyLine: number;
}

/** Begins with a line of `---` and ends with the next one; the group is the YAML between: `---\nназвание: …\n---\n`. */
const FRONT_MATTER = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** What UTF-16 and windows-1251 leave when they are read as UTF-8. */
// eslint-disable-next-line no-control-regex -- zeros are what gives UTF-16 away
const NOT_UTF8 = /[\u0000\uFFFD]/u;

/** Stands between the names of a path: `сроки → 1 → дни`. */
export const FIELD_SEPARATOR = ' → ';

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
  const issue = (key: string, line = 1, column = 1): ContentIssue => ({
    file,
    line,
    column,
    field: '',
    ...issueTextFor(key, name),
  });
  if (!name.endsWith(extension)) return { issues: [issue(`ending:${extension}`)] };
  if (NOT_UTF8.test(text)) return { issues: [issue('encoding')] };
  const id = name.slice(0, -extension.length);
  const issues = SLUG.test(id) ? [] : [issue('fileName')];
  const textWithoutMark = text.replace(/^\uFEFF/, '');
  const parts =
    extension === '.md' ? splitFrontMatter(textWithoutMark) : { yaml: textWithoutMark, body: undefined };
  if (!parts) return { issues: [...issues, issue('frontMatter')] };
  const linesBefore = extension === '.md' ? 1 : 0;
  const { issues: yamlIssues, ...yaml } = parseYaml(parts.yaml);
  issues.push(...yamlIssues.map(({ line, column, code }) => issue(code, line + linesBefore, column)));
  if (yaml.rawData === undefined) return { issues };
  // With the two lines of `---`. The YAML ends with a line break, so `split` gives one line more than it has.
  const bodyLine = parts.yaml.split('\n').length + 2;
  return { parsed: { file, collection, id, ...yaml, linesBefore, body: parts.body, bodyLine }, issues };
}

/** A place in a file, from 1. */
interface FilePlace {
  line: number;
  column: number;
}

/**
 * The place where a path leads. For a field it is its name, for an item of a list the item. Where the file has nothing at the path,
 * it is the nearest field or item around: for `['сроки', 0, 'значение']` without a `значение`, the first item of `сроки`; without
 * any, the beginning.
 */
function placeOf({ findNodes, linesBefore }: ParsedFile, path: ValuePath): FilePlace {
  if (!path.length) return { line: 1, column: 1 };
  const { document, lines } = findNodes();
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth > 1 ? document.getIn(path.slice(0, depth - 1), true) : document.contents;
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === String(path[depth - 1]))
      : undefined;
    const node = pair?.key ?? (isMap(parent) ? undefined : document.getIn(path.slice(0, depth), true));
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line: line + linesBefore, column: col };
  }
  return { line: 1, column: 1 };
}

/**
 * Makes the issue for one place of a file. `key` is a key of `messages.ts`; `value` is what stands at the place, for the text of
 * the issue; `place` is the place of the path unless it is given.
 *
 * @example issueAt(parsed, ['сроки', 0, 'значение'], { key }).field // 'сроки → 1 → значение': people count from 1
 */
export function issueAt(
  parsed: ParsedFile,
  path: ValuePath,
  { key, value, place = placeOf(parsed, path) }: { key: string; value?: unknown; place?: FilePlace },
): ContentIssue {
  return {
    file: parsed.file,
    ...place,
    field: path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(FIELD_SEPARATOR),
    ...issueTextFor(key, value),
    ...(path.length && { source: { path, key } }),
  };
}
