// Longer than most: keys, question, list and template of one control.
/* eslint lit-a11y/accessible-name: off -- the combobox is named by its label */
/* eslint lit-a11y/click-events-have-key-events: off -- the keys are those of the combobox, which keeps the focus */
import { html, nothing } from 'lit';

import { AddressesError } from '../addresses/index/errors.ts';
import type { Desk, EditorView, Offers } from './editor.ts';
import { entriesFor, entryView, noticeFor, type Entry, type Outcome } from './popup.ts';
import { LONGEST } from './value.ts';

/**
 * An editable combobox with a list of suggestions (WAI-ARIA APG). Once open, the list keeps what it shows until there is
 * something newer, or it is closed.
 */
export abstract class Combobox {
  text = '';
  protected readonly desk: Desk;
  #isOpen = false;
  #isBusy = false;
  /** The list is to open when the answer comes. */
  #isWanted = false;
  #outcome: Outcome = [];
  #active = -1;
  #asking: AbortController | undefined;
  readonly #id: string;
  readonly #prefix: string;

  /** `id` is that of the input; the ids of the list and its entries begin with `prefix`. */
  constructor(desk: Desk, id: string, prefix = '') {
    this.desk = desk;
    this.#id = id;
    this.#prefix = prefix;
  }

  /** Finds what to offer; `undefined` closes the list. */
  protected abstract ask(text: string, signal: AbortSignal): Promise<Offers>;
  /** The text has been changed by hand. */
  protected abstract onType(): void;
  protected abstract onChoose(entry: Entry): void;
  protected onLeave(): void {
    this.desk.settle();
  }
  /** Whether an entry says what is still to be typed behind it. */
  protected asksMore(): boolean {
    return false;
  }

  get #input(): HTMLInputElement | null {
    return this.desk.renderRoot.querySelector(`#${this.#id}`);
  }

  /** What is being asked is still answered, but not shown. */
  close(): void {
    this.#isOpen = this.#isWanted = false;
    this.desk.say('');
    this.#moveTo(-1);
  }

  /** Closes the list, and wants no answer any more. */
  stop(): void {
    this.#asking?.abort();
    this.#isBusy = false;
    this.close();
  }

  /** Puts a text in place of what stood there, the caret behind it. */
  protected put(text: string): void {
    this.text = text;
    const input = this.#input;
    if (!input) return;
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    input.scrollLeft = input.scrollWidth;
  }

  /** The text is taken as it is: says so. */
  protected keep(): void {
    this.desk.say(this.desk.messages.written(this.text.trim()));
    this.desk.settle();
  }

  protected renderBox(
    view: Pick<EditorView, 'error' | 'isDisabled' | 'isRequired'>,
    described: string,
    name = '',
  ) {
    const { messages } = this.desk;
    const prefix = this.#prefix;
    const typed = this.text.trim();
    const isOpen = this.#isOpen;
    const notice = isOpen && noticeFor(this.#outcome, messages);
    return html`<div class="combo ${view.error ? 'bad' : ''}">
      <input
        class="input"
        id=${this.#id}
        role="combobox"
        aria-label=${name || nothing}
        aria-autocomplete="list"
        aria-expanded=${String(isOpen)}
        aria-controls="${prefix}list"
        aria-activedescendant=${this.#active < 0 ? nothing : `${prefix}entry-${this.#active}`}
        aria-describedby=${described}
        aria-invalid=${String(!!view.error)}
        aria-required=${String(view.isRequired)}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="done"
        maxlength=${LONGEST}
        .value=${this.text}
        ?disabled=${view.isDisabled}
        @focus=${this.#onFocus}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
        @blur=${this.#onBlur}
      />${this.#isBusy ? html`<span class="busy" aria-hidden="true">${messages.busy}</span>` : nothing}
      <div class="popup" ?hidden=${!isOpen} @mousedown=${keepFocus}>
        ${notice ? html`<p class="reason" aria-hidden="true">${notice}</p>` : nothing}
        <ul id="${prefix}list" role="listbox" aria-label=${messages.list}>
          ${(isOpen ? entriesFor(this.#outcome, typed) : []).map(
            (entry, i) =>
              html`<li
                id="${prefix}entry-${i}"
                role="option"
                aria-selected=${String(i === this.#active)}
                @click=${() => {
                  this.#choose(entry);
                }}
              >
                ${entryView(entry, messages, typed, this.asksMore())}
              </li>`,
          )}
        </ul>
      </div>
    </div>`;
  }

  /** Asks for what the text may mean; of several questions the last one counts. */
  async #seek(): Promise<void> {
    const { desk } = this;
    const typed = this.text.trim();
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#isWanted = this.#isBusy = true;
    this.#moveTo(-1);
    let outcome: Outcome | undefined;
    try {
      outcome = await this.ask(typed, signal);
    } catch (error) {
      if (error instanceof AddressesError) outcome = error.reason;
      else if (!signal.aborted) {
        // The webmaster's mistake, or ours.
        console.error(error);
        outcome = 'outdated';
      }
    }
    if (signal.aborted) return;
    this.#isBusy = false;
    desk.requestUpdate();
    if (outcome && (typed || typeof outcome !== 'string')) this.#show(outcome);
    else this.close();
  }

  #show(outcome: Outcome): void {
    const { desk } = this;
    if (!this.#isWanted) return;
    this.#outcome = outcome;
    this.#isOpen = true;
    desk.say(noticeFor(outcome, desk.messages) || desk.messages.count(outcome.length));
    void desk.updateComplete.then(() => {
      this.#bringIntoSight();
    });
  }

  /** Where the list opens below the fold, or under the keyboard of a telephone, the page is scrolled up to two entries. */
  #bringIntoSight(): void {
    const input = this.#input;
    const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
    if (input && input.getBoundingClientRect().bottom + 100 > offsetTop + height) input.scrollIntoView();
  }

  #moveTo(entry: number): void {
    this.#active = entry;
    this.desk.requestUpdate();
    void this.desk.updateComplete.then(() => {
      this.desk.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  #choose(entry: Entry): void {
    this.close();
    this.onChoose(entry);
  }

  readonly #onFocus = (): void => {
    this.desk.prepare();
    if (!this.text) void this.#seek();
  };

  readonly #onInput = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.onType();
    void this.#seek();
  };

  readonly #onBlur = (): void => {
    this.close();
    this.onLeave();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const isOpen = this.#isOpen;
    const entries = entriesFor(this.#outcome, this.text.trim());
    const last = entries.length - 1;
    const active = entries[this.#active];
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        if (!isOpen) void this.#seek();
        else if (!event.altKey) this.#moveTo(this.#active < last ? this.#active + 1 : 0);
        break;
      case 'ArrowUp':
        if (event.altKey) this.close();
        else if (isOpen) this.#moveTo(this.#active > 0 ? this.#active - 1 : last);
        break;
      case 'Enter':
        if (!isOpen) this.desk.form?.requestSubmit();
        else if (active) this.#choose(active);
        else this.close();
        break;
      case 'Escape':
        if (!isOpen) return;
        event.stopPropagation();
        this.close();
        break;
      default:
        if (/^(Home|End|Arrow)/.test(event.key)) this.#moveTo(-1);
        return;
    }
    event.preventDefault();
  };
}

/** A press on the list leaves the focus in the field. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
