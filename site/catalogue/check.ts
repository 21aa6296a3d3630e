import { closest, distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { LineCounter, isMap, isNode, isPair, parseDocument, type Document } from 'yaml';

import { COLLECTIONS, type Collection } from './collections.ts';
import { wordsFor } from './messages.ts';

/** One thing wrong in one content file, said so that an editor can mend it. */
export interface Fault {
  /** Path below `content/`. */
  file: string;
  /** From 1. */
  line: number;
  /** Where in the file, e.g. `сроки → 1 → дни`. */
  field: string;
  wrong: string;
  example: string;
}

type Path = readonly (string | number)[];

/** A content file: its facts, where they stand in the file, and the text below them. */
interface Source {
  file: string;
  slug: string;
  collection: Collection;
  facts: Document;
  lines: LineCounter;
  /** Lines of the file before the YAML begins. */
  before: number;
  body: string | undefined;
  /** Where the body begins. */
  bodyLine: number;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Splits a Markdown file into YAML and body; `undefined` without front matter. */
export function splitFrontMatter(text: string): { yaml: string; body: string } | undefined {
  const match = FRONT_MATTER.exec(text);
  return match?.index === 0 ? { yaml: match[1] ?? '', body: text.slice(match[0].length) } : undefined;
}

/**
 * Checks all content files at once: `files` maps a path below `content/` to its text. Folders that are not collections of
 * the catalogue (addresses, calendar, search) are passed over. The faults are sorted by file and line; none means that the
 * catalogue can be built.
 */
export function checkContent(files: ReadonlyMap<string, string>): Fault[] {
  const faults: Fault[] = [];
  const known = new Set([...files.keys()].map((file) => file.replace(/\.[a-z]+$/, '')));
  for (const [file, text] of files) {
    const collection = collectionOf(file);
    if (!collection) continue;
    const source = read(file, collection, text, faults);
    if (source) checkSource(source, known, faults);
  }
  return faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** The collection of a file: one of its own, or that of its folder. */
function collectionOf(file: string): Collection | undefined {
  const names = [file.replace(/\.[a-z]+$/, ''), file.split('/')[0] ?? ''];
  return names.find((name): name is Collection => Object.hasOwn(COLLECTIONS, name));
}

function read(file: string, collection: Collection, text: string, faults: Fault[]): Source | undefined {
  const fault = (key: string, line = 1, field = '') => {
    faults.push({ file, line, field, ...wordsFor(key, '', nearest) });
  };
  const { ending } = COLLECTIONS[collection];
  const name = file.slice(file.indexOf('/') + 1);
  if (!name.endsWith(ending)) {
    faults.push({
      file,
      line: 1,
      field: '',
      wrong: `файлы этой папки оканчиваются на ${ending}`,
      example: name.replace(/\.[^.]*$/, '') + ending,
    });
    return undefined;
  }
  const slug = name.slice(0, -ending.length);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) fault('fileName');
  const parts = ending === '.md' ? splitFrontMatter(text) : { yaml: text, body: undefined };
  if (!parts) {
    fault('frontMatter');
    return undefined;
  }
  const lines = new LineCounter();
  const facts = parseDocument(parts.yaml, { lineCounter: lines });
  const before = ending === '.md' ? 1 : 0;
  const bodyLine = parts.yaml.split('\n').length + 2;
  // One slip confuses the parser several times in its line: the first says it.
  const slips = new Map(
    facts.errors.map((error) => [error.linePos?.[0].line ?? 1, error.code] as const).reverse(),
  );
  for (const [line, code] of slips) fault(code, line + before);
  return facts.errors.length
    ? undefined
    : { file, slug, collection, facts, lines, before, body: parts.body, bodyLine };
}

function checkSource(source: Source, known: ReadonlySet<string>, faults: Fault[]): void {
  const { collection, facts, body, bodyLine, slug } = source;
  const fault = (key: string, path: Path, value?: unknown, line = lineOf(source, path)) => {
    faults.push({
      file: source.file,
      line,
      field: path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' → '),
      ...wordsFor(key, value, nearest),
    });
  };
  const data: unknown = facts.toJS();
  const { schema } = COLLECTIONS[collection];
  const result = v.safeParse(schema, data);
  for (const issue of result.issues ?? []) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    fault(issue.message, path, issue.message.startsWith('unknown:') ? path.at(-1) : issue.input);
  }
  for (const { path, target } of references(schema, data))
    if (!known.has(target))
      fault(`ref:${target}${COLLECTIONS[target.split('/')[0] as Collection].ending}`, path);
  if (collection === 'services' && !/^1[.)] \S/m.test(body ?? '')) fault('steps', [], undefined, bodyLine);
  else if (body !== undefined && collection !== 'life-events' && !body.trim())
    fault('body', [], undefined, bodyLine);
  if (collection === 'forms' && !known.has(`services/${slug}`)) fault('formService', []);
  if (collection === 'agencies' && isRecord(data) && data['подчиняется'] === slug)
    fault('parentLoop', ['подчиняется']);
}

/** Finds every `ref` of a schema in the data: where it stands, and `collection/slug` of the file it names. */
function* references(
  schema: unknown,
  data: unknown,
  path: Path = [],
): Generator<{ path: Path; target: string }> {
  const node = schema as {
    pipe?: unknown[];
    wrapped?: unknown;
    item?: unknown;
    entries?: Record<string, unknown>;
    metadata?: { ref?: string };
  };
  for (const action of node.pipe ?? []) if (action !== schema) yield* references(action, data, path);
  if (node.metadata?.ref && typeof data === 'string') yield { path, target: `${node.metadata.ref}/${data}` };
  if (node.pipe) return;
  if (node.wrapped) yield* references(node.wrapped, data, path);
  if (node.item && Array.isArray(data))
    for (const [i, item] of data.entries()) yield* references(node.item, item, [...path, i]);
  if (node.entries && isRecord(data))
    for (const [key, entry] of Object.entries(node.entries))
      yield* references(entry, data[key], [...path, key]);
}

/** The line of the value at a path; of its name, where it is a named value; of the nearest group around, where it is absent. */
function lineOf({ facts, lines, before }: Source, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth > 1 ? facts.getIn(path.slice(0, depth - 1), true) : facts.contents;
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === String(path[depth - 1]))
      : undefined;
    const node = pair?.key ?? (isMap(parent) ? undefined : facts.getIn(path.slice(0, depth), true));
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line + before;
  }
  return 1;
}

function nearest(word: string, of: string[]): string | undefined {
  const best = closest(word, of);
  return distance(word, best) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
