import { consume } from '@lit/context';
import { initialState, Task, TaskStatus } from '@lit/task';
import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import { AddressesError } from '../addresses/errors.ts';
import type { Suggestion } from '../addresses/line.ts';
import { openAddresses, type Addresses } from '../addresses/reader.ts';
import type { Address } from '../contract/values.ts';
import { FormElement, type Invalidity } from '../fields/form-element.ts';
import { hintAndError } from '../fields/templates.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { fields, frame, tokens } from '../styles/sheets.ts';
import { styles } from './address-field.styles.ts';
import { ru, type Messages } from './messages.ts';
import { addressOf, goesOn, LONGEST, MORE } from './value.ts';

/** All fields of a page share what was fetched from an index. */
const readers = new Map<string, Addresses>();

/** How long the fingers rest before the status is said, in milliseconds. */
const QUIET = 500;

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
  @property({ converter: (line) => (line ? { line, manual: true } : undefined) })
  value: Address | undefined;
  @property({ attribute: false }) messages: Messages = ru;
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private text = '';
  /** What suggestions are sought for; empty while none are wanted. */
  @state() private sought = '';
  /** Index of the entry under the arrows; -1 for none. */
  @state() private active = -1;
  @state() private status = '';
  @query('input') private input!: HTMLInputElement;

  #chosen: Suggestion | undefined;
  #settled = '';
  #saying: ReturnType<typeof setTimeout> | undefined;

  readonly #suggestions = new Task(this, {
    args: () => [this.sought, this.within, this.#addresses] as const,
    task: ([text, within, addresses], { signal }) =>
      text && addresses ? addresses.suggest(text, { within, signal }) : initialState,
    onComplete: (found) => {
      this.#say(found.length ? this.messages.count(found.length) : this.messages.none);
    },
    onError: () => {
      this.#say(this.#notice);
    },
  });

  constructor() {
    super();
    this.ready();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#saying);
    this.#close();
  }

  formResetCallback(): void {
    const line = this.getAttribute('value');
    this.value = line ? { line, manual: true } : undefined;
  }

  formStateRestoreCallback(state: string): void {
    this.value = state ? (JSON.parse(state) as Address) : undefined;
  }

  protected formState(): string {
    return this.value ? JSON.stringify(this.value) : '';
  }

  protected formValue(): FormData | null {
    if (!this.name || !this.value) return null;
    const { line, kladr, postcode, okato } = this.value;
    const data = new FormData();
    data.set(this.name, line);
    for (const [key, part] of Object.entries({ kladr, postcode, okato }))
      if (part) data.set(`${this.name}.${key}`, part);
    return data;
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
    this.#chosen = undefined;
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
          aria-expanded=${this.#isOpen ? 'true' : 'false'}
          aria-controls="list"
          aria-activedescendant=${this.#isOpen && this.active >= 0 ? `entry-${this.active}` : nothing}
          aria-describedby=${described}
          aria-invalid=${error ? 'true' : 'false'}
          aria-required=${this.required ? 'true' : 'false'}
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          maxlength=${LONGEST}
          .value=${live(this.text)}
          ?disabled=${this.disabled}
          @focus=${this.#onFocus}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${this.#onBlur}
        />
        ${this.#renderPopup()}
      </div>
      <p class="hidden" role="status">${this.status}</p>
    </div>`;
  }

  #renderPopup() {
    const notice = this.#notice;
    // The list is there, empty and hidden, also while it is closed: `aria-controls` points to it.
    return html`<div class="popup" ?hidden=${!this.#isOpen} @mousedown=${this.#onMouseDown}>
      ${notice ? html`<p class="notice small" aria-hidden="true">${notice}</p>` : nothing}
      <ul id="list" role="listbox" aria-label=${this.messages.list}>
        ${
          this.#isOpen
            ? this.#entries.map(
                (entry, i) =>
                  html`<li
                    id="entry-${i}"
                    role="option"
                    aria-selected=${i === this.active ? 'true' : 'false'}
                    @click=${() => {
                      this.#choose(entry);
                    }}
                  >
                    ${this.#renderEntry(entry)}
                  </li>`,
              )
            : nothing
        }
      </ul>
    </div>`;
  }

  #renderEntry(entry: Suggestion | 'asItIs') {
    const { messages } = this;
    if (entry === 'asItIs') return html`<span class="as-it-is">${messages.asItIs(this.text.trim())}</span>`;
    const { line, marks, postcode, kind } = entry;
    let end = 0;
    const parts = marks.map(([from, to]) => {
      const before = line.slice(end, from);
      end = to;
      return html`${before}<mark>${line.slice(from, to)}</mark>`;
    });
    const more = [postcode, kind === 'house' ? '' : messages.missing[kind]].filter(Boolean).join(' · ');
    return html`<span>${parts}${line.slice(end)}</span
      >${more ? html`<span class="more">${more}</span>` : nothing}`;
  }

  get #addresses(): Addresses | undefined {
    const base = this.src ? new URL(this.src, document.baseURI) : this.portal?.config.addresses;
    if (!base) return undefined;
    const reader = readers.get(base.href) ?? openAddresses(base);
    readers.set(base.href, reader);
    return reader;
  }

  /** The list stands open, with what was found before, until there is something new. */
  get #isOpen(): boolean {
    const { status, value } = this.#suggestions;
    return (
      this.sought !== '' &&
      (status === TaskStatus.PENDING ? Boolean(value?.length) : status !== TaskStatus.INITIAL)
    );
  }

  get #entries(): (Suggestion | 'asItIs')[] {
    const found = this.#suggestions.status === TaskStatus.ERROR ? [] : (this.#suggestions.value ?? []);
    return [...found, 'asItIs'];
  }

  /** Why there are no suggestions, once that is final. */
  get #notice(): string {
    const { status, error, value } = this.#suggestions;
    if (status === TaskStatus.ERROR)
      return this.messages[error instanceof AddressesError ? error.reason : 'outdated'];
    return status === TaskStatus.COMPLETE && value?.length === 0 ? this.messages.none : '';
  }

  /** Puts words into the status when the typing rests, and only when they are new. */
  #say(words: string): void {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.status = words;
    }, QUIET);
  }

  #close(): void {
    this.sought = '';
    this.active = -1;
    this.#say('');
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

  #choose(entry: Suggestion | 'asItIs'): void {
    this.#close();
    if (entry === 'asItIs') {
      this.#chosen = undefined;
      this.#write(this.text);
      this.#say(this.messages.written(this.text.trim()));
    } else {
      this.#chosen = entry;
      this.#write(entry.kind === 'house' ? entry.line : entry.line + MORE);
      this.#say(this.messages.chosen(entry.line));
    }
    this.input.value = this.text;
    this.input.setSelectionRange(this.text.length, this.text.length);
    this.input.scrollLeft = this.input.scrollWidth;
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.#settle();
  }

  readonly #onFocus = (): void => {
    // What fails here is said when letters are typed.
    this.#addresses?.prepare(this.within).catch(() => undefined);
  };

  readonly #onInput = (): void => {
    const text = this.input.value;
    if (this.#chosen && !goesOn(text, this.#chosen)) this.#chosen = undefined;
    this.#write(text);
    this.sought = text.trim();
    this.active = -1;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const last = this.#entries.length - 1;
    const active = this.#entries[this.active];
    switch (event.key) {
      case 'ArrowDown':
        if (!this.#isOpen) this.sought = this.text.trim();
        else if (!event.altKey) this.#moveTo(this.active < last ? this.active + 1 : 0);
        break;
      case 'ArrowUp':
        if (event.altKey) this.#close();
        else if (this.#isOpen) this.#moveTo(this.active > 0 ? this.active - 1 : last);
        break;
      case 'Enter':
        if (this.#isOpen && active) this.#choose(active);
        else if (this.#isOpen) this.#close();
        else this.form?.requestSubmit();
        break;
      case 'Escape':
        if (!this.#isOpen) return;
        event.stopPropagation();
        this.#close();
        break;
      case 'Home':
      case 'End':
      case 'ArrowLeft':
      case 'ArrowRight':
        this.active = -1; // the caret moves, in the text
        return;
      default:
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

  /** A press on the list leaves the focus in the field. */
  readonly #onMouseDown = (event: MouseEvent): void => {
    event.preventDefault();
  };

  readonly #onBlur = (): void => {
    this.#close();
    if (this.text.endsWith(MORE)) this.text = this.text.slice(0, -MORE.length);
    this.#settle();
  };
}
