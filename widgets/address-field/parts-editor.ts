// Longer than other modules: the state of all parts stands in one class.
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
import type { AddressEditor, EditorHost, EditorOptions, RecognizableLine, SuggestionList } from './editor.ts';
import { extraMessages } from './extra-messages.ts';
import { adoptStyles, extraStyles } from './extras.styles.ts';
import { PartCombobox } from './part-combobox.ts';
import { PartsLookUp, type PartsFound } from './parts-look-up.ts';
import { partsView, type OldStreet } from './parts-view.ts';
import { recognizeLine } from './recognize-line.ts';
import { StreetQuestion } from './street-question.ts';
import { LINE_SEPARATOR } from './value.ts';

/** The editor that has a field for each part. The chosen locality narrows the streets; a typed house is looked up in the index. */
export class PartsEditor implements AddressEditor, RecognizableLine {
  readonly host: EditorHost;
  /** The address that was taken for what was typed, until a part is edited. */
  chosen: ChosenAddress | undefined;
  kept = '';
  undo: (() => void) | undefined;
  failures = 0;
  nearHouses: readonly string[] = [];
  readonly #locality: PartCombobox;
  readonly #street: PartCombobox;
  #parts: AddressParts = { house: '', block: '', flat: '' };
  /** What stood in the parts before an address was taken for it. */
  #before: { texts: [string, string]; parts: AddressParts } | undefined;
  readonly #lookUp: PartsLookUp;
  readonly #question: StreetQuestion;

  constructor(host: EditorHost) {
    this.host = host;
    this.#lookUp = new PartsLookUp(host);
    this.#question = new StreetQuestion(host);
    const settle = (needsHouse?: boolean) => this.#recognize(needsHouse);
    this.#locality = new PartCombobox(host, {
      id: 'locality',
      suggest: (text, signal) => this.#suggestLocality(text, signal),
      onChange: (chosen) => {
        this.#onLocality(chosen);
      },
      onLeave: () => {
        this.#question.ask(this.#street.text.trim());
      },
      settle,
    });
    this.#street = new PartCombobox(host, {
      id: 'street',
      suggest: (text, signal) => this.#suggestStreet(text, signal),
      onChange: (chosen) => {
        this.#onStreet(chosen);
      },
      settle,
    });
    adoptStyles(host, extraStyles);
  }

  /** The whole address, as it is typed. */
  get text(): string {
    return this.host.value?.line ?? '';
  }

  stop(): void {
    this.#lookUp.stop();
    this.close();
  }

  close(): void {
    this.#locality.stop();
    this.#street.stop();
  }

  /** Writes a value into the parts. One whose names are not known stands in the first field as a whole. */
  showValue(value: Address | undefined): void {
    this.kept = value?.line ?? '';
    this.chosen = this.undo = undefined;
    this.#fill(value && chosenAddressOf(value), value?.line);
  }

  render(view: EditorOptions): TemplateResult {
    return partsView(this.host, {
      ...view,
      boxes: [this.#locality, this.#street],
      parts: this.#parts,
      oldStreet: this.#oldStreet,
      onLeave: () => {
        void this.#recognize();
      },
      onEnter: () => {
        void this.#recognize().then(() => this.host.form?.requestSubmit());
      },
      onInput: (part, value) => {
        if (this.#parts[part] === value) return;
        this.#parts[part] = value;
        if (part === 'flat') this.setAddress();
        else this.#edit();
      },
    });
  }

  /** Puts an address into the parts that was taken for what was typed; without one, what was typed. */
  write(_text: string, chosen?: ChosenAddress): void {
    const before = this.#before;
    if (chosen) {
      this.#before = { texts: [this.#locality.text, this.#street.text], parts: this.#parts };
      this.#fill(chosen);
      if (chosen.listed === false) this.#lookUpParts();
    } else if (before) {
      [this.#locality.text, this.#street.text] = before.texts;
      this.#parts = before.parts;
    }
    this.chosen = chosen;
    this.undo = undefined;
    this.setAddress();
  }

  /** Sets the value of the field from the parts. */
  setAddress(): void {
    const { host } = this;
    const texts = [this.#locality.text, this.#street.text];
    host.setAddress(addressFromParts(this.#parts, texts, host.addresses), this.#parts.houseData);
  }

  /** Takes a listed house in the place of one that is not. */
  chooseHouse(house: string): void {
    this.#parts = { ...this.#parts, house, block: '' };
    this.#edit();
    this.host.announce(this.host.messages.chosen(this.text));
    this.#dispatchEdit('house');
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
    this.#question.forget();
    this.nearHouses = [];
    this.stop();
  }

  /** Called when a part was typed or chosen. */
  #edit(): void {
    this.chosen = this.undo = undefined;
    this.#lookUpParts();
    this.setAddress();
  }

  /** Tells the form of what was pressed, and moves the focus into a part. */
  #dispatchEdit(part: string): void {
    const { host } = this;
    host.dispatchEvent(new Event('input', { bubbles: true }));
    host.dispatchChange();
    host.renderRoot.querySelector<HTMLInputElement>(`#${part}`)?.focus();
  }

  /** Localities; towns only, if `bounds` asks so. In an empty field, remembered addresses. */
  async #suggestLocality(text: string, signal: AbortSignal): Promise<SuggestionList> {
    const bounds = this.host.bounds === 'town' ? 'town' : 'locality';
    return text ? this.host.suggest(text, { signal, bounds }) : this.host.suggestRemembered();
  }

  /** Streets of the chosen locality, without its name. If none is chosen, streets with their localities, searched by both texts. */
  async #suggestStreet(text: string, signal: AbortSignal): Promise<SuggestionList> {
    if (!text) return undefined;
    const { locality } = this.#parts;
    const query = locality ? text : [this.#locality.text, text].join(LINE_SEPARATOR);
    const inLocality = locality && { within: locality.kladr };
    const suggestions = await this.host.suggest(query, { signal, bounds: 'street', ...inLocality });
    const streets = suggestions?.filter(({ kind }) => kind === 'street');
    return locality ? streets?.map((street) => withoutLocalityNames(street, locality)) : streets;
  }

  /** Asks the index for the GUID of the street, or of the place without one, and for the house in it. */
  #lookUpParts(): void {
    this.#lookUp.stop();
    this.nearHouses = [];
    this.#parts = { ...this.#parts, houseData: undefined };
    const { street, locality } = this.#parts;
    const place = street ?? (this.#street.text.trim() ? undefined : locality);
    const house = houseWithBlock(this.#parts);
    if (place)
      void this.#lookUp.start({ kladr: place.kladr, house }, (found) => {
        if (found) this.#addFound(place, found);
        // Meanwhile the code has come that reads the house.
        else this.setAddress();
      });
  }

  /** Adds what the index knows of `place`, the street or locality, to the value. */
  #addFound(place: ChosenAddress, { houseData, nearHouses, ...codes }: PartsFound): void {
    const { host } = this;
    const key = place === this.#parts.street ? 'street' : 'locality';
    this.#parts = { ...this.#parts, [key]: { ...place, ...codes }, houseData };
    this.nearHouses = nearHouses;
    this.setAddress();
    if (!host.matches(':focus-within')) host.dispatchChange();
    const messages = { ...extraMessages, ...host.messages };
    const near = `${messages.nearest} ${nearHouses.join(LINE_SEPARATOR)}`;
    if (nearHouses.length > 0) host.announce(`${messages.unlisted(houseData?.house ?? '')}. ${near}`);
  }

  /** Called when the locality is chosen or typed. A remembered address is chosen in this field too: it fills all parts. */
  #onLocality(chosen?: Suggestion): void {
    if (chosen && chosen.kind !== 'locality') {
      this.#fill(chosen, chosen.line);
      this.setAddress();
      return;
    }
    const street = this.#question.changeLocality(chosen, this.#parts.street);
    this.#parts = { ...this.#parts, locality: chosen, street };
    if (chosen) this.#question.ask(this.#street.text.trim());
    this.#edit();
  }

  /** Called when the street is chosen or typed. */
  #onStreet(chosen?: Suggestion): void {
    const street = chosen && { ...chosen, line: chosen.names.join(LINE_SEPARATOR) };
    this.#question.forget();
    this.#parts = { ...this.#parts, street };
    if (chosen && !this.#locality.text.trim()) {
      // The street was searched without a locality. Now both are known.
      this.#parts.locality = addressLocality(chosen);
      this.#locality.text = this.#parts.locality.line;
      this.#street.text = chosen.names.at(-1) ?? '';
    }
    this.#edit();
  }

  /** The street that the citizen is asked about; `undefined` where she is not. */
  get #oldStreet(): OldStreet | undefined {
    const name = this.#street.text.trim();
    if (!this.#question.isAsked || !name) return undefined;
    const onAnswer = (keepsIt: boolean) => {
      this.#question.forget();
      if (!keepsIt) this.#street.text = '';
      this.#edit();
      this.#dispatchEdit('street');
    };
    return { name, onAnswer };
  }

  /** Takes the only address that was typed, as the line does; not what the citizen wants as it is, or has not answered yet. */
  async #recognize(needsHouse?: boolean): Promise<void> {
    if (!this.#oldStreet && !this.#locality.isKept && !this.#street.isKept)
      await recognizeLine(this, needsHouse);
  }
}
