// Longer than most: six fields that depend on each other.
import { html, nothing, type TemplateResult } from 'lit';

import { normalizeHouse } from '../addresses/index/house-number.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import type { Desk, Editor, EditorView, Offers } from './editor.ts';
import { more } from './more-messages.ts';
import { adopt, styles } from './more.styles.ts';
import { Part } from './part.ts';
import { postcodeField } from './postcode-field.ts';
import { addressOf, MORE, placeOf, streetOf, suggestionIn, type Known } from './value.ts';

/** What is typed without suggestions. */
type Typed = 'house' | 'block' | 'flat';

/** The address in parts: what is chosen in one narrows the next. */
export class Parts implements Editor {
  readonly #desk: Desk;
  readonly #place: Part;
  readonly #road: Part;
  #typed: Record<Typed, string> = { house: '', block: '', flat: '' };
  #locality: Known | undefined;
  #street: Known | undefined;
  /** The house that is typed, as the data have it. */
  #house: Known | undefined;
  #asking: AbortController | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#place = new Part(
      desk,
      'locality',
      (text, signal) =>
        text
          ? desk.suggest(text, { signal, bounds: desk.bounds === 'town' ? 'town' : 'locality' })
          : desk.remembered(),
      this.#onPlace,
    );
    this.#road = new Part(desk, 'street', (text, signal) => this.#askStreet(text, signal), this.#onRoad);
    adopt(desk, styles);
  }

  stop(): void {
    this.#asking?.abort();
    this.#place.stop();
    this.#road.stop();
  }

  /** Takes a value from outside to pieces, as far as its codes tell; the rest stands in the first field. */
  show(value: Address | undefined): void {
    const known = value && suggestionIn(value);
    const street = known?.house ? streetOf(known) : known?.kind === 'street' ? known : undefined;
    const at = street?.line.lastIndexOf(MORE) ?? -1;
    const isSplit = street && at > 0;
    this.#street = isSplit ? street : undefined;
    this.#house = isSplit && known?.house ? known : undefined;
    this.#place.text = isSplit ? street.line.slice(0, at) : (value?.line ?? '');
    this.#road.text = isSplit ? street.line.slice(at + MORE.length) : '';
    this.#locality = known && { kind: 'locality', line: this.#place.text, kladr: placeOf(known) };
    this.#typed = { house: (isSplit && known?.house) || '', block: '', flat: (isSplit && known?.flat) || '' };
    this.stop();
  }

  render(view: EditorView): TemplateResult {
    const { label, isNamed, hint, error, optional, isDisabled, postcode } = view;
    const { bounds } = this.#desk;
    const messages = { ...more, ...this.#desk.messages };
    const described = [error && 'address-error', hint && 'address-hint'].filter(Boolean).join(' ');
    return html`<fieldset aria-describedby=${described || nothing} aria-label=${isNamed ? label : nothing}>
      ${
        isNamed
          ? nothing
          : html`<legend>
              ${label}${optional ? html` <span class="optional">· ${optional}</span>` : nothing}
            </legend>`
      }
      ${hint ? html`<span class="hint" id="address-hint">${hint}</span>` : nothing}
      ${error ? html`<span class="error" id="address-error">${error}</span>` : nothing}
      <span class="hidden" id="how-to">${messages.howTo}</span>
      <div class="parts">
        <div class="part wide">
          <label for="locality">${messages.locality}</label>
          ${this.#place.render(view)}
        </div>
        ${
          bounds && bounds !== 'street'
            ? nothing
            : html`<div class="part wide">
                <label for="street">${messages.street}</label>
                ${this.#road.render({ ...view, error: '', isRequired: false })}
              </div>`
        }
        ${bounds ? nothing : (['house', 'block', 'flat'] as const).map((name) => this.#renderTyped(name, isDisabled))}
        ${postcodeField(this.#desk, postcode, this.#known?.postcode, isDisabled)}
      </div>
    </fieldset>`;
  }

  #renderTyped(name: Typed, isDisabled: boolean): TemplateResult {
    const messages = { ...more, ...this.#desk.messages };
    return html`<div class="part">
      <label for=${name}>${messages[name]}</label>
      <input
        class="input"
        id=${name}
        autocomplete="off"
        autocapitalize="off"
        enterkeyhint="next"
        inputmode=${name === 'flat' ? 'numeric' : nothing}
        maxlength="20"
        .value=${this.#typed[name]}
        ?disabled=${isDisabled}
        @input=${(event: Event) => {
          this.#typed[name] = (event.target as HTMLInputElement).value;
          this.#write();
          void this.#askHouse();
        }}
        @blur=${() => {
          this.#desk.settle();
        }}
      />
    </div>`;
  }

  /** The finest that is known. */
  get #known(): Known | undefined {
    return this.#house ?? this.#street ?? this.#locality;
  }

  /** House and корпус in one: «29» and «2» are «29к2», «29» and «стр 1» are «29стр1». */
  get #number(): string {
    const block = this.#typed.block.replace(/\s/g, '');
    return this.#typed.house.trim() + (/^\d/.test(block) ? `к${block}` : block);
  }

  get #address(): Address | undefined {
    const number = this.#number;
    const flat = this.#typed.flat.trim();
    const place = [this.#place.text.trim(), this.#road.text.trim()].filter(Boolean).join(MORE);
    const line = [this.#street?.line ?? place, number, flat && `кв ${flat}`].filter(Boolean).join(MORE);
    const address = addressOf(line, this.#street ?? this.#locality);
    const { postcode, okato } = this.#house ?? this.#street ?? {};
    return (
      address && {
        ...address,
        ...(number && { house: normalizeHouse(number), manual: !this.#street }),
        ...(flat && { flat }),
        ...(postcode && { postcode }),
        ...(okato && { okato }),
      }
    );
  }

  #write(): void {
    this.#desk.write(this.#address, this.#house);
  }

  /** The streets of the chosen place, without its name; of several places where none is chosen. */
  async #askStreet(text: string, signal: AbortSignal): Promise<Offers> {
    if (!text) return undefined;
    const place = this.#locality;
    const found = await this.#desk.suggest([place?.line ?? this.#place.text, text].join(MORE), {
      signal,
      bounds: 'street',
      ...(place && { within: placeOf(place) }),
    });
    const from = place ? place.line.length + MORE.length : 0;
    return found
      ?.filter(({ kind, line }) => kind === 'street' && line.startsWith(place?.line ?? ''))
      .map((street) => ({
        ...street,
        line: street.line.slice(from),
        marks: street.marks.flatMap(([start, end]) =>
          start < from ? [] : [[start - from, end - from] as [number, number]],
        ),
      }));
  }

  /** What the data say of the house: its postcode, and whether they list it. What fails here costs a postcode, which can be typed. */
  async #askHouse(): Promise<void> {
    this.#asking?.abort();
    this.#house = undefined;
    const street = this.#street;
    const number = this.#number;
    if (!street || !number) return;
    const { signal } = (this.#asking = new AbortController());
    const found = await this.#desk
      .suggest(street.line + MORE + number, { within: placeOf(street), signal })
      .catch(() => undefined);
    if (signal.aborted) return;
    this.#house = found?.find(({ kladr, kind }) => kladr === street.kladr && kind === 'house');
    this.#write();
    if (!this.#desk.matches(':focus-within')) this.#desk.settle();
  }

  readonly #onPlace = (chosen?: Suggestion): void => {
    if (chosen && chosen.kind !== 'locality') this.show(addressOf(chosen.line, chosen));
    else {
      this.#locality = chosen;
      this.#street = this.#house = undefined;
    }
    this.#write();
  };

  readonly #onRoad = (chosen?: Suggestion): void => {
    this.#house = undefined;
    this.#street = chosen && {
      ...chosen,
      line: this.#locality ? this.#locality.line + MORE + chosen.line : chosen.line,
    };
    const at = chosen?.line.lastIndexOf(MORE) ?? -1;
    if (chosen && at > 0 && !this.#place.text.trim()) {
      // The street was sought without a place: both are known now.
      this.#place.text = chosen.line.slice(0, at);
      this.#locality = { kind: 'locality', line: this.#place.text, kladr: placeOf(chosen) };
      this.#road.text = chosen.line.slice(at + MORE.length);
    }
    this.#write();
    void this.#askHouse();
  };
}
