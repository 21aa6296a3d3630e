/** One thing wrong in one content file, said so that an editor can mend it. */
export interface ContentIssue {
  /** Path below `content/`. */
  file: string;
  /** From 1. */
  line: number;
  /**
   * The path to the value in the file, counted from 1: `сроки → 1 → дни` is in the first of the periods. Empty for the whole
   * file.
   */
  field: string;
  /** What is wrong, in Russian: «нужно целое число без слов». */
  message: string;
  /** What to write instead, in Russian or in YAML: «10». */
  example: string;
}

/**
 * The issues as editors read them, one a paragraph.
 *
 * @example formatIssues([{ file: 'a/b.md', line: 6, field: 'сайт', message: 'нет https', example: 'https://x.ru' }])
 * // 'content/a/b.md:6  сайт\n  нет https\n  Например: https://x.ru'
 */
export function formatIssues(issues: readonly ContentIssue[]): string {
  return issues
    .map(
      ({ file, line, field, message, example }) =>
        `content/${file}:${line}${field && `  ${field}`}\n  ${message}${example && `\n  Например: ${example.replaceAll('\n', '\n            ')}`}`,
    )
    .join('\n\n');
}
