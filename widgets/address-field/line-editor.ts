import { html, nothing, type TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import {
  addressFromText,
  chosenAddressOf,
  startsWithChosen,
  trimLine,
  withoutHouse,
  type ChosenAddress,
} from './chosen-address.ts';
import { comboboxView } from './combobox-view.ts';
import { Combobox } from './combobox.ts';
import type { AddressEditor, EditorHost, EditorOptions, SuggestionList } from './editor.ts';
import { addressLabel, fieldDescription } from './field-label.ts';
import { LINE_SEPARATOR } from './value.ts';

/** The editor that has one line for the whole address. */
export class LineEditor extends Combobox implements AddressEditor {
  /** The suggestion that was chosen, as long as the text begins with it. */
  chosen: ChosenAddress | undefined;
  /** The suggestion for the house that was typed behind the chosen street; `line` is the text for which it was found. */
  withHouse: ChosenAddress | undefined;
  /** The line that stays as it is: it came from outside, or the citizen wants it so. */
  kept = '';
  /** Puts back what was typed; `undefined` unless an address was taken for it. */
  undo: (() => void) | undefined;

  constructor(host: EditorHost) {
    super(host, 'address');
  }

  showValue(value: Address | undefined): void {
    this.text = this.kept = value?.line ?? '';
    this.undo = undefined;
    this.chosen = value && chosenAddressOf(value);
    this.stop();
    this.showEnd();
  }

  render({ label, isNamed }: EditorOptions): TemplateResult {
    const { host } = this;
    const describedBy = `${host.error && 'address-error '}address-hint how-to`;
    const name = isNamed ? label : '';
    return html`${isNamed ? nothing : html`<label for="address">${addressLabel(host, label)}</label>`}${fieldDescription(host, host.hint || host.messages.hint)}
    ${comboboxView(this, { describedBy, name, showsMissing: this.#finestKind === 'house', autocomplete: host.bounds ? 'off' : 'street-address' })}`;
  }

  /** The kind of suggestion that completes an address, by `bounds`: it gets no comma behind it. */
  get #finestKind(): string {
    const { bounds } = this.host;
    return bounds === 'town' ? 'locality' : bounds || 'house';
  }

  protected async findSuggestions(text: string, signal: AbortSignal): Promise<SuggestionList> {
    if (!text) return this.host.suggestRemembered();
    const { chosen, host } = this;
    const extras = chosen && (await host.loadExtras());
    return extras ? extras.suggestBehind(this, { chosen, text, signal }) : host.suggest(text, { signal });
  }

  /** Sets the value that the text stands for. */
  setAddress(): void {
    const { text, withHouse, host } = this;
    const known = withHouse?.line === trimLine(text) ? withHouse : this.chosen;
    host.setAddress(addressFromText(text, known, host.addresses), known);
  }

  protected onType(): void {
    const { text } = this;
    this.undo = undefined;
    const chosen = this.chosen;
    // Where the text does not begin with the chosen house any more, it may still begin with its street.
    this.chosen = [chosen, chosen && withoutHouse(chosen)].find(
      (candidate) => candidate && startsWithChosen(text, candidate),
    );
    // An empty field forgets the postcode that was typed.
    if (!trimLine(text)) this.host.correctPostcode();
    this.setAddress();
  }

  protected onChoose(suggestion?: Suggestion): void {
    if (!suggestion) this.kept = trimLine(this.text);
    const isWhole = suggestion?.kind === this.#finestKind;
    this.write(suggestion ? suggestion.line + (isWhole ? '' : LINE_SEPARATOR) : this.text, suggestion);
    if (suggestion) void this.host.loadExtras().then((extras) => extras?.addFias(this, suggestion));
  }

  /** Sets text and value; `chosen` is what the text begins with. */
  write(text: string, chosen?: ChosenAddress): void {
    this.chosen = chosen;
    this.withHouse = this.undo = undefined;
    this.replaceText(text);
    this.setAddress();
  }

  override async settle(needsHouse?: boolean): Promise<void> {
    const { text, host } = this;
    if (!host.value?.manual || this.kept === trimLine(text)) return;
    const extras = await host.loadExtras();
    if (text === this.text) await extras?.recognizeLine(this, needsHouse);
  }

  protected override onLeave(): void {
    // Removes the comma that `onChoose` has added. A comma that the citizen has typed stays.
    if (this.chosen && this.text === this.chosen.line + LINE_SEPARATOR) this.text = this.chosen.line;
    super.onLeave();
    void this.settle();
  }
}
