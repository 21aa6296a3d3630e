import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';

import type { Bounds } from '../addresses/search/request.ts';
import type { Addresses, SuggestOptions } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { FormElement, type Invalidity } from '../fields/form-element.ts';
import { tokens } from '../styles/tokens.ts';
import type { details } from './address-details.ts';
import { styles } from './address-field.styles.ts';
import type { Editor, EditorHost, Offers } from './editor.ts';
import { AddressChooseEvent, AddressChosenEvent } from './events.ts';
import type { ExtraMessages } from './extra-messages.ts';
import { LineEditor } from './line-editor.ts';
import { ru, type Messages } from './messages.ts';
import { sharedAddresses } from './shared-addresses.ts';
import { addressIn, areKept, asTyped, entriesOf } from './value.ts';

/**
 * An address from КЛАДР: suggestions while it is typed, and any other text as it is. Stands in any form on any page.
 *
 * @tagname okno-address-field
 * @fires {Event} input - The text has changed; the value too.
 * @fires {Event} change - The value is settled: chosen, written as it is, or left.
 * @fires {AddressChooseEvent} okno-address-choose - A suggestion is about to be chosen; may be refused.
 * @fires {AddressChosenEvent} okno-address-chosen - A suggestion has been chosen.
 * @cssproperty --okno-accent - Colour of the chosen entry and of links.
 */
export class AddressField extends FormElement implements EditorHost {
  static override styles = [tokens, styles];
  /** Folder of the address index where neither `src` nor `okno.json` names one. */
  static index: URL | undefined;

  @property() label = '';
  @property() hint = '';
  /** What is wrong, in words; shown above the field. */
  @property() error = '';
  /** Word behind the label of a field that may stay empty. */
  @property() optional = '';
  /** One line, or a field for each part of the address. */
  @property() mode: 'line' | 'parts' = 'line';
  /** КЛАДР code of a district or town, its beginning, or its slug: only addresses in it are suggested. */
  @property() within = '';
  /** КЛАДР code of a place whose surroundings are suggested first. */
  @property() near = '';
  /** The finest thing suggested; a house without it. */
  @property() bounds: Bounds | '' = '';
  /** Folder of the address index, instead of the one that `okno.json` names. */
  @property() src = '';
  /** Never offers to remember an address: for computers that many people share. */
  @property({ type: Boolean }) forgetful = false;
  /** The address so far. The attribute is a line of text. */
  @property({ converter: asTyped })
  value: Address | undefined;
  /** The index, once it has come. */
  addresses: Addresses | undefined;
  @property({ attribute: false }) messages: Messages & Partial<ExtraMessages> = ru;

  /** What was written, before a postcode is corrected. */
  #written: Address | undefined;
  /** The data name houses of the street, but not this one. */
  #isUnlisted = false;
  #settled = '';
  /** The postcode as the citizen corrects it; `undefined` as long as she does not. */
  #postcode: string | undefined;
  #details: typeof details | undefined;
  /** Words for those who listen. */
  #spoken = '';
  #speaking: ReturnType<typeof setTimeout> | undefined;
  #editor: Editor | undefined = new LineEditor(this);

  constructor() {
    super();
    this.ready();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#speaking);
    this.#editor?.stop();
  }

  formResetCallback(): void {
    this.value = asTyped(this.getAttribute('value'));
    this.#show();
  }

  formStateRestoreCallback(state: unknown): void {
    try {
      this.value = addressIn(JSON.parse(String(state)));
    } catch {
      this.value = undefined; // It was kept by nobody we know.
    }
  }

  protected formState(): string {
    return this.value ? JSON.stringify(this.value) : '';
  }

  protected formValue(): FormData | null {
    return this.name && this.value ? entriesOf(this.name, this.value) : null;
  }

  protected invalidity(): Invalidity | undefined {
    return this.required && !this.value
      ? { flags: { valueMissing: true }, message: this.messages.required }
      : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mode') && (this.hasUpdated || this.mode === 'parts')) void this.#switch();
    // A value from outside is shown; our own comes back from the form as the text that stands there already.
    if (changed.has('value') && this.value?.line !== this.#written?.line) this.#show();
  }

  protected override render() {
    const outside = this.label
      ? ''
      : Array.from(this.internals.labels, (label) => label.textContent).join(' ');
    return html`<div class="field ${this.error ? 'bad' : ''}">
      ${this.#editor?.render({
        label: this.label || outside.trim() || this.messages.label,
        isNamed: !!outside,
        postcode: this.#postcode ?? this.#written?.postcode ?? '',
      })}
      ${this.#renderDetails()}
      <p class="hidden" role="status">${this.#spoken}</p>
    </div>`;
  }

  #renderDetails() {
    const address = this.value;
    if (!address?.kladr || !address.house || address.manual) return nothing;
    return this.#details?.(this, {
      address,
      known: this.#written?.postcode,
      typed: this.#postcode,
      isUnlisted: this.#isUnlisted,
    });
  }

  async suggest(text: string, options: SuggestOptions): Promise<Offers> {
    const { within, near, bounds } = this;
    return (await this.open())?.suggest(text, {
      within,
      near,
      bounds: bounds || undefined,
      ...options,
    });
  }

  async remembered(): Promise<Offers> {
    return this.forgetful || !areKept() ? undefined : (await extras())?.remembered();
  }

  forget(): void {
    void extras().then((parts) => parts?.forgetAll(this));
  }

  prepare(): void {
    this.open()
      .then((addresses) => addresses?.prepare(this.within))
      // What fails here is said when letters are typed.
      .catch(() => undefined);
  }

  write(address: Address | undefined, known?: Pick<Suggestion, 'listed'>): void {
    this.#written = address;
    this.#isUnlisted = known?.listed === false;
    this.correctPostcode(this.#postcode);
  }

  correctPostcode(postcode?: string): void {
    const written = this.#written;
    this.#postcode = postcode;
    this.value =
      written && postcode !== undefined
        ? addressIn({ ...written, postcode: /^\d{6}$/.test(postcode) && postcode })
        : written;
    this.requestUpdate();
  }

  choose(suggestion: Suggestion, put: () => void): void {
    if (!this.dispatchEvent(new AddressChooseEvent(suggestion))) return;
    put();
    this.say(this.messages.chosen(suggestion.line));
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.settle();
    this.dispatchEvent(new AddressChosenEvent(suggestion));
  }

  settle(): void {
    const settled = this.formState();
    if (settled === this.#settled) return;
    this.#settled = settled;
    this.dispatchEvent(new Event('change', { bubbles: true }));
    if (this.value?.house) void this.#showDetails();
  }

  say(words: string): void {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.#spoken = words;
      this.requestUpdate();
    }, QUIET);
  }

  /** Opens the index that `src` names, or `okno.json`, or the module that stands alone. */
  async open(): Promise<Addresses | undefined> {
    const base = this.src
      ? new URL(this.src, document.baseURI)
      : ((await window.okno?.catch(() => undefined))?.config.addresses ?? AddressField.index);
    return base && (this.addresses = await sharedAddresses(base));
  }

  /** Parts come later than the line; where they do not come, it stays. */
  async #switch(): Promise<void> {
    this.#editor = undefined;
    const parts = this.mode === 'parts' ? await extras() : undefined;
    this.#editor = parts ? new parts.PartsEditor(this) : new LineEditor(this);
    this.#editor.show(this.value);
    this.requestUpdate();
  }

  #show(): void {
    this.#written = this.value;
    this.#postcode = undefined;
    this.#isUnlisted = false;
    this.#settled = this.formState();
    this.#editor?.show(this.value);
    if (this.value?.house) void this.#showDetails();
  }

  /** What only a whole address has below it comes when there is one. */
  async #showDetails(): Promise<void> {
    this.#details ??= (await extras())?.details;
    this.requestUpdate();
  }
}

/** How long the fingers rest before something is said, in milliseconds. */
const QUIET = 500;

/** What few need; nothing where it does not come. */
const extras = () => import('./extras.ts').catch(() => undefined);
