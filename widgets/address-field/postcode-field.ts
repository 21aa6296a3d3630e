import { html, nothing, type TemplateResult } from 'lit';

import type { EditorHost } from './editor.ts';
import { extraMessages, type ExtraMessages } from './extra-messages.ts';

interface PostcodeOptions {
  value: string;
  /** The one in the data. */
  knownPostcode: string | undefined;
}

/** A postcode that can be corrected: what the citizen types is never overwritten; emptied, it comes from the data again. */
export function postcodeField(host: EditorHost, options: PostcodeOptions): TemplateResult {
  const { value, knownPostcode } = options;
  const messages = { ...extraMessages, ...host.messages };
  const hint = hintOf(options, messages);
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
      @input=${(event: Event) => {
        host.correctPostcode((event.target as HTMLInputElement).value.trim());
      }}
      @blur=${() => {
        if (!value || value === knownPostcode) host.correctPostcode();
        host.dispatchChange();
      }}
    />
    ${hint ? html`<span class="hint" id="postcode-hint">${hint}</span>` : nothing}
  </div>`;
}

function hintOf({ value, knownPostcode }: PostcodeOptions, messages: ExtraMessages): string {
  if (value && !/^\d{6}$/.test(value)) return messages.postcodeShort;
  return knownPostcode && value && value !== knownPostcode ? messages.postcodeKnown(knownPostcode) : '';
}
