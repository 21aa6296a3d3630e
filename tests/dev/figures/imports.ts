import { posix } from 'node:path';

import ts from 'typescript';

import type { CodeFile } from './tree.ts';

/** One import between two files of the tree. */
export interface ImportEdge {
  from: string;
  to: string;
}

/** What a file imports or exports again, as it is written: values and types, `import()` too. */
export function importsOf({ source }: CodeFile): string[] {
  const found: string[] = [];
  const add = (node: ts.Node | undefined) => {
    if (node && ts.isStringLiteral(node)) found.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

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
