/** One thing wrong in one content file, said so that an editor can mend it. */
export interface ContentIssue {
  /** Path below `content/`. */
  file: string;
  /** From 1. */
  line: number;
  /** Where in the file, e.g. `сроки → 1 → дни`. */
  field: string;
  message: string;
  example: string;
}

/** The faults as editors read them, one a paragraph. */
export function formatIssues(faults: readonly ContentIssue[]): string {
  return faults
    .map(
      ({ file, line, field, message, example }) =>
        `content/${file}:${line}${field && `  ${field}`}\n  ${message}${example && `\n  Например: ${example.replaceAll('\n', '\n            ')}`}`,
    )
    .join('\n\n');
}
