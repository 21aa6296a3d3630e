import ts from 'typescript';

import type { CodeFile } from './tree.ts';

/** Comments of some files together. Markup of `.astro` files is left out. */
export interface CommentFigures {
  /** Lines with nothing but a comment. */
  lines: number;
  /** Tags `@example`. */
  examples: number;
}

/** Counts comments. A comment behind code on its line is no line of its own. */
export function commentsIn(files: readonly CodeFile[]): CommentFigures {
  let [lines, examples] = [0, 0];
  for (const { source } of files)
    for (const comment of commentsOf(source)) {
      const lineStart = source.text.lastIndexOf('\n', comment.pos - 1) + 1;
      const isAlone = source.text.slice(lineStart, comment.pos).trim() === '';
      const text = source.text.slice(comment.pos, comment.end);
      lines += text.split('\n').length - Number(!isAlone);
      examples += text.match(/^[/* ]*@example\b/gm)?.length ?? 0;
    }
  return { lines, examples };
}

/** The comments of a file, each once: they stand between its tokens. */
function commentsOf(source: ts.SourceFile): ts.CommentRange[] {
  const byPosition = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    children.forEach(visit);
    if (children.length > 0) return;
    const before = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? [];
    const behind = ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? [];
    for (const comment of [...before, ...behind]) byPosition.set(comment.pos, comment);
  };
  visit(source);
  return [...byPosition.values()];
}
