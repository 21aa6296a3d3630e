import { readFileSync } from 'node:fs';

import type { Plugin } from 'vite';

/** The mark that Astro puts on every element of a component with styles, and on its selectors. */
const MARK = /data-astro-cid-([a-z0-9]{8})/g;
/** An attribute in compiled code: fixed, or computed, of which only class and id matter to selectors. */
const ATTRIBUTE = String.raw`\s+[\w:-]+(?:="[^"$]*")?|\$\{\$\$addAttribute\((?:[^()]|\([^()]*\))*?, "(?!class|id)[\w:-]+"\)\}`;
/** An element's opening tag in compiled code of which class and id are known, and the mark of its component. */
const FIXED_TAG = new RegExp(
  String.raw`<([a-z][a-z0-9]*)((?:${ATTRIBUTE})*?)\s+data-astro-cid-[a-z0-9]{8}((?:${ATTRIBUTE})*)\s*(\/?)>`,
  'g',
);
const STYLE = /<style>(.*?)<\/style>/su;

/**
 * Makes the marks of scoped styles small: they were more than a quarter of all HTML. Only elements that a selector of the component
 * can mean keep theirs, and it is called `data-x1f` instead of `data-astro-cid-x1f0a7bc`. Of a long list only the list needs one:
 * `dl :global(dt)`. A build does it; the developer's server shows Astro's own.
 */
export function leanMarks(): Plugin {
  const names = new Map<string, string>();
  const shorten = (code: string) =>
    code.replace(MARK, (_, id: string) => {
      const name = `data-${id.slice(0, 3)}`;
      const owner = names.get(name) ?? id;
      if (owner !== id) throw new Error(`${name} stands for two components: take more letters of the mark`);
      names.set(name, id);
      return name;
    });
  return {
    name: 'okno:lean-marks',
    apply: 'build',
    transform(code, id) {
      if (!code.includes('data-astro-cid-')) return undefined;
      const isComponent = id.endsWith('.astro');
      return { code: shorten(isComponent ? withoutNeedlessMarks(code, id) : code), map: null };
    },
  };
}

/** The code of a component without the marks of elements that its selectors cannot mean. */
function withoutNeedlessMarks(code: string, file: string): string {
  const css = STYLE.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const named = namesInSelectors(css);
  // `*`, or a selector that begins with an attribute or a state, may mean any element.
  if (named.has('*')) return code;
  return code.replace(FIXED_TAG, (...match: string[]) => {
    const [tag = '', name = '', before = '', after = '', end = ''] = match;
    const classes = /\sclass="([^"]*)"/.exec(before + after)?.[1]?.split(/\s+/) ?? [];
    const isMeant =
      named.has(name) || classes.some((one) => named.has(`.${one}`)) || /\sid="/.test(before + after);
    return isMeant ? tag : `<${name}${before}${after}${end && ` ${end}`}>`;
  });
}

/**
 * What the selectors of a style sheet name: tags, and classes with their dot. `*` stands for a selector that names neither.
 *
 * @example namesInSelectors('.pair > li { color: red; &:hover {} }') // '.pair', 'li'
 */
export function namesInSelectors(css: string): Set<string> {
  const names = new Set<string>();
  for (const selector of selectorsOf(css)) {
    const withoutStrings = selector.replace(/\[[^\]]*\]/gu, '[]');
    for (const [name] of withoutStrings.matchAll(/(?<![:\w-])\.?[a-z][\w-]*/gu)) names.add(name);
    // What stands in brackets only says more of its element: `li:not(:last-child)`.
    const elements = withoutStrings.replace(/\([^()]*\)/gu, '').split(/[\s,>+~]+/u);
    if (elements.some((element) => /^[[:*]/u.test(element))) names.add('*');
  }
  return names;
}

/** The selectors of a style sheet, without those of other components: `:global(…)`. */
const selectorsOf = (css: string): string[] =>
  [...css.replace(/\/\*.*?\*\//gsu, '').matchAll(/(?:^|[;{}])([^;{}]+)(?=\{)/gu)]
    .map(([, selector = '']) => selector.trim().replace(/:global\((?:[^()]|\([^()]*\))*\)/gu, ''))
    .filter((selector) => !selector.startsWith('@'));
