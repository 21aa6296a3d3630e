import type { LitElement } from 'lit';

import { ancestorsOf } from './ancestors.ts';
import { contrastOf, isDark, parseColour } from './colours.ts';

/** What the page looks like where an element stands. */
interface Looks {
  /** CSS colour of its text. */
  ink: string;
  /** CSS colour behind it; `undefined` where nothing but the canvas of the browser is there. */
  paper: string | undefined;
  style: CSSStyleDeclaration;
}

/** Names of the tokens that get the colour of the text, and of those that get the colour of the background. */
const INK = 'ink quiet accent accent-deep line-strong good warn bad focus'.split(' ');
const PAPER = 'paper on-accent wash good-wash warn-wash bad-wash'.split(' ');

/** A box that had a background of its own has a line instead. Letters and lines stand as far apart everywhere as the tool has it. */
const SPACING = `
  .root * { letter-spacing: inherit !important; word-spacing: inherit !important; line-height: inherit !important }
  :is(.note, .when, .promise, .field > .period) { outline-color: currentColor }
  .summary { border-block: 1px solid; border-inline-end: 1px solid }
  .popup { border-color: currentColor }`;

/**
 * Has one element follow the page: all that a tool for people with low vision has made of it (colours, font, size, spacing), or
 * whether it is dark. The tool changes the host element as all others of the page: there we read what the citizen has chosen. `sheet`
 * is the one that an earlier call has given: it comes after those of the element, and has all that as tokens. Elements inside of a
 * widget follow the page around that widget.
 */
export function followPage(host: LitElement, isToolOn: boolean, sheet = new CSSStyleSheet()): CSSStyleSheet {
  const { shadowRoot } = host;
  if (shadowRoot && !shadowRoot.adoptedStyleSheets.includes(sheet))
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  const looks = looksAround(host);
  sheet.replaceSync(isToolOn ? sheetOfTool(looks) : sheetOfPage(looks));
  return sheet;
}

/** How the page looks around the outermost of the widgets that an element is inside of. */
function looksAround(host: LitElement): Looks {
  const outermost = ancestorsOf(host).findLast((element) => element.shadowRoot?.querySelector('.root'));
  const style = getComputedStyle(outermost ?? host);
  const paper = ancestorsOf(outermost ?? host)
    .map((element) => getComputedStyle(element).backgroundColor)
    .find((colour) => parseColour(colour).alpha > 0.5);
  return { ink: style.color, paper, style };
}

/** The style sheet for a page that has no such tool: its own colours, dark ones on a dark page. */
const sheetOfPage = ({ paper }: Looks): string =>
  paper === undefined ? '' : `.root { color-scheme: ${isDark(parseColour(paper)) ? 'dark' : 'light'} }`;

/** The style sheet for what the tool has set. Text that could not be read in the colours found becomes black or white. */
function sheetOfTool({ ink, paper = '#ffffff', style }: Looks): string {
  const behind = parseColour(paper);
  const isBehindDark = isDark(behind);
  const readable = isBehindDark ? '#fff' : '#000';
  const colour = contrastOf(parseColour(ink), behind) < 4.5 ? readable : ink;
  const size = parseFloat(style.fontSize);
  const lineHeight = Math.max(1.5, parseFloat(style.lineHeight) / size || 0);
  return `.root {
    color-scheme: ${isBehindDark ? 'dark' : 'light'};
    ${INK.map((name) => `--${name}: ${colour};`).join('')}
    ${PAPER.map((name) => `--${name}: ${paper};`).join('')}
    --line: color-mix(in srgb, ${colour} 40%, ${paper});
    --size: max(17px, ${size}px);
    --font: ${style.fontFamily};
    line-height: ${lineHeight};
    letter-spacing: ${style.letterSpacing};
    word-spacing: ${style.wordSpacing};
    hyphens: auto;
  }${SPACING}`;
}
