import { css } from 'lit';

import { tokens } from './tokens.ts';

/**
 * Style sheet of the root of every element. Pages have style sheets for «all elements», and inherited properties reach into a shadow
 * root. So the element takes nothing from the page but custom properties, `color-scheme` and `visibility`.
 *
 * A rule of the page for the host element beats `:host`. A webmaster may hide the element, and set its margins, width and position.
 * What is `!important` here beats the page: a rule for all elements would only break the widget by it.
 */
const styles = css`
  :host {
    display: block;
    max-inline-size: min(var(--width), 100%);
    scroll-margin-block-start: var(--okno-scroll-margin);
    --width: 720px !important;
    /* The width of a flex item that the row would make narrower. A narrower page gives what it has. */
    min-inline-size: min(280px, 100%) !important;
    box-sizing: border-box !important;
    overflow: visible !important;
    container-type: normal !important;
    opacity: 1 !important;
    filter: none !important;
    zoom: 1 !important;
    text-decoration: none !important;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    visibility: inherit;
    display: block;
    max-inline-size: var(--width);
    color: var(--ink);
    font: 400 var(--size) / 1.5 var(--font);
    text-wrap: pretty;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    /* Of a parent with «none», «auto» means «none» too. */
    -webkit-user-select: text;
    user-select: text;
  }
  /* A widget may stand in a narrow column of a wide page: it looks at its own width, not at the window's. */
  .content {
    container-type: inline-size;
  }
  /*
   * A container has no width of its own: a parent that shrinks to fit (float, dialog, table cell, flex item) would make it 0 px wide.
   * A grid without items has one: 720 px where there is room, else no less than 280 px.
   */
  .root::before {
    content: '';
    display: grid;
    grid-template-columns: minmax(280px, 720px);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
`;

/** Tokens and root: the first style sheets of every element. */
export const rootStyles = [tokens, styles];
