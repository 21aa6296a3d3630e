import ts from 'typescript';

import type { Measure } from './measure.ts';
import type { CodeFile } from './tree.ts';

/** Most lines of a file, by what it is: the first kind that fits counts. */
const LIMITS: { lines: number; fits: (file: CodeFile) => boolean }[] = [
  { lines: 100, fits: ({ path }) => path.endsWith('.astro') },
  { lines: 300, fits: ({ path }) => path.endsWith('.test.ts') },
  { lines: 250, fits: ({ source }) => source.statements.some(isElement) },
  { lines: 150, fits: () => true },
];

/** The excuse of a long file: `// Longer than other modules: words only, which belong together.` */
const REASON = /^(?:\/\/|\/\*\*| \*) ?Longer than [^:\n]+: \S/m;

/** A custom element: a class whose parent is called `LitElement`, `FormElement` or the like. */
function isElement(statement: ts.Statement): boolean {
  if (!ts.isClassDeclaration(statement)) return false;
  return /\bextends \w*Element\b/.test(statement.heritageClauses?.[0]?.getText() ?? '');
}

/** The text before the first statement that is no import: there a file says why it is long. */
function headOf({ source }: CodeFile): string {
  const first = source.statements.find((statement) => !ts.isImportDeclaration(statement));
  return source.text.slice(0, first?.getStart() ?? source.text.length);
}

/** Files over their limit that do not say why at their top: «widgets/okno.ts: строк 169 из 150». */
export function sizeMeasure(files: readonly CodeFile[]): Measure {
  const items = files.flatMap((file) => {
    const limit = LIMITS.find(({ fits }) => fits(file))?.lines ?? Infinity;
    if (file.lines <= limit || REASON.test(headOf(file))) return [];
    return [`${file.path}: строк ${file.lines} из ${limit}`];
  });
  return { name: 'Файлы больше предела без причины', goal: 0, items };
}
