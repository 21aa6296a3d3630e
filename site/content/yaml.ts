import { CORE_SCHEMA, load } from 'js-yaml';
import { LineCounter, isAlias, isCollection, isScalar, parseDocument, visit, type Document } from 'yaml';

import { yamlLineIssues, type YamlIssue } from './yaml-lines.ts';

/** What reading YAML gives. */
export interface ParsedYaml {
  /** The facts as plain values; `undefined` if the YAML cannot be read. */
  rawData: unknown;
  /** The same facts as nodes, which know their places in the text. Only what is wrong needs a place. */
  findNodes: () => YamlNodes;
  /** Why it cannot be read, or where a text is lost though it can. */
  issues: YamlIssue[];
}

/** Facts as nodes of YAML. */
export interface YamlNodes {
  /** The nodes, which know their offsets in the text. */
  document: Document;
  /** Turns an offset of the YAML into its line. */
  lines: LineCounter;
}

/**
 * Where a text might be lost: what stands behind ` #`, `&`, `!` or `*`. YAML that is fine and has none of them is read by a parser
 * that takes a tenth of the time, as it knows no places.
 */
const MAY_LOSE_TEXT = /[ \t]#|^#|(?:^|[\s[{,])[&!*]/mu;

/** Reads YAML. Says of each fault once where it is, not of what the parser stumbles over behind it. */
export function parseYaml(yaml: string): ParsedYaml {
  const findNodes = () => parseNodes(yaml);
  const quick = MAY_LOSE_TEXT.test(yaml) ? undefined : readQuickly(yaml);
  if (quick !== undefined) return { rawData: quick, findNodes, issues: [] };
  const { document, lines } = findNodes();
  const aliases = brokenAliases(document, lines);
  // Of a text behind an asterisk the parser takes one word, and stumbles over the next.
  const aliasLines = new Set(aliases.map(({ line }) => line));
  const errors = [...syntaxIssues(document, yaml).filter(({ line }) => !aliasLines.has(line)), ...aliases];
  if (errors.length) return { rawData: undefined, findNodes, issues: errors };
  return { rawData: document.toJS(), findNodes, issues: lostTexts(document, lines, yaml) };
}

function parseNodes(yaml: string): YamlNodes {
  const lines = new LineCounter();
  return { document: parseDocument(yaml, { lineCounter: lines }), lines };
}

/** The facts of YAML; `undefined` if anything is wrong with it. */
function readQuickly(yaml: string): unknown {
  try {
    return load(yaml, { schema: CORE_SCHEMA });
  } catch {
    // The other parser says where and why.
    return undefined;
  }
}

/**
 * Where the YAML is broken. The parser names the place where it could not go on, often far behind the fault: an unclosed quote is
 * an error in the last line. So the lines that are wrong in themselves come first, and only without them the parser's first error.
 */
function syntaxIssues({ errors }: Document, yaml: string): YamlIssue[] {
  if (!errors.length) return [];
  const found = errors.map(({ linePos, code }) => ({
    line: linePos?.[0].line ?? 1,
    column: linePos?.[0].col ?? 1,
    code: code,
  }));
  const inLines = yamlLineIssues(yaml);
  if (inLines.length) return inLines;
  // Of a field that is written twice there may be several errors, and it may be but an echo of another fault.
  const first = found.find(({ code }) => code !== 'DUPLICATE_KEY') ?? found[0];
  return first ? [first] : [];
}

/**
 * Finds aliases (`*mfc`) that `toJS` would throw at. An editor who writes one usually means a plain text that begins with an
 * asterisk.
 *
 * @example
 * 'место: *mfc' // no value before it has the anchor `&mfc`
 * 'место: &mfc [*mfc]' // the alias stands inside of the value that it refers to: a list without end
 */
function brokenAliases(document: Document, lines: LineCounter): YamlIssue[] {
  const broken: YamlIssue[] = [];
  visit(document, {
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document);
      if (target && !ancestors.includes(target)) return;
      broken.push({ ...placeOf(lines, alias.range?.[0]), code: `alias:${alias.source}` });
    },
  });
  return broken;
}

/**
 * Finds values of which YAML keeps less than the editor wrote: what stands behind ` #` is a comment, a word behind `&` or `!` is
 * no part of a text.
 */
function lostTexts(document: Document, lines: LineCounter, yaml: string): YamlIssue[] {
  const lost: YamlIssue[] = [];
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || !node.range) return;
      const [start, end] = node.range;
      if ((isScalar(node) || isCollection(node)) && (node.anchor !== undefined || node.tag !== undefined)) {
        const sign = yaml.lastIndexOf(node.tag === undefined ? '&' : '!', start - 1);
        lost.push({ ...placeOf(lines, sign), code: `sign:${lineAt(yaml, sign)}` });
      } else if (isScalar(node) && (node.type === 'PLAIN' || node.value === null)) {
        const comment = /^[ \t]*#/.exec(yaml.slice(end));
        const isBehindText = comment && (comment[0].length > 1 || node.value === null);
        if (isBehindText)
          lost.push({ ...placeOf(lines, end + comment[0].length - 1), code: `comment:${lineAt(yaml, end)}` });
      }
    },
  });
  return lost;
}

/** Line and column of an offset, from 1. */
function placeOf(lines: LineCounter, offset = 0): Pick<YamlIssue, 'line' | 'column'> {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** The line of a text where an offset is, without the spaces around it. */
const lineAt = (text: string, offset: number): string =>
  text
    .slice(text.lastIndexOf('\n', offset - 1) + 1)
    .split('\n', 1)[0]
    ?.trim() ?? '';
