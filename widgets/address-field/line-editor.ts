import { html, nothing, type TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import {
  addressOf,
  chosenIn,
  goesOn,
  lineIn,
  placeCodeOf,
  withoutHouse,
  type ChosenAddress,
} from './chosen-address.ts';
import { comboboxView } from './combobox-view.ts';
import { Combobox } from './combobox.ts';
import type { Editor, EditorHost, EditorView, Offers } from './editor.ts';
import { labelText, notes } from './field-head.ts';
import { COMMA } from './value.ts';

/** The address in one line. */
export class LineEditor extends Combobox implements Editor {
  #chosen: ChosenAddress | undefined;
  /** The line with a house that was typed behind what was chosen, as the data have it. */
  #withHouse: ChosenAddress | undefined;

  constructor(host: EditorHost) {
    super(host, 'address');
  }

  show(value: Address | undefined): void {
    this.text = value?.line ?? '';
    this.#chosen = value && chosenIn(value);
    this.stop();
  }

  render({ label, isNamed }: EditorView): TemplateResult {
    const { host } = this;
    const describedBy = `${host.error && 'address-error '}address-hint how-to`;
    const name = isNamed ? label : '';
    return html`${isNamed ? nothing : html`<label for="address">${labelText(host, label)}</label>`}${notes(host, host.hint || host.messages.hint)}
    ${comboboxView(this, { describedBy, name, asksMore: this.#last === 'house' })}`;
  }

  /** The kind of a suggestion that nothing more is typed behind. */
  get #last(): string {
    const { bounds } = this.host;
    return bounds === 'town' ? 'locality' : bounds || 'house';
  }

  protected async ask(text: string, signal: AbortSignal): Promise<Offers> {
    if (!text) return this.host.remembered();
    const chosen = this.#chosen;
    // Behind a chosen place only what lies in it; its street is sought by name.
    const within = chosen && { within: placeCodeOf(chosen) };
    const found = await this.host.suggest(text, { signal, ...within });
    const same = chosen && found?.filter(({ kladr }) => kladr === chosen.kladr);
    if (!same?.length || signal.aborted) return found;
    const house = same.find(({ kind }) => kind === 'house');
    this.#withHouse = house && { ...house, line: lineIn(text) };
    this.#write();
    // She may have left the field before the answer came.
    if (!this.host.matches(':focus-within')) this.host.settle();
    return same;
  }

  #write(): void {
    const known = this.#withHouse?.line === lineIn(this.text) ? this.#withHouse : this.#chosen;
    this.host.write(addressOf(this.text, known, this.host.addresses), known);
  }

  protected onType(): void {
    const { text } = this;
    const chosen = this.#chosen;
    this.#chosen = [chosen, chosen && withoutHouse(chosen)].find((one) => one && goesOn(text, one));
    // With the address goes what was corrected in it.
    if (!lineIn(text)) this.host.correctPostcode();
    this.#write();
  }

  protected onTake(suggestion?: Suggestion): void {
    this.#chosen = suggestion;
    if (suggestion) this.put(suggestion.kind === this.#last ? suggestion.line : suggestion.line + COMMA);
    this.#write();
  }

  protected override onLeave(): void {
    // The comma that we have put there, not one that was typed.
    if (this.#chosen && this.text === this.#chosen.line + COMMA) this.text = this.#chosen.line;
    super.onLeave();
  }
}
