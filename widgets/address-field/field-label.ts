import { html, nothing, type TemplateResult } from 'lit';

import type { EditorHost } from './editor.ts';

/** The words of a label: whether the field may stay empty stands behind them. */
export const addressLabel = ({ optional }: EditorHost, label: string): TemplateResult =>
  html`${label}${optional ? html` <span class="optional">· ${optional}</span>` : nothing}`;

/** What stands between the label and the first input: a hint, if there is one, what is wrong, and how suggestions are used. */
export const fieldDescription = ({ error, messages }: EditorHost, hint: string): TemplateResult =>
  html`${hint ? html`<span class="hint" id="address-hint">${hint}</span>` : nothing}
    ${error ? html`<span class="error" id="address-error">${error}</span>` : nothing}
    <span class="hidden" id="how-to">${messages.howTo}</span>`;
