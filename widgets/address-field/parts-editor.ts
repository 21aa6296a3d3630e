import type { TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import {
  addressFromParts,
  houseWithBlock,
  withoutLocalityNames,
  addressLocality,
  hasStreet,
  type AddressParts,
} from './address-parts.ts';
import { chosenAddressOf, withoutHouse, type ChosenAddress } from './chosen-address.ts';
import type { AddressEditor, EditorHost, EditorOptions, SuggestionList } from './editor.ts';
import { adoptStyles, extraStyles } from './extras.styles.ts';
import { PartCombobox } from './part-combobox.ts';
import { partsView } from './parts-view.ts';
import { LINE_SEPARATOR } from './value.ts';

/** The editor that has a field for each part. The chosen locality narrows the streets; a typed house is looked up in the index. */
export class PartsEditor implements AddressEditor {
  readonly #host: EditorHost;
  readonly #locality: PartCombobox;
  readonly #street: PartCombobox;
  #parts: AddressParts = { house: '', block: '', flat: '' };
  /** The last look-up of a house: a newer one aborts it. */
  #houseRequest: AbortController | undefined;

  constructor(host: EditorHost) {
    this.#host = host;
    this.#locality = new PartCombobox(host, {
      id: 'locality',
      suggest: (text, signal) => this.#suggestLocality(text, signal),
      onChange: (chosen) => {
        this.#onLocality(chosen);
      },
    });
    this.#street = new PartCombobox(host, {
      id: 'street',
      suggest: (text, signal) => this.#suggestStreet(text, signal),
      onChange: (chosen) => {
        this.#onStreet(chosen);
      },
    });
    adoptStyles(host, extraStyles);
  }

  stop(): void {
    this.#houseRequest?.abort();
    this.#locality.stop();
    this.#street.stop();
  }

  /** Writes a value into the parts. One whose names are not known stands in the first field as a whole. */
  showValue(value: Address | undefined): void {
    this.#fill(value && chosenAddressOf(value), value?.line);
  }

  render(view: EditorOptions): TemplateResult {
    return partsView(this.#host, {
      ...view,
      boxes: [this.#locality, this.#street],
      parts: this.#parts,
      onInput: (part, value) => {
        this.#parts[part] = value;
        this.#write();
        void this.#loadHouse();
      },
    });
  }

  /** Writes a chosen address into the parts. Without its names, `line` stands in the first field. */
  #fill(chosen: ChosenAddress | undefined, line = ''): void {
    const hasNames = !!chosen?.names.length;
    const street = hasNames && hasStreet(chosen) ? chosen : undefined;
    const { house = '', flat = '' } = (hasNames && chosen) || {};
    this.#locality.text = hasNames ? addressLocality(chosen).line : line;
    this.#street.text = street?.names.at(-1) ?? '';
    this.#parts = {
      ...{ house, block: '', flat },
      locality: chosen && { ...addressLocality(chosen), line: this.#locality.text },
      street: street && (withoutHouse(street) ?? street),
      houseData: house ? chosen : undefined,
    };
    this.stop();
  }

  /** Sets the value of the field from the parts. */
  #write(): void {
    const address = addressFromParts(this.#parts, [this.#locality.text, this.#street.text]);
    this.#host.setAddress(address, this.#parts.houseData);
  }

  /** Localities; towns only, if `bounds` asks so. In an empty field, remembered addresses. */
  async #suggestLocality(text: string, signal: AbortSignal): Promise<SuggestionList> {
    const bounds = this.#host.bounds === 'town' ? 'town' : 'locality';
    return text ? this.#host.suggest(text, { signal, bounds }) : this.#host.suggestRemembered();
  }

  /** Streets of the chosen locality, without its name. If none is chosen, streets with their localities, searched by both texts. */
  async #suggestStreet(text: string, signal: AbortSignal): Promise<SuggestionList> {
    if (!text) return undefined;
    const { locality } = this.#parts;
    const query = locality ? text : [this.#locality.text, text].join(LINE_SEPARATOR);
    const inLocality = locality && { within: locality.kladr };
    const suggestions = await this.#host.suggest(query, { signal, bounds: 'street', ...inLocality });
    const streets = suggestions?.filter(({ kind }) => kind === 'street');
    return locality ? streets?.map((street) => withoutLocalityNames(street, locality)) : streets;
  }

  /** Looks the house up in the index: its postcode, and whether it is listed. After a failure the citizen can type the postcode. */
  async #loadHouse(): Promise<void> {
    this.#houseRequest?.abort();
    const { street } = this.#parts;
    const house = houseWithBlock(this.#parts);
    this.#parts.houseData = undefined;
    if (!street || !house) return;
    const { signal } = (this.#houseRequest = new AbortController());
    const known = await this.#host
      .openIndex()
      .then((addresses) => addresses?.resolve(street.kladr, house))
      .catch(() => undefined);
    if (signal.aborted) return;
    this.#parts.houseData = known;
    this.#write();
    if (!this.#host.matches(':focus-within')) this.#host.dispatchChange();
  }

  /** Called when the locality is chosen or typed. A remembered address is chosen in this field too: it fills all parts. */
  #onLocality(chosen?: Suggestion): void {
    if (chosen && chosen.kind !== 'locality') this.#fill(chosen, chosen.line);
    else this.#parts = { ...this.#parts, locality: chosen, street: undefined, houseData: undefined };
    this.#write();
  }

  /** Called when the street is chosen or typed. */
  #onStreet(chosen?: Suggestion): void {
    const street = chosen && { ...chosen, line: chosen.names.join(LINE_SEPARATOR) };
    this.#parts = { ...this.#parts, street, houseData: undefined };
    if (chosen && !this.#locality.text.trim()) {
      // The street was searched without a locality. Now both are known.
      this.#parts.locality = addressLocality(chosen);
      this.#locality.text = this.#parts.locality.line;
      this.#street.text = chosen.names.at(-1) ?? '';
    }
    this.#write();
    void this.#loadHouse();
  }
}
