import { html, nothing, type TemplateResult } from 'lit';

import type { EditorHost } from './editor.ts';
import { extraMessages, type ExtraMessages } from './extra-messages.ts';

/** What the field shows. */
interface PostcodeOptions {
  /** The text in the field. */
  value: string;
  /** The postcode that the index has; `undefined` if it has none. */
  knownPostcode: string | undefined;
}

/** A field for the postcode. What the citizen types is never overwritten. An empty field gets the postcode of the index again. */
export function postcodeField(host: EditorHost, options: PostcodeOptions): TemplateResult {
  const { value, knownPostcode } = options;
  const messages = { ...extraMessages, ...host.messages };
  const hint = hintOf(options, messages);
  const onInput = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value.trim();
    if (typed !== value) host.correctPostcode(typed);
  };
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
      ?disabled=${host.disabled}
      @input=${onInput}
      @change=${onInput}
      @blur=${() => {
        if (!value || value === knownPostcode) host.correctPostcode();
        host.dispatchChange();
      }}
    />
    ${hint ? html`<span class="hint" id="postcode-hint">${hint}</span>` : nothing}
  </div>`;
}

/** Says that the postcode has not six digits, or that the index has another one; empty if neither. */
function hintOf({ value, knownPostcode }: PostcodeOptions, messages: ExtraMessages): string {
  if (value && !/^\d{6}$/.test(value)) return messages.postcodeShort;
  return knownPostcode && value && value !== knownPostcode ? messages.postcodeKnown(knownPostcode) : '';
}
