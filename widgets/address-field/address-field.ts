import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';

import type { Bounds } from '../addresses/search/request.ts';
import type { AddressIndex, SuggestOptions } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { FormElement, type Invalidity } from '../fields/form-element.ts';
import { speakEnglish } from '../fields/language.ts';
import { tokens } from '../styles/tokens.ts';
import type { detailsView } from './address-details.ts';
import { styles } from './address-field.styles.ts';
import type { AddressEditor, EditorHost, SuggestionList } from './editor.ts';
import { AddressChooseEvent, AddressChosenEvent } from './events.ts';
import type { ExtraMessages } from './extra-messages.ts';
import { LineEditor } from './line-editor.ts';
import { ru, type Messages } from './messages.ts';
import { sharedAddresses } from './shared-addresses.ts';
import { parseAddress, hasRememberedAddresses, manualAddress, addressFormData } from './value.ts';

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
  static defaultIndex: URL | undefined;

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
  @property({ converter: manualAddress })
  value: Address | undefined;
  /** The index, once it has come. */
  addresses: AddressIndex | undefined;
  @property({ attribute: false }) messages: Messages & Partial<ExtraMessages> = ru;

  /** What was written, before a postcode is corrected. */
  #uncorrected: Address | undefined;
  /** The data name houses of the street, but not this one. */
  #isUnlisted = false;
  #lastDispatched = '';
  /** The postcode as the citizen corrects it; `undefined` as long as she does not. */
  #postcode: string | undefined;
  #details: typeof detailsView | undefined;
  /** Words for those who listen. */
  #announcement = '';
  #announceTimer: ReturnType<typeof setTimeout> | undefined;
  #editor: AddressEditor | undefined = new LineEditor(this);

  constructor() {
    super();
    speakEnglish(this, () => import('./messages.en.ts'));
    this.ready();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#announceTimer);
    this.#editor?.stop();
  }

  formResetCallback(): void {
    this.value = manualAddress(this.getAttribute('value'));
    this.#showValue();
  }

  formStateRestoreCallback(state: unknown): void {
    try {
      this.value = parseAddress(JSON.parse(String(state)));
    } catch {
      this.value = undefined; // It was kept by nobody we know.
    }
  }

  protected formState(): string {
    return this.value ? JSON.stringify(this.value) : '';
  }

  protected formValue(): FormData | null {
    return this.name && this.value ? addressFormData(this.name, this.value) : null;
  }

  protected invalidity(): Invalidity | undefined {
    return this.required && !this.value
      ? { flags: { valueMissing: true }, message: this.messages.required }
      : undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('mode') && (this.hasUpdated || this.mode === 'parts')) void this.#switchEditor();
    // A value from outside is shown; our own comes back from the form as the text that stands there already.
    if (changed.has('value') && this.value?.line !== this.#uncorrected?.line) this.#showValue();
  }

  protected override render() {
    const outside = this.label
      ? ''
      : Array.from(this.internals.labels, (label) => label.textContent).join(' ');
    return html`<div class="field ${this.error ? 'bad' : ''}">
      ${this.#editor?.render({
        label: this.label || outside.trim() || this.messages.label,
        isNamed: !!outside,
        postcode: this.#postcode ?? this.#uncorrected?.postcode ?? '',
      })}
      ${this.#renderDetails()}
      <p class="hidden" role="status">${this.#announcement}</p>
    </div>`;
  }

  #renderDetails() {
    const address = this.value;
    if (!address?.kladr || !address.house || address.manual) return nothing;
    return this.#details?.(this, {
      address,
      knownPostcode: this.#uncorrected?.postcode,
      typedPostcode: this.#postcode,
      isUnlisted: this.#isUnlisted,
    });
  }

  async suggest(text: string, options: SuggestOptions): Promise<SuggestionList> {
    const { within, near, bounds } = this;
    return (await this.openIndex())?.suggest(text, {
      within,
      near,
      bounds: bounds || undefined,
      ...options,
    });
  }

  async suggestRemembered(): Promise<SuggestionList> {
    return this.forgetful || !hasRememberedAddresses() ? undefined : (await loadExtras())?.remembered();
  }

  forgetAddresses(): void {
    void loadExtras().then((parts) => parts?.forgetAll(this));
  }

  prefetchIndex(): void {
    this.openIndex()
      .then((addresses) => addresses?.prefetch(this.within))
      // What fails here is said when letters are typed.
      .catch(() => undefined);
  }

  setAddress(address: Address | undefined, known?: Pick<Suggestion, 'listed'>): void {
    this.#uncorrected = address;
    this.#isUnlisted = known?.listed === false;
    this.correctPostcode(this.#postcode);
  }

  correctPostcode(postcode?: string): void {
    const written = this.#uncorrected;
    this.#postcode = postcode;
    this.value =
      written && postcode !== undefined
        ? parseAddress({ ...written, postcode: /^\d{6}$/.test(postcode) && postcode })
        : written;
    this.requestUpdate();
  }

  chooseSuggestion(suggestion: Suggestion, put: () => void): void {
    if (!this.dispatchEvent(new AddressChooseEvent(suggestion))) return;
    put();
    this.announce(this.messages.chosen(suggestion.line));
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchChange();
    this.dispatchEvent(new AddressChosenEvent(suggestion));
  }

  dispatchChange(): void {
    const settled = this.formState();
    if (settled === this.#lastDispatched) return;
    this.#lastDispatched = settled;
    this.dispatchEvent(new Event('change', { bubbles: true }));
    if (this.value?.house) void this.#showDetails();
  }

  announce(words: string): void {
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => {
      this.#announcement = words;
      this.requestUpdate();
    }, ANNOUNCE_DELAY);
  }

  /** Opens the index that `src` names, or `okno.json`, or the module that stands alone. */
  async openIndex(): Promise<AddressIndex | undefined> {
    const base = this.src
      ? new URL(this.src, document.baseURI)
      : ((await window.okno?.catch(() => undefined))?.config.addresses ?? AddressField.defaultIndex);
    return base && (this.addresses = await sharedAddresses(base));
  }

  /** Parts come later than the line; where they do not come, it stays. */
  async #switchEditor(): Promise<void> {
    this.#editor = undefined;
    const parts = this.mode === 'parts' ? await loadExtras() : undefined;
    this.#editor = parts ? new parts.PartsEditor(this) : new LineEditor(this);
    this.#editor.showValue(this.value);
    this.requestUpdate();
  }

  #showValue(): void {
    this.#uncorrected = this.value;
    this.#postcode = undefined;
    this.#isUnlisted = false;
    this.#lastDispatched = this.formState();
    this.#editor?.showValue(this.value);
    if (this.value?.house) void this.#showDetails();
  }

  /** What only a whole address has below it comes when there is one. */
  async #showDetails(): Promise<void> {
    this.#details ??= (await loadExtras())?.details;
    this.requestUpdate();
  }
}

/** How long the fingers rest before something is said, in milliseconds. */
const ANNOUNCE_DELAY = 500;

/** What few need; nothing where it does not come. */
const loadExtras = () => import('./extras.ts').catch(() => undefined);
