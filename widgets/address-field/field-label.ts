import { html, nothing, type TemplateResult } from 'lit';

import type { EditorHost } from './editor.ts';

/** Text of a label, with the word `optional` behind it where the field may stay empty. */
export const addressLabel = ({ optional }: EditorHost, label: string): TemplateResult =>
  html`${label}${optional ? html` <span class="optional">· ${optional}</span>` : nothing}`;

/** Hint, error, and (for screen readers) how to use suggestions, between the label and the first input. */
export const fieldDescription = ({ error, messages }: EditorHost, hint: string): TemplateResult =>
  html`${hint ? html`<span class="hint" id="address-hint">${hint}</span>` : nothing}
    ${error ? html`<span class="error" id="address-error">${error}</span>` : nothing}
    <span class="hidden" id="how-to">${messages.howTo}</span>`;
