import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import ts from 'typescript';

/** One file of code. */
export interface CodeFile {
  /** From the root of the tree, with `/` between folders. */
  path: string;
  /** Whether it is a test, or used by tests only. */
  isTest: boolean;
  /** How many it has; an end of line at the end of the file begins no line. */
  lines: number;
  /** All of it, as it is stored. */
  text: string;
  /** Of an `.astro` file: its frontmatter and scripts where they stand; its markup is blank. */
  source: ts.SourceFile;
}

const ROOMS = ['site', 'widgets', 'api-mocks', 'tests'];
const NOT_OURS = /^(?:\.|node_modules$)/;
const CODE = /\.(?:ts|mjs|astro)$/;
/** `tests/…`, `x.test.ts`, `x-for-tests.ts`, `testing.ts`, `testing-portal.ts`, `testing/…`. */
const TEST = /^tests\/|\.test\.ts$|-for-tests\.ts$|(?:^|\/)testing(?:-[^/]+)?(?:\.ts$|\/)/;
/** Frontmatter, and the body of a script. */
const ASTRO_CODE = /^---\n([\s\S]*?)\n---$|<script[^>]*>([\s\S]*?)<\/script>/gm;

/** Reads the code below a root: the four rooms of code, and the configuration files beside them. Sorted by path. */
export function readTree(root: string): CodeFile[] {
  const beside = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name))
    .map(({ name }) => name);
  const inside = ROOMS.flatMap((room) => filesBelow(root, room));
  return [...beside, ...inside].sort().map((path) => readCode(root, path));
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.test(entry.name) ? [] : filesBelow(root, path);
    return CODE.test(entry.name) ? [path] : [];
  });
}

function readCode(root: string, path: string): CodeFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = path.endsWith('.astro') ? codeOfAstro(text) : text;
  return {
    path,
    isTest: TEST.test(path),
    lines: text.split('\n').length - Number(text.endsWith('\n')),
    text,
    source: ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS),
  };
}

/** The code of an `.astro` file, every character in its place; markup becomes blanks. */
function codeOfAstro(text: string): string {
  const blank = (markup: string) => markup.replace(/[^\n]/g, ' ');
  let code = '';
  for (const match of text.matchAll(ASTRO_CODE)) {
    const [whole, frontmatter, script] = match;
    const body = frontmatter ?? script ?? '';
    const start = match.index + whole.indexOf(body);
    code += blank(text.slice(code.length, start)) + body;
  }
  return code + blank(text.slice(code.length));
}
