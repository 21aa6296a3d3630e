/**
 * Finds code that knows which region it serves. Tests and `content/` are free to name it.
 *
 * The region's name, city and telephone count wherever they stand; an example is told apart from what the program knows. The
 * region's application numbers (`22-2026-000001`, also as a template `22-${year}`) and its offset `+07:00` count only where they
 * are no example: an example shows what a number or a time looks like.
 *
 * An example stands in a comment, in a string that says «например» or “for example”, in a property or constant whose name says
 * `example`, or in the documentation of the contract: `contract/<resource>/docs.ts` and `examples.ts` (`contract/api/` of old).
 */
import ts from 'typescript';

import type { CodeFile } from './tree.ts';

/** One place where a file names the region. */
export interface RegionMention {
  /** From 1. */
  line: number;
  /** As they stand there: «Барнаул». */
  words: string;
  /** Whether they only show what a value looks like. */
  isExample: boolean;
}

const NAMES = /Барнаул|Barnaul|Алтайск|8 800 100-70-10|78001007010/gi;
/** `22-2026-000001`, `22-${` and `+07:00`. */
const NUMBERS = /(?<!\d)22-(?:\d{4}-\d{6}|\$\{)|\+07:00/g;
const EXAMPLE = /например|for example/i;
/** `widgets/contract/ratings/docs.ts`; of older checkouts `widgets/contract/api/`. */
const DOCUMENTATION = /^widgets\/contract\/(?:api\/(?!info)|[^/]+\/(?:docs|examples)\.ts$)/;

/** Where a file names the region. */
export function regionMentions(file: CodeFile): RegionMention[] {
  const mentionsOf = (pattern: RegExp) =>
    [...file.text.matchAll(pattern)].map(({ index, 0: words }) => ({
      line: file.text.slice(0, index).split('\n').length,
      words,
      isExample: isExample(file, index),
    }));
  return [...mentionsOf(NAMES), ...mentionsOf(NUMBERS).filter((number) => !number.isExample)];
}

function isExample({ path, source, text }: CodeFile, at: number): boolean {
  const isMarkup = source.text[at] !== text[at];
  if (isMarkup) return false;
  if (DOCUMENTATION.test(path)) return true;
  const token = tokenAt(source, at);
  const isComment = !token;
  return isComment || EXAMPLE.test(token.getText(source)) || isNamedExample(token);
}

/** The token at a position: a name, a string, a brace; `undefined` between tokens. */
function tokenAt(source: ts.SourceFile, at: number): ts.Node | undefined {
  const inside = (node: ts.Node): ts.Node | undefined => {
    const isAround = node.getStart(source) <= at && at < node.getEnd();
    if (!isAround) return undefined;
    const children = node.getChildren(source);
    if (children.length === 0) return node;
    return children.map(inside).find((child) => child !== undefined);
  };
  return inside(source);
}

/** Whether a token stands in a property or constant whose name says `example`. */
function isNamedExample(node: ts.Node): boolean {
  if (ts.isSourceFile(node)) return false;
  const isNamed = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
  return (isNamed && /example/i.test(node.name.getText())) || isNamedExample(node.parent);
}
