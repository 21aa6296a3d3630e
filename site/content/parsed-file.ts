import { LineCounter, isMap, isNode, isPair, parseDocument, type Document } from 'yaml';

import { COLLECTIONS, type Collection } from '../catalogue/collections.ts';
import { issueTextFor } from '../catalogue/messages.ts';
import type { ContentIssue } from './content-issue.ts';

/** The way to a value of the YAML: names of fields, and places in lists from 0. */
export type ValuePath = readonly (string | number)[];

/** A content file whose YAML could be read: its facts as editors wrote them, where they stand, and the text below them. */
export interface ParsedFile {
  file: string;
  collection: Collection;
  /** The file's name without folder and ending. */
  id: string;
  /** The facts, in Russian. */
  rawData: unknown;
  document: Document;
  lines: LineCounter;
  /** Lines of the file before the YAML begins. */
  linesBefore: number;
  /** `undefined` where the whole file is YAML. */
  body: string | undefined;
  /** The line where the body begins. */
  bodyLine: number;
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Splits a Markdown file into YAML and body; `undefined` without front matter. */
function splitFrontMatter(text: string): { yaml: string; body: string } | undefined {
  const match = FRONT_MATTER.exec(text);
  return match?.index === 0 ? { yaml: match[1] ?? '', body: text.slice(match[0].length) } : undefined;
}

/** Reads the YAML of a file of a collection. There is no source where it cannot be read. */
export function parseContentFile(
  file: string,
  collection: Collection,
  text: string,
): { source?: ParsedFile; faults: ContentIssue[] } {
  const { extension } = COLLECTIONS[collection];
  const name = file.slice(file.indexOf('/') + 1);
  const fault = (key: string, line = 1): ContentIssue => ({
    file,
    line,
    field: '',
    ...issueTextFor(key, name),
  });
  if (!name.endsWith(extension)) return { faults: [fault(`ending:${extension}`)] };
  const id = name.slice(0, -extension.length);
  const faults = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? [] : [fault('fileName')];
  const parts = extension === '.md' ? splitFrontMatter(text) : { yaml: text, body: undefined };
  if (!parts) return { faults: [...faults, fault('frontMatter')] };
  const lines = new LineCounter();
  const document = parseDocument(parts.yaml, { lineCounter: lines });
  const before = extension === '.md' ? 1 : 0;
  if (document.errors.length)
    return {
      faults: [...faults, ...syntaxErrorsOf(document).map(({ line, code }) => fault(code, line + before))],
    };
  const bodyLine = parts.yaml.split('\n').length + 2;
  const facts: unknown = document.toJS();
  return {
    source: {
      file,
      collection,
      id,
      rawData: facts,
      document,
      lines,
      linesBefore: before,
      body: parts.body,
      bodyLine,
    },
    faults,
  };
}

/** Where the YAML is broken. One slip confuses the parser several times in its line: the first says it. */
function syntaxErrorsOf({ errors }: Document): { line: number; code: string }[] {
  const slips = errors.map(({ linePos, code }) => ({ line: linePos?.[0].line ?? 1, code }));
  return slips.filter(({ line }, i) => slips.findIndex((slip) => slip.line === line) === i);
}

/** The line of the value at a path; of its name, where it is a named value; of the nearest group around, where it is absent. */
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

/** What a message key of the schemas says of one place in a file. `value` is what stands there. */
export function issueAt(
  source: ParsedFile,
  path: ValuePath,
  { key, value, line = lineOf(source, path) }: { key: string; value?: unknown; line?: number },
): ContentIssue {
  return {
    file: source.file,
    line,
    field: path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' → '),
    ...issueTextFor(key, value),
  };
}
