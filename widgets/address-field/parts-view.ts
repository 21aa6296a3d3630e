import { html, nothing, type TemplateResult } from 'lit';

import type { AddressParts } from './address-parts.ts';
import type { EditorHost, EditorOptions } from './editor.ts';
import { extraMessages } from './extra-messages.ts';
import { addressLabel, fieldDescription } from './field-label.ts';
import type { PartCombobox } from './part-combobox.ts';
import { linkButton } from './link-button.ts';
import { postcodeField } from './postcode-field.ts';

/** A part that has no suggestions. */
type TypedPart = 'house' | 'block' | 'flat';
const TYPED_PARTS: TypedPart[] = ['house', 'block', 'flat'];

/** What the parts show. */
interface PartsOptions extends EditorOptions {
  /** The comboboxes of locality and street. */
  boxes: [PartCombobox, PartCombobox];
  parts: AddressParts;
  /** Called when the citizen types in a part without suggestions. */
  onInput: (part: TypedPart, value: string) => void;
  /** Called when the focus leaves all parts. */
  onLeave: () => void;
  /** Called when Enter is pressed in a part without suggestions. */
  onEnter: () => void;
  /** Asks about a street that was chosen in another place; `undefined` where there is none. */
  oldStreet: OldStreet | undefined;
}

/** A street that stands in its field, though another place was chosen. */
export interface OldStreet {
  name: string;
  /** Keeps its name as the citizen's own text, or clears the field. */
  onAnswer: (keepsIt: boolean) => void;
}

/** Shows the parts of an address as a group with a name. `bounds` leaves out the parts below that level. */
export function partsView(host: EditorHost, view: PartsOptions): TemplateResult {
  const { label, isNamed } = view;
  const { hint } = host;
  const onFocusOut = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) view.onLeave();
  };
  return html`<fieldset aria-label=${isNamed ? label : nothing} @focusout=${onFocusOut}>
    ${isNamed ? nothing : html`<legend>${addressLabel(host, label)}</legend>`}${fieldDescription(host, hint)}
    <div class="parts">${partFields(host, view)}</div>
  </fieldset>`;
}

/**
 * The fields, and the postcode below them. Without `bounds`: locality, street, house, block, flat; with `street`: locality and
 * street; with any other: only the locality.
 */
function partFields(host: EditorHost, view: PartsOptions): TemplateResult {
  const { bounds, error, hint } = host;
  const { postcode } = view;
  const [localityBox] = view.boxes;
  const { houseData, street, locality } = view.parts;
  const messages = { ...extraMessages, ...host.messages };
  return html`<div class="part wide">
      <label for="locality">${messages.locality}</label>
      ${localityBox.render({ describedBy: [error && 'address-error', hint && 'address-hint', 'how-to'].filter(Boolean).join(' ') })}
    </div>
    ${bounds && bounds !== 'street' ? nothing : streetField(host, view)}
    ${bounds ? nothing : TYPED_PARTS.map((part) => typedPart(host, part, view))}
    ${postcodeField(host, { value: postcode, knownPostcode: (houseData ?? street ?? locality)?.postcode })}`;
}

/** The field of the street; below it the question about a street of another place, or that the house follows directly. */
function streetField(host: EditorHost, { boxes, parts, oldStreet }: PartsOptions): TemplateResult {
  const messages = { ...extraMessages, ...host.messages };
  const [, box] = boxes;
  const isWithoutStreets = parts.locality?.hasStreets === false;
  // The combobox of the locality shows the error of the whole field, so that of the street does not.
  const describedBy = [oldStreet && 'street-question', isWithoutStreets && 'street-hint', 'how-to']
    .filter(Boolean)
    .join(' ');
  const view = { describedBy, isErrorElsewhere: true };
  return html`<div class="part wide">
    <label for="street">${messages.street}</label>
    ${box.render(view)}
    ${isWithoutStreets ? html`<span class="hint" id="street-hint">${messages.houseFollows}</span>` : nothing}
    ${oldStreet ? streetQuestion(host, oldStreet) : nothing}
  </div>`;
}

/** Asks whether the street stays that was chosen in another place. */
function streetQuestion(host: EditorHost, { name, onAnswer }: OldStreet) {
  const messages = { ...extraMessages, ...host.messages };
  const button = (text: string, keepsIt: boolean) =>
    linkButton(host, text, () => {
      onAnswer(keepsIt);
    });
  return html`<p class="question">
    <span id="street-question">${messages.oldStreet(name)}</span>
    ${button(messages.keepStreet, true)}${button(messages.clearStreet, false)}
  </p>`;
}

/** The field of a part without suggestions. */
function typedPart(host: EditorHost, part: TypedPart, view: PartsOptions): TemplateResult {
  const onInput = (event: Event) => {
    view.onInput(part, (event.target as HTMLInputElement).value);
  };
  return html`<div class="part">
    <label for=${part}>${{ ...extraMessages, ...host.messages }[part]}</label>
    <input
      class="input"
      id=${part}
      autocomplete="off"
      autocapitalize="off"
      enterkeyhint="next"
      inputmode=${part === 'flat' ? 'numeric' : nothing}
      maxlength="20"
      .value=${view.parts[part]}
      ?disabled=${host.disabled}
      @input=${onInput}
      @change=${onInput}
      @keydown=${({ key, isComposing }: KeyboardEvent) => {
        if (key === 'Enter' && !isComposing) view.onEnter();
      }}
      @blur=${() => {
        host.dispatchChange();
      }}
    />
  </div>`;
}
