import { html, nothing, type TemplateResult } from 'lit';

import type { Address } from '../contract/values/schemas.ts';
import type { EditorHost } from './editor.ts';
import { extraMessages } from './extra-messages.ts';
import { adoptStyles, extraStyles } from './extras.styles.ts';
import { postcodeField } from './postcode-field.ts';
import { isRemembered, setRemembered } from './remembered-addresses.ts';

export interface AddressDetails {
  address: Address;
  /** The postcode in the data. */
  knownPostcode: string | undefined;
  /** The postcode as the citizen corrects it. */
  typedPostcode: string | undefined;
  /** The data do not list the house. */
  isUnlisted: boolean;
}

/** What stands below a whole address: what the data say of the house, and the offer to remember it. */
export function detailsView(host: EditorHost, view: AddressDetails): TemplateResult {
  const { address, isUnlisted } = view;
  adoptStyles(host, extraStyles);
  return html`<div class="below">
    ${isUnlisted ? html`<p class="unlisted">${host.messages.unlisted}</p>` : nothing}
    ${host.mode === 'parts' ? nothing : postcode(host, view)}${host.forgetful ? nothing : rememberBox(host, address)}
  </div>`;
}

/** The postcode in words, until the citizen wants to correct it. */
function postcode(host: EditorHost, { knownPostcode, typedPostcode }: AddressDetails) {
  const messages = { ...extraMessages, ...host.messages };
  if (typedPostcode !== undefined) return postcodeField(host, { value: typedPostcode, knownPostcode });
  const correct = async () => {
    host.correctPostcode(knownPostcode ?? '');
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLInputElement>('#postcode')?.select();
  };
  return html`<p>
    ${messages.postcode(knownPostcode)}
    <button
      class="link"
      type="button"
      aria-label="${messages.correct(knownPostcode)}: ${messages.postcodeLabel}"
      ?disabled=${host.matches(':disabled')}
      @click=${correct}
    >
      ${messages.correct(knownPostcode)}
    </button>
  </p>`;
}

function rememberBox(host: EditorHost, address: Address) {
  const messages = { ...extraMessages, ...host.messages };
  const onInput = (event: Event) => {
    // Not a change of the field's value.
    event.stopPropagation();
    const box = event.target as HTMLInputElement;
    setRemembered(address, box.checked);
    box.checked = isRemembered(address);
  };
  return html`<label class="remember"
    ><input type="checkbox" .checked=${isRemembered(address)} @input=${onInput} /><span
      >${messages.remember}<span class="hint">${messages.rememberHint}</span></span
    ></label
  >`;
}
