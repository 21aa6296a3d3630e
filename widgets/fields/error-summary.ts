import { html, type LitElement, type TemplateResult } from 'lit';

import { addStyles } from '../styles/add-styles.ts';
import { summaryStyles } from '../styles/summary.ts';
import { reveal } from './reveal.ts';

/** One entry of the error summary. */
export interface SummaryError {
  /** Id of the control to which the entry leads. */
  id: string;
  message: string;
  /** Whether it is mended by now. It stays in the list until the next check, which would move all below it else. */
  isMended?: boolean;
}

/**
 * The list of errors above a form (GOV.UK Design System, error summary). It takes the focus after a failed submit. A link scrolls
 * to the label of its field and focuses the control; the address of the host's page stays as it is.
 */
export function errorSummary(
  host: LitElement,
  title: string,
  errors: readonly SummaryError[],
): TemplateResult {
  addStyles(host, summaryStyles);
  return html`<div
    class="summary"
    tabindex="-1"
    role="group"
    aria-labelledby="okno-summary-title"
    aria-describedby="okno-summary-list"
    data-focus="summary"
  >
    <h3 id="okno-summary-title">${title}: ${errors.length}</h3>
    <ul id="okno-summary-list">
      ${errors.map(
        ({ id, message, isMended }) =>
          html`<li class=${isMended ? 'tick' : ''}>
            <a href="#${id}" @click=${goToControl} data-control=${id}>${message}</a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Scrolls to the field of an entry, and focuses its control. Where the control is missing, the link works as any other. */
function goToControl(event: Event): void {
  const link = event.currentTarget as HTMLElement;
  const root = link.getRootNode() as ShadowRoot;
  const control = root.getElementById(link.dataset['control'] ?? '');
  if (!control) return;
  event.preventDefault();
  void reveal(control.closest<HTMLElement>('.field') ?? control);
  control.focus({ preventScroll: true });
}
