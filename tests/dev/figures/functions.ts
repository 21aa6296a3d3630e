import ts from 'typescript';

import type { CodeFile } from './tree.ts';

/** The size of one function. */
export interface FunctionFigures {
  /** Where it begins: `widgets/okno.ts:12`. */
  location: string;
  /** Its own, or of the variable, property or call that it is given to: `forEach(…)`. */
  name: string;
  /** From its first word to its last brace. */
  lines: number;
  /** Without `this`. */
  parameters: number;
  /** The comment above it that lets lint pass it, with its reason; empty where there is none. */
  exception: string;
}

/** Functions of a file that have a body, inner ones too. */
export function functionsOf({ path, source }: CodeFile): FunctionFigures[] {
  const functions: FunctionFigures[] = [];
  const rows = source.text.split('\n');
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const start = lineAt(node.getStart(source));
      functions.push({
        location: `${path}:${start}`,
        name: nameOf(node),
        lines: lineAt(node.getEnd()) - start + 1,
        parameters: node.parameters.filter(({ name }) => name.getText(source) !== 'this').length,
        exception: /eslint-disable-next-line .*/.exec(rows[start - 2] ?? '')?.[0] ?? '',
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return functions;
}

/** The name of a function, or of what it is given to: a variable, a property, a call. */
function nameOf(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
    return parent.name.getText();
  return ts.isCallExpression(parent) ? `${parent.expression.getText().split('\n')[0] ?? ''}(…)` : 'function';
}
