import type { CSSResult, LitElement } from 'lit';

/**
 * Adds a style sheet to an element that is rendered already, before its others: those go further than the sheets that all widgets share,
 * or follow a tool for people with low vision. Does nothing where the element has it.
 */
export function addStyles({ shadowRoot: root }: LitElement, { styleSheet }: CSSResult): void {
  if (root && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [styleSheet, ...root.adoptedStyleSheets];
}
