import { html, nothing, type TemplateResult } from 'lit';

import type { Address } from '../contract/values/schemas.ts';
import type { AddressEditor, EditorHost } from './editor.ts';
import { extraMessages } from './extra-messages.ts';
import { adoptStyles, extraStyles } from './extras.styles.ts';
import { linkButton } from './link-button.ts';
import { postcodeField } from './postcode-field.ts';
import { isRemembered, setRemembered } from './remembered-addresses.ts';

/** What is shown below a whole address. */
interface AddressDetails {
  /** The postcode that the address index has; `undefined` if it has none. */
  knownPostcode: string | undefined;
  /** The postcode that the citizen is typing; `undefined` while she does not correct it. */
  typedPostcode: string | undefined;
  /** Whether the index lists houses of the street, but not this one. */
  isUnlisted: boolean;
  /** `undefined` while its code is fetched. */
  editor: AddressEditor | undefined;
}

/**
 * Shows, below a whole address, whether the index lists the house, its postcode, and the checkbox that remembers the address; below
 * any address that was taken for what was typed, a button that puts this back. Below any other address nothing.
 */
export function detailsView(host: EditorHost, view: AddressDetails): TemplateResult | typeof nothing {
  const { isUnlisted, editor } = view;
  const address = host.value;
  if (!address?.kladr || (address.manual && !isUnlisted) || !(address.house || editor?.undo)) return nothing;
  adoptStyles(host, extraStyles);
  const messages = { ...extraMessages, ...host.messages };
  return html`<div class="below">
    ${isUnlisted ? html`<p class="unlisted">${messages.unlisted(address.house ?? '')}</p>` : nothing}
    ${editor?.nearHouses?.length ? nearHouses(host, editor) : nothing}
    ${editor?.undo ? undoButton(host, view) : nothing}
    ${host.mode === 'parts' || !address.house ? nothing : postcode(host, view)}${host.forgetful || !address.house || address.manual ? nothing : rememberBox(host, address)}
  </div>`;
}

/** Offers the listed houses near one that is not. */
function nearHouses(host: EditorHost, editor: AddressEditor) {
  const messages = { ...extraMessages, ...host.messages };
  return html`<p class="whole">
    ${messages.nearest}
    ${editor.nearHouses?.map((house) =>
      linkButton(host, house, () => {
        editor.chooseHouse?.(house);
      }),
    )}
  </p>`;
}

/** Says that an address was taken for what was typed, with the button that puts this back. */
function undoButton(host: EditorHost, { isUnlisted, editor }: AddressDetails) {
  const messages = { ...extraMessages, ...host.messages };
  return html`<p class="whole">
    ${isUnlisted ? nothing : messages.recognized()} ${linkButton(host, messages.undo, () => editor?.undo?.())}
  </p>`;
}

/** Shows the postcode as text with a button; after the button is pressed, as a field. */
function postcode(host: EditorHost, { knownPostcode, typedPostcode }: AddressDetails) {
  const messages = { ...extraMessages, ...host.messages };
  if (typedPostcode !== undefined) return postcodeField(host, { value: typedPostcode, knownPostcode });
  const showPostcodeField = async () => {
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
      @click=${showPostcodeField}
    >
      ${messages.correct(knownPostcode)}
    </button>
  </p>`;
}

/** The checkbox that remembers the address on this device. */
function rememberBox(host: EditorHost, address: Address) {
  const messages = { ...extraMessages, ...host.messages };
  const onInput = (event: Event) => {
    // For the host page this `input` would be a change of the field's value.
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
