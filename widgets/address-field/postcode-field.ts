import { html, nothing, type TemplateResult } from 'lit';

import type { Desk } from './editor.ts';
import { more } from './more-messages.ts';

/** A postcode that can be corrected: what the citizen types is never overwritten; emptied, it comes from the data again. */
export function postcodeField(
  desk: Desk,
  value: string,
  known: string | undefined,
  isDisabled = false,
): TemplateResult {
  const messages = { ...more, ...desk.messages };
  const hint =
    value && !/^\d{6}$/.test(value)
      ? messages.postcodeShort
      : known && value && value !== known
        ? messages.postcodeKnown(known)
        : '';
  return html`<div class="part">
    <label for="postcode">${messages.postcodeLabel}</label>
    <input
      class="input"
      id="postcode"
      inputmode="numeric"
      autocomplete="postal-code"
      enterkeyhint="done"
      maxlength="6"
      aria-describedby=${hint ? 'postcode-hint' : nothing}
      .value=${value}
      ?disabled=${isDisabled}
      @input=${(event: Event) => {
        desk.correct((event.target as HTMLInputElement).value.trim());
      }}
      @blur=${() => {
        if (!value || value === known) desk.correct(undefined);
        desk.settle();
      }}
    />
    ${hint ? html`<span class="hint" id="postcode-hint">${hint}</span>` : nothing}
  </div>`;
}
