/**
 * Makes a module that also runs where a page's editor has removed `type="module"`. A browser would refuse it then, because a classic
 * script may have no `import`, `export` and `import.meta`.
 *
 * In a module, `await/[/*]/` waits for a regular expression, and the code follows. In a classic script `await` is a name like any other, `/`
 * divides it by an array, and the code stands inside of that array as a comment. What comes last is for classic scripts: it imports the
 * file as a module, unless an optimizer of the page has put it among other scripts: those would run twice. Throws an `Error` where the
 * code would end the comment.
 */
export function asClassicScript(code: string): string {
  if (code.includes('*/')) throw new Error('A module with an end of a comment is no classic script.');
  return `typeof await/[/*]/;${code}[/**/0];{let a=document.currentScript;a&&/okno\\.js/.test(a.src)&&import(a.src)}\n`;
}
