// Longer than most: all that a form-associated element has to answer to its form stands in one class.
import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';

import type { Bounds } from '../addresses/search/request.ts';
import type { AddressIndex, SuggestOptions } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { FormElement, type Invalidity } from '../fields/form-element.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { configuredAddressFolder } from '../portal/address-folder.ts';
import { writeJson } from '../text/json.ts';
import { rootStyles } from '../styles/root.ts';
import { styles } from './address-field.styles.ts';
import type { AddressEditor, EditorHost, SuggestionList } from './editor.ts';
import { AddressChooseEvent, AddressChosenEvent } from './events.ts';
import type { ExtraMessages } from './extra-messages.ts';
import type * as extras from './extras.ts';
import { LineEditor } from './line-editor.ts';
import { ru, type Messages } from './messages.ts';
import { sharedAddresses } from './shared-addresses.ts';
import { parseAddress, hasRememberedAddresses, manualAddress, addressFormData } from './value.ts';

/**
 * A form field for an address, for any page. Suggests addresses from КЛАДР, and accepts any other text as it is typed.
 *
 * @tagname okno-address-field
 * @fires {Event} input - The text has changed; the value too.
 * @fires {Event} change - The citizen has chosen a suggestion or «записать как есть», or has left the field.
 * @fires {AddressChooseEvent} okno-address-choose - A suggestion is about to be chosen; cancelable.
 * @fires {AddressChosenEvent} okno-address-chosen - A suggestion has been chosen.
 * @cssproperty --okno-accent - Colour of the chosen entry and of links.
 */
export class AddressField extends FormElement implements EditorHost {
  static override styles = [rootStyles, styles];
  /** Folder of the address index, for pages where neither `src` nor `okno.json` names one. */
  static defaultIndex: URL | undefined;

  /** Label; without one, the `<label for>` of the page, or «Адрес». */
  @property() label = '';
  /** Hint below the label. */
  @property() hint = '';
  /** Error text; shown above the field. */
  @property() error = '';
  /** Word behind the label of a field that may stay empty. */
  @property() optional = '';
  /** One line, or a field for each part of the address. */
  @property() mode: 'line' | 'parts' = 'line';
  /** КЛАДР code of a district or town, the first digits of one, or its slug. Only addresses in it are suggested. */
  @property() within = '';
  /** КЛАДР code of a locality. Of equally good suggestions those in its town or district come first. */
  @property() near = '';
  /** What is suggested: see {@link Bounds}. Empty: everything, down to houses. */
  @property() bounds: Bounds | '' = '';
  /** Folder of the address index, instead of the one that `okno.json` names. */
  @property() src = '';
  /** Never offers to remember an address, for computers that many people use. */
  @property({ type: Boolean }) forgetful = false;
  /** Names the chosen suggestion in the events of the field, for every script of the page. */
  @property({ type: Boolean, attribute: 'address-in-events' }) addressInEvents = false;
  /** The address; `undefined` while the field is empty. The attribute `value` is a line of text. */
  @property({ converter: manualAddress })
  value: Address | undefined;
  /** The address index, as soon as it is fetched. */
  addresses: AddressIndex | undefined;
  /** The code that is not needed before the first letters, as soon as it is fetched. */
  extras: typeof extras | undefined;
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages & Partial<ExtraMessages> = ru;

  /** The address as it was before the citizen typed a postcode: with that of the index, if it has one. */
  #uncorrected: Address | undefined;
  /** Whether the index lists houses of the street, but not this one. */
  #isUnlisted = false;
  /** The value at the last `change`, as `formState` writes it: for the same value no second `change` is sent. */
  #lastDispatched = '';
  /** The postcode that the citizen is typing; `undefined` while she does not correct it. */
  #postcode: string | undefined;
  /** Text of the live region, which screen readers read. */
  #announcement = '';
  #announceTimer: ReturnType<typeof setTimeout> | undefined;
  /** The inputs; `undefined` while the code of the parts is fetched. */
  #editor: AddressEditor | undefined = new LineEditor(this);

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
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
      this.value = undefined; // Not written by this element.
    }
  }

  protected formState(): string {
    return this.value ? writeJson(this.value) : '';
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
    // The form sets our own value again, which the editor shows already. Only a value from outside is new to it.
    if (changed.has('value') && this.value?.line !== this.#uncorrected?.line) this.#showValue();
  }

  protected override render() {
    const pageLabel = this.label
      ? ''
      : Array.from(this.internals.labels, (label) => label.textContent).join(' ');
    return html`<div class="field ${this.error ? 'bad' : ''}">
      ${this.#editor?.render({
        label: this.label || pageLabel.trim() || this.messages.label,
        isNamed: !!pageLabel,
        postcode: this.#postcode ?? this.#uncorrected?.postcode ?? '',
      })}
      ${this.#renderDetails()}
      <p class="hidden" role="status">${this.#announcement}</p>
    </div>`;
  }

  /** What stands below the address, as soon as the code that shows it is fetched. */
  #renderDetails() {
    return this.extras?.details(this, {
      knownPostcode: this.#uncorrected?.postcode,
      typedPostcode: this.#postcode,
      isUnlisted: this.#isUnlisted,
      editor: this.#editor,
    });
  }

  async suggest(text: string, options: SuggestOptions): Promise<SuggestionList> {
    const { within, near, bounds } = this;
    const wanted = { within, near, bounds: bounds || undefined, ...options };
    const suggestions = await (await this.openIndex())?.suggest(text, wanted);
    const extras = suggestions && (await this.loadExtras());
    return extras ? extras.explainList(this, { text, options: wanted, suggestions }) : suggestions;
  }

  async suggestRemembered(): Promise<SuggestionList> {
    return this.forgetful || !hasRememberedAddresses() ? undefined : (await this.loadExtras())?.remembered();
  }

  forgetAddresses(): void {
    void this.loadExtras().then((extras) => extras?.forgetAll(this));
  }

  async loadExtras(): Promise<typeof extras | undefined> {
    this.extras ??= await import('./extras.ts').catch(() => undefined);
    this.requestUpdate();
    return this.extras;
  }

  prefetchIndex(): void {
    // What is seen later is fetched now: later there may be no connection.
    void this.loadExtras();
    this.openIndex()
      .then((addresses) => addresses?.prefetch(this.within))
      // A failure is shown when the citizen types.
      .catch(() => undefined);
  }

  setAddress(address: Address | undefined, known?: Pick<Suggestion, 'listed'>): void {
    this.#uncorrected = address;
    this.#isUnlisted = known?.listed === false;
    this.correctPostcode(this.#postcode);
  }

  correctPostcode(postcode?: string): void {
    const uncorrected = this.#uncorrected;
    this.#postcode = postcode;
    this.value =
      uncorrected && postcode !== undefined
        ? parseAddress({ ...uncorrected, postcode: /^\d{6}$/.test(postcode) && postcode })
        : uncorrected;
    this.requestUpdate();
  }

  chooseSuggestion(suggestion: Suggestion, write: () => void): void {
    const told = this.addressInEvents ? suggestion : undefined;
    if (!this.dispatchEvent(new AddressChooseEvent(told))) return;
    write();
    this.announce(this.messages.chosen(suggestion.line));
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchChange();
    this.dispatchEvent(new AddressChosenEvent(told));
  }

  dispatchChange(): void {
    const state = this.formState();
    if (state === this.#lastDispatched) return;
    this.#lastDispatched = state;
    this.dispatchEvent(new Event('change', { bubbles: true }));
    if (this.value?.house) void this.loadExtras();
  }

  announce(text: string): void {
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => {
      this.#announcement = text;
      this.requestUpdate();
    }, ANNOUNCE_DELAY);
  }

  /** Opens the index in the folder that `src` names, else `okno.json`, else `address-field.js`. `undefined` where none does. */
  async openIndex(): Promise<AddressIndex | undefined> {
    const base = this.src
      ? new URL(this.src, document.baseURI)
      : (configuredAddressFolder() ?? AddressField.defaultIndex);
    return base && (this.addresses = await sharedAddresses(base));
  }

  /** Changes to the editor of `mode`. The code of the parts is fetched first; where that fails, the field has one line. */
  async #switchEditor(): Promise<void> {
    this.#editor = undefined;
    const isFocused = this.matches(':focus');
    const extras = this.mode === 'parts' ? await this.loadExtras() : undefined;
    this.#editor = extras ? new extras.PartsEditor(this) : new LineEditor(this);
    this.#editor.showValue(this.value);
    this.requestUpdate();
    await this.updateComplete;
    if (isFocused) this.focus();
  }

  /** Shows a value from outside: what the citizen typed before no longer counts. */
  #showValue(): void {
    this.#uncorrected = this.value;
    this.#postcode = undefined;
    this.#isUnlisted = false;
    this.#lastDispatched = this.formState();
    this.#editor?.showValue(this.value);
    if (this.value?.house) void this.loadExtras();
  }
}

/** Milliseconds after which an announcement is read, unless a newer one replaces it: a screen reader does not speak into typing. */
const ANNOUNCE_DELAY = 500;
