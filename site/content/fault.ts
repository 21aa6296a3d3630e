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

/** The faults as editors read them, one a paragraph. */
export function report(faults: readonly Fault[]): string {
  return faults
    .map(
      ({ file, line, field, wrong, example }) =>
        `content/${file}:${line}${field && `  ${field}`}\n  ${wrong}${example && `\n  Например: ${example.replaceAll('\n', '\n            ')}`}`,
    )
    .join('\n\n');
}
