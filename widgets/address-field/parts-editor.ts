import type { TemplateResult } from 'lit';

import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { addressOfParts, houseOf, inPlace, placeOf, type AddressParts } from './address-parts.ts';
import { chosenIn, isInStreet, withoutHouse, type ChosenAddress } from './chosen-address.ts';
import type { Editor, EditorHost, EditorView, Offers } from './editor.ts';
import { adopt, styles } from './extras.styles.ts';
import { PartCombobox } from './part-combobox.ts';
import { partsView } from './parts-view.ts';
import { COMMA } from './value.ts';

/** The address in parts: what is chosen in one narrows the next. */
export class PartsEditor implements Editor {
  readonly #host: EditorHost;
  readonly #place: PartCombobox;
  readonly #street: PartCombobox;
  #parts: AddressParts = { house: '', block: '', flat: '' };
  #asking: AbortController | undefined;

  constructor(host: EditorHost) {
    this.#host = host;
    this.#place = new PartCombobox(host, {
      id: 'locality',
      ask: (text, signal) => this.#askPlace(text, signal),
      onChange: (chosen) => {
        this.#onPlace(chosen);
      },
    });
    this.#street = new PartCombobox(host, {
      id: 'street',
      ask: (text, signal) => this.#askStreet(text, signal),
      onChange: (chosen) => {
        this.#onStreet(chosen);
      },
    });
    adopt(host, styles);
  }

  stop(): void {
    this.#asking?.abort();
    this.#place.stop();
    this.#street.stop();
  }

  /** A value whose names are not known stands in the first field as it is. */
  show(value: Address | undefined): void {
    this.#fill(value && chosenIn(value), value?.line);
  }

  render(view: EditorView): TemplateResult {
    return partsView(this.#host, {
      ...view,
      boxes: [this.#place, this.#street],
      parts: this.#parts,
      onInput: (part, value) => {
        this.#parts[part] = value;
        this.#write();
        void this.#askHouse();
      },
    });
  }

  #fill(chosen: ChosenAddress | undefined, line = ''): void {
    const isRead = !!chosen?.names.length;
    const street = isRead && isInStreet(chosen) ? chosen : undefined;
    const { house = '', flat = '' } = (isRead && chosen) || {};
    this.#place.text = isRead ? placeOf(chosen).line : line;
    this.#street.text = street?.names.at(-1) ?? '';
    this.#parts = {
      house,
      block: '',
      flat,
      place: chosen && { ...placeOf(chosen), line: this.#place.text },
      street: street && (withoutHouse(street) ?? street),
      known: house ? chosen : undefined,
    };
    this.stop();
  }

  #write(): void {
    this.#host.write(addressOfParts(this.#parts, [this.#place.text, this.#street.text]), this.#parts.known);
  }

  async #askPlace(text: string, signal: AbortSignal): Promise<Offers> {
    const bounds = this.#host.bounds === 'town' ? 'town' : 'locality';
    return text ? this.#host.suggest(text, { signal, bounds }) : this.#host.remembered();
  }

  /** The streets of the chosen place, without its name; of several places where none is chosen. */
  async #askStreet(text: string, signal: AbortSignal): Promise<Offers> {
    if (!text) return undefined;
    const { place } = this.#parts;
    const query = place ? text : [this.#place.text, text].join(COMMA);
    const found = await this.#host.suggest(query, {
      signal,
      bounds: 'street',
      ...(place && { within: place.kladr }),
    });
    const streets = found?.filter(({ kind }) => kind === 'street');
    return place ? streets?.map((street) => inPlace(street, place)) : streets;
  }

  /** What the data say of the house: its postcode, and whether they list it. What fails here costs a postcode, which can be typed. */
  async #askHouse(): Promise<void> {
    this.#asking?.abort();
    const { street } = this.#parts;
    const house = houseOf(this.#parts);
    this.#parts.known = undefined;
    if (!street || !house) return;
    const { signal } = (this.#asking = new AbortController());
    const known = await this.#host
      .open()
      .then((addresses) => addresses?.resolve(street.kladr, house))
      .catch(() => undefined);
    if (signal.aborted) return;
    this.#parts.known = known;
    this.#write();
    if (!this.#host.matches(':focus-within')) this.#host.settle();
  }

  /** A whole address may be chosen here too, if it was kept on this device. */
  #onPlace(chosen?: Suggestion): void {
    if (chosen && chosen.kind !== 'locality') this.#fill(chosen, chosen.line);
    else this.#parts = { ...this.#parts, place: chosen, street: undefined, known: undefined };
    this.#write();
  }

  #onStreet(chosen?: Suggestion): void {
    const street = chosen && { ...chosen, line: chosen.names.join(COMMA) };
    this.#parts = { ...this.#parts, street, known: undefined };
    if (chosen && !this.#place.text.trim()) {
      // The street was sought without a place: both are known now.
      this.#parts.place = placeOf(chosen);
      this.#place.text = this.#parts.place.line;
      this.#street.text = chosen.names.at(-1) ?? '';
    }
    this.#write();
    void this.#askHouse();
  }
}
