// Longer than most by a line or two: one class is the combobox; its list, its status and its value are beside it.
/* eslint lit-a11y/accessible-name: off -- the combobox is named by its label */
import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { Suggestion } from '../addresses/line.ts';
import type { Addresses } from '../addresses/reader.ts';
import type { Address } from '../contract/values.ts';
import { FormElement, type Invalidity } from '../fields/form-element.ts';
import { hintAndError } from '../fields/templates.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { fields } from '../styles/fields.ts';
import { frame } from '../styles/frame.ts';
import { tokens } from '../styles/tokens.ts';
import { styles } from './address-field.styles.ts';
import { ru, type Messages } from './messages.ts';
import { entriesFor, noticeFor, popup, type Entry } from './popup.ts';
import { SpokenStatus } from './spoken-status.ts';
import { sharedAddresses, Suggestions } from './suggestions.ts';
import { addressOf, asTyped, entriesOf, goesOn, LONGEST, MORE, suggestionIn } from './value.ts';

const MOVES_CARET = new Set(['Home', 'End', 'ArrowLeft', 'ArrowRight']);

/**
 * An address from КЛАДР, in one line: suggestions while it is typed, and any other text as it is.
 *
 * @tagname okno-address-field
 * @fires {Event} input - The text has changed; the value too.
 * @fires {Event} change - The value is settled: chosen, written as it is, or left.
 * @cssproperty --okno-accent - Colour of the chosen entry.
 */
export class AddressField extends FormElement {
  static override styles = [tokens, frame, fields, styles];

  @property() label = '';
  @property() hint = '';
  /** What is wrong, in words; shown above the field. */
  @property() error = '';
  /** Word behind the label of a field that may stay empty. */
  @property() optional = '';
  /** КЛАДР code of a district or town, or its beginning: only addresses in it are suggested. */
  @property() within = '';
  /** Folder of the address index, instead of the one that `okno.json` names. */
  @property() src = '';
  /** The address so far. The attribute is a line of text. */
  @property({ converter: asTyped })
  value: Address | undefined;
  @property({ attribute: false }) messages: Messages = ru;
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private text = '';
  /** Index of the entry under the arrows; -1 for none. */
  @state() private active = -1;
  @query('input') private input!: HTMLInputElement;

  #chosen: Suggestion | undefined;
  #settled = '';
  readonly #status = new SpokenStatus(this);
  readonly #suggestions = new Suggestions(this, () => {
    const { outcome } = this.#suggestions;
    this.active = -1;
    this.#status.say(noticeFor(outcome, this.messages) || this.messages.count(outcome.length));
  });

  constructor() {
    super();
    this.ready();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#suggestions.close();
  }

  formResetCallback(): void {
    this.value = asTyped(this.getAttribute('value'));
  }

  formStateRestoreCallback(state: string): void {
    this.value = state.startsWith('{') ? (JSON.parse(state) as Address) : asTyped(state);
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
    // A value from outside is shown; our own comes back from the form as the text that stands there already.
    if (!changed.has('value') || this.value?.line === addressOf(this.text, this.#chosen)?.line) return;
    this.text = this.value?.line ?? '';
    this.#chosen = this.value && suggestionIn(this.value);
    this.#settled = this.formState();
    this.#close();
  }

  protected override render() {
    const { messages, label, hint, error, optional } = this;
    const described = [error && 'address-error', 'address-hint', 'how-to'].filter(Boolean).join(' ');
    return html`<div class="field ${error ? 'bad' : ''}">
      <label for="address"
        >${label || messages.label}${optional ? html` <span class="optional">· ${optional}</span>` : nothing}</label
      >
      ${hintAndError({ id: 'address', hint: hint || messages.hint, error })}
      <span class="hidden" id="how-to">${messages.howTo}</span>
      <div class="combo ${error ? 'bad' : ''}">
        <input
          class="input"
          id="address"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded=${this.#suggestions.isOpen ? 'true' : 'false'}
          aria-controls="list"
          aria-activedescendant=${this.#suggestions.isOpen && this.active >= 0 ? `entry-${this.active}` : nothing}
          aria-describedby=${described}
          aria-invalid=${error ? 'true' : 'false'}
          aria-required=${this.required ? 'true' : 'false'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          maxlength=${LONGEST}
          .value=${this.text}
          ?disabled=${this.disabled}
          @focus=${this.#onFocus}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${this.#onBlur}
        />
        ${popup({
          messages,
          isOpen: this.#suggestions.isOpen,
          outcome: this.#suggestions.outcome,
          active: this.active,
          typed: this.text.trim(),
          onChoose: this.#choose,
        })}
      </div>
      <p class="hidden" role="status">${this.#status.words}</p>
    </div>`;
  }

  get #addresses(): Promise<Addresses> | undefined {
    return sharedAddresses(this.src ? new URL(this.src, document.baseURI) : this.portal?.config.addresses);
  }

  #seek(): void {
    const addresses = this.#addresses;
    const text = this.text.trim();
    if (addresses && text) this.#suggestions.seek({ addresses, text, within: this.within });
    else this.#close();
  }

  #close(): void {
    this.#suggestions.close();
    this.active = -1;
    this.#status.say('');
  }

  #write(text: string): void {
    this.text = text;
    this.value = addressOf(text, this.#chosen);
  }

  #settle(): void {
    const settled = this.formState();
    if (settled === this.#settled) return;
    this.#settled = settled;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  readonly #choose = (entry: Entry): void => {
    this.#close();
    const { messages } = this;
    this.#chosen = entry === 'asItIs' ? undefined : entry;
    if (entry === 'asItIs') this.#write(this.text);
    else this.#write(entry.kind === 'house' ? entry.line : entry.line + MORE);
    this.#status.say(entry === 'asItIs' ? messages.written(this.text.trim()) : messages.chosen(entry.line));
    this.input.value = this.text;
    this.input.setSelectionRange(this.text.length, this.text.length);
    this.input.scrollLeft = this.input.scrollWidth;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.#settle();
  };

  readonly #onFocus = (): void => {
    // What fails here is said when letters are typed.
    this.#addresses?.then((addresses) => addresses.prepare(this.within)).catch(() => undefined);
  };

  readonly #onInput = (): void => {
    const text = this.input.value;
    if (this.#chosen && !goesOn(text, this.#chosen)) this.#chosen = undefined;
    this.#write(text);
    this.active = -1;
    this.#seek();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const entries = entriesFor(this.#suggestions.outcome);
    const last = entries.length - 1;
    const active = entries[this.active];
    switch (event.key) {
      case 'ArrowDown':
        if (!this.#suggestions.isOpen) this.#seek();
        else if (!event.altKey) this.#moveTo(this.active < last ? this.active + 1 : 0);
        break;
      case 'ArrowUp':
        if (event.altKey) this.#close();
        else if (this.#suggestions.isOpen) this.#moveTo(this.active > 0 ? this.active - 1 : last);
        break;
      case 'Enter':
        if (this.#suggestions.isOpen && active) this.#choose(active);
        else if (this.#suggestions.isOpen) this.#close();
        else this.form?.requestSubmit();
        break;
      case 'Escape':
        if (!this.#suggestions.isOpen) return;
        event.stopPropagation();
        this.#close();
        break;
      default:
        if (MOVES_CARET.has(event.key)) this.active = -1;
        return;
    }
    event.preventDefault();
  };

  #moveTo(entry: number): void {
    this.active = entry;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  readonly #onBlur = (): void => {
    this.#close();
    if (this.text.endsWith(MORE)) this.text = this.text.slice(0, -MORE.length);
    this.#settle();
  };
}
