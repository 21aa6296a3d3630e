/** One thing wrong in one content file, said so that an editor can mend it. */
export interface ContentIssue {
  /** Path below `content/`. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1: where the field begins in its line, or the place in a text. */
  column: number;
  /**
   * The path to the value in the file, counted from 1: `сроки → 1 → дни` is in the first of the periods. Empty for the whole
   * file.
   */
  field: string;
  /** What is wrong, in Russian: «нужно целое число без слов». */
  message: string;
  /** What to write instead, in Russian or in YAML: «10». */
  example: string;
  /** Where the fact stands and the key of its text: the check looks for an example of this very field. Only while it checks. */
  source?: { path: readonly (string | number)[]; key: string };
}

/**
 * The issues as editors read them, one a paragraph.
 *
 * @example formatIssues([{ file: 'a/b.md', line: 6, column: 1, field: 'сайт', message: 'нет https', example: 'https://x.ru' }])
 * // 'content/a/b.md:6:1  сайт\n  нет https\n  Например: https://x.ru'
 */
export function formatIssues(issues: readonly ContentIssue[]): string {
  return issues
    .map(
      ({ file, line, column, field, message, example }) =>
        `content/${file}:${line}:${column}${field && `  ${field}`}\n  ${message}${example && `\n  Например: ${example.replaceAll('\n', '\n            ')}`}`,
    )
    .join('\n\n');
}
