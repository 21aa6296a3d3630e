import { posix } from 'node:path';

import ts from 'typescript';

import type { CodeFile } from './tree.ts';

/** One import between two files of the tree. */
export interface ImportEdge {
  /** The path of the file that imports. */
  from: string;
  /** The path of the file that it imports. */
  to: string;
}

/** The specifiers of all that a file imports or exports again, as they are written: values and types, `import()` too. */
export function importsOf({ source }: CodeFile): string[] {
  const specifiers: string[] = [];
  const add = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteral(node)) specifiers.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return specifiers;
}

/** Whether a specifier names a file and not a package: `./folder.ts`. */
export const isRelative = (specifier: string): boolean => specifier.startsWith('.');

/** The imports between files of the tree, each pair once. */
export function importEdges(files: readonly CodeFile[]): ImportEdge[] {
  const known = new Set(files.map(({ path }) => path));
  return files.flatMap((file) => {
    const targets = importsOf(file)
      .filter(isRelative)
      .map((specifier) => posix.join(posix.dirname(file.path), specifier.replace(/\?.*$/, '')))
      .filter((path) => known.has(path));
    return [...new Set(targets)].map((to) => ({ from: file.path, to }));
  });
}
