import type { CSSResult, LitElement } from 'lit';

/**
 * Adds a style sheet to an element that is rendered already, before its others: those go further than the sheets that all widgets share,
 * or follow a tool for people with low vision. Does nothing where the element has it. Where a browser cannot share sheets (Safari before
 * 16.4, Firefox before 101), it becomes a `<style>`, as Lit makes of all others.
 */
export function addStyles({ shadowRoot: root }: LitElement, { styleSheet, cssText }: CSSResult): void {
  if (!root) return;
  if (!styleSheet) {
    if ([...root.querySelectorAll('style')].some(({ textContent }) => textContent === cssText)) return;
    root.prepend(Object.assign(document.createElement('style'), { textContent: cssText }));
  } else if (!root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [styleSheet, ...root.adoptedStyleSheets];
}
