import { css } from 'lit';

import { tokens } from './tokens.ts';

/**
 * Style sheet of the root of every element. Pages have style sheets for «all elements», and inherited properties reach into a shadow
 * root. So the element takes nothing from the page but custom properties, `color-scheme` and `visibility`.
 */
const styles = css`
  :host {
    display: block;
    max-inline-size: var(--width);
    /* The width of a flex item that the row would make narrower. A narrower page gives what it has. */
    min-inline-size: min(280px, 100%);
    --width: 720px;
  }
  :host([hidden]) {
    display: none;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    visibility: inherit;
    display: block;
    /* A widget may stand in a narrow column of a wide page: it looks at its own width, not at the window's. */
    container-type: inline-size;
    max-inline-size: var(--width);
    color: var(--ink);
    font: 400 var(--size) / 1.5 var(--font);
    text-wrap: pretty;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  /*
   * A container has no width of its own: a parent that shrinks to fit (float, dialog, table cell, flex item) would make it 0 px wide.
   * The strut has one: 720 px where there is room, else no less than 280 px, the width of its widest child.
   */
  .strut {
    block-size: 0;
    overflow: hidden;
    line-height: 0;
  }
  .strut i {
    display: inline-block;
    inline-size: 220px;
  }
  .strut :first-child {
    inline-size: 280px;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`;

/** Tokens and root: the first style sheets of every element. */
export const rootStyles = [tokens, styles];
