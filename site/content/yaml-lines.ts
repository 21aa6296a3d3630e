/** One place where the YAML is not what its editor means. */
export interface YamlIssue {
  /** Within the YAML, from 1. */
  line: number;
  /** From 1. */
  column: number;
  /** A key of `messages.ts`. */
  code: string;
}

/** A line of YAML as editors see it: `  - что: Ответ` is two spaces, a dash, the name «что» and the value «Ответ». */
const LINE = /^([ \t]*)((?:- +)*)(?:([^\s:'"#{}[\]&*!|>%@`-][^:'"#{}[\]]*):(?: +|$))?(.*)$/u;
/** Begins a text on the lines below: `>-`. */
const BLOCK_HEADER = /^[|>][+-]?\d?[+-]?(?: +#.*)?$/u;

/** One line, taken to pieces. */
interface YamlLine {
  /** As the editor wrote it, without the spaces around it. */
  text: string;
  /** The spaces before it. */
  indent: string;
  /** The dashes of list items. */
  dashes: string;
  /** The name of its field; empty without one. */
  name: string;
  /** What stands behind name and dashes. */
  value: string;
}

/**
 * Finds the lines of broken YAML that are wrong in themselves, whatever stands around them: a tab in the indentation, a quote that
 * is not closed, a colon within a text. Only for YAML that the parser refuses: some of it may stand in a good file, too.
 */
export function yamlLineIssues(yaml: string): YamlIssue[] {
  const lines = yaml.split(/\r?\n/).map(takeApart);
  const issues: YamlIssue[] = [];
  let blockIndent = Infinity;
  for (const [i, line] of lines.entries()) {
    if (!line.text || line.text.startsWith('#')) continue;
    if (line.indent.length > blockIndent) continue;
    blockIndent = BLOCK_HEADER.test(line.value) ? line.indent.length : Infinity;
    const next = lines.slice(i + 1).find(({ text }) => text && !text.startsWith('#'));
    const code = faultOf(line, next) ?? missingColon(line, lines.slice(0, i));
    // A block that is indented with tabs is one fault.
    const isGoingOn = code === 'TAB_AS_INDENT' && lines[i - 1]?.indent.includes('\t');
    if (code && !isGoingOn) issues.push({ line: i + 1, column: columnOf(line, code), code });
  }
  return issues;
}

function takeApart(line: string): YamlLine {
  const [, indent = '', dashes = '', name = '', value = ''] = LINE.exec(line) ?? [];
  return { text: line.trim(), indent, dashes, name, value: value.trim() };
}

/** The key of what is wrong with the value of a line; `next` is the line below it. */
function faultOf(line: YamlLine, next: YamlLine | undefined): string | undefined {
  const { indent, value, text } = line;
  if (indent.includes('\t')) return 'TAB_AS_INDENT';
  if (!value || value.startsWith('#') || BLOCK_HEADER.test(value)) return undefined;
  if (/^['"]/u.test(value)) return quoteFault(line, next);
  if (/^[[{]/u.test(value)) return bracketFault(line, next);
  if (/^[@`%|>!&]|^- /u.test(value)) return `sign:${text}`;
  if (/:(?: |$)/u.test(value)) return `colon:${text}`;
  return undefined;
}

/** What is wrong with a value that begins with a quote: it is not closed, or a text goes on behind it. */
function quoteFault({ value, text }: YamlLine, next: YamlLine | undefined): string | undefined {
  const closed = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")(.*)$/u.exec(value);
  if (!closed) return !next || isNewValue(next) ? `quote:${text}` : undefined;
  return /^\s*(?:$|#|:)/u.test(closed[1] ?? '') ? undefined : `textBehindQuote:${text}`;
}

/** What is wrong with a list or group in brackets that its line does not close. */
function bracketFault({ value, text }: YamlLine, next: YamlLine | undefined): string | undefined {
  const read = value.replace(/\s#.*$/u, '');
  const count = (brackets: RegExp) => read.match(brackets)?.length ?? 0;
  const isClosed = count(/[[{]/gu) === count(/[\]}]/gu);
  if (isClosed) return /[\]}]\s*$/u.test(read) ? undefined : `sign:${text}`;
  if (read !== value) return `comment:${text}`;
  return !next || isNewValue(next) ? 'bracket' : undefined;
}

const isNewValue = ({ name, dashes }: YamlLine) => Boolean(name || dashes);

/** The key for a line without a name, where the lines before say that it is no part of their text. */
function missingColon({ name, dashes, indent, text }: YamlLine, before: YamlLine[]): string | undefined {
  if (name || dashes || /^['"[\]{}]/u.test(text)) return undefined;
  const previous = before.findLast(
    (line) => line.name && line.indent.length + line.dashes.length <= indent.length,
  );
  if (previous && previous.indent.length + previous.dashes.length < indent.length) return undefined;
  const glued = /^[^\s:]+(?: [^\s:]+)*:(?=\S)/u.test(text) && !/^https?:/u.test(text);
  return glued ? `gluedColon:${text}` : 'MULTILINE_IMPLICIT_KEY';
}

/** The column of what is wrong: of the value, or of the colon within it. */
function columnOf({ indent, dashes, text, value }: YamlLine, code: string): number {
  if (code === 'TAB_AS_INDENT') return indent.indexOf('\t') + 1;
  const valueStart = indent.length + Math.max(0, text.length - value.length) + 1;
  if (code.startsWith('colon:')) return valueStart + value.search(/:(?: |$)/u);
  return value ? valueStart : indent.length + dashes.length + 1;
}
