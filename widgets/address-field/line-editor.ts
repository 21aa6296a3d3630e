import { html, nothing, type TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import {
  addressFromText,
  chosenAddressOf,
  startsWithChosen,
  trimLine,
  localityCodeOf,
  withoutHouse,
  type ChosenAddress,
} from './chosen-address.ts';
import { comboboxView } from './combobox-view.ts';
import { Combobox } from './combobox.ts';
import type { AddressEditor, EditorHost, EditorOptions, SuggestionList } from './editor.ts';
import { addressLabel, fieldDescription } from './field-label.ts';
import { LINE_SEPARATOR } from './value.ts';

/** The address in one line. */
export class LineEditor extends Combobox implements AddressEditor {
  #chosen: ChosenAddress | undefined;
  /** The line with a house that was typed behind what was chosen, as the data have it. */
  #withHouse: ChosenAddress | undefined;

  constructor(host: EditorHost) {
    super(host, 'address');
  }

  showValue(value: Address | undefined): void {
    this.text = value?.line ?? '';
    this.#chosen = value && chosenAddressOf(value);
    this.stop();
  }

  render({ label, isNamed }: EditorOptions): TemplateResult {
    const { host } = this;
    const describedBy = `${host.error && 'address-error '}address-hint how-to`;
    const name = isNamed ? label : '';
    return html`${isNamed ? nothing : html`<label for="address">${addressLabel(host, label)}</label>`}${fieldDescription(host, host.hint || host.messages.hint)}
    ${comboboxView(this, { describedBy, name, showsMissing: this.#finestKind === 'house' })}`;
  }

  /** The kind of a suggestion that nothing more is typed behind. */
  get #finestKind(): string {
    const { bounds } = this.host;
    return bounds === 'town' ? 'locality' : bounds || 'house';
  }

  protected async findSuggestions(text: string, signal: AbortSignal): Promise<SuggestionList> {
    if (!text) return this.host.suggestRemembered();
    const chosen = this.#chosen;
    // Behind a chosen place only what lies in it; its street is sought by name.
    const within = chosen && { within: localityCodeOf(chosen) };
    const found = await this.host.suggest(text, { signal, ...within });
    const same = chosen && found?.filter(({ kladr }) => kladr === chosen.kladr);
    if (!same?.length || signal.aborted) return found;
    const house = same.find(({ kind }) => kind === 'house');
    this.#withHouse = house && { ...house, line: trimLine(text) };
    this.#write();
    // She may have left the field before the answer came.
    if (!this.host.matches(':focus-within')) this.host.dispatchChange();
    return same;
  }

  #write(): void {
    const known = this.#withHouse?.line === trimLine(this.text) ? this.#withHouse : this.#chosen;
    this.host.setAddress(addressFromText(this.text, known, this.host.addresses), known);
  }

  protected onType(): void {
    const { text } = this;
    const chosen = this.#chosen;
    this.#chosen = [chosen, chosen && withoutHouse(chosen)].find((one) => one && startsWithChosen(text, one));
    // With the address goes what was corrected in it.
    if (!trimLine(text)) this.host.correctPostcode();
    this.#write();
  }

  protected onChoose(suggestion?: Suggestion): void {
    this.#chosen = suggestion;
    if (suggestion)
      this.replaceText(
        suggestion.kind === this.#finestKind ? suggestion.line : suggestion.line + LINE_SEPARATOR,
      );
    this.#write();
  }

  protected override onLeave(): void {
    // The comma that we have put there, not one that was typed.
    if (this.#chosen && this.text === this.#chosen.line + LINE_SEPARATOR) this.text = this.#chosen.line;
    super.onLeave();
  }
}
