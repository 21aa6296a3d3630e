import ts from 'typescript';

import type { CodeFile } from './tree.ts';

/** A name that a file declares and exports. Overloads, or a value and a type of one name, are one export. */
export interface ExportedName {
  /** `default` for a default export. */
  name: string;
  /** Where it is declared first: `widgets/okno.ts:12`. */
  place: string;
  /** Function, class, interface, type, enum or variable; of an exported list `export { a }` there is none. */
  declarations: ts.Declaration[];
}

/** The exported names of a file, in the order of the file. Names of other files that it exports again are left out. */
export function exportsOf({ path, source }: CodeFile): ExportedName[] {
  const exported = new Map<string, ExportedName>();
  for (const declaration of source.statements.filter(isExported).flatMap(declarationsOf)) {
    const name = declaration.name?.getText(source) ?? 'default';
    const line = source.getLineAndCharacterOfPosition(declaration.getStart(source)).line + 1;
    const known = exported.get(name) ?? { name, place: `${path}:${line}`, declarations: [] };
    known.declarations.push(declaration);
    exported.set(name, known);
  }
  return [...exported.values()];
}

/** Whether a statement begins with `export`. */
const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** What a statement declares: each variable of `const a = 1, b = 2`. */
function declarationsOf(statement: ts.Statement): (ts.Declaration & { name?: ts.Node | undefined })[] {
  if (ts.isVariableStatement(statement)) return [...statement.declarationList.declarations];
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed ? [statement] : [];
}

/** Whether a doc comment with a sentence stands above a declaration. */
export const hasSentence = (declaration: ts.Node): boolean =>
  ts.getJSDocCommentsAndTags(declaration).some((doc) => Boolean(ts.getTextOfJSDocComment(doc.comment)));
