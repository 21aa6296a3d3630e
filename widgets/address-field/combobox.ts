// Longer than most: all that a combobox hears stands in one class.
import { AddressesError } from '../addresses/index/errors.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { handleKey } from '../fields/combobox-keys.ts';
import type { ComboboxState } from './combobox-view.ts';
import type { EditorHost, SuggestionList } from './editor.ts';
import { entriesFor, listNotice, type ListEntry, type ListContent } from './list-entries.ts';

/** State of an input with a list of suggestions. An open list stays until there is a newer result, or it is closed. */
export abstract class Combobox implements ComboboxState {
  text = '';
  isOpen = false;
  isBusy = false;
  content: ListContent = [];
  activeIndex = -1;
  /** How often the index has not answered, one time after the other. */
  failures = 0;
  readonly id: string;
  readonly prefix: string;
  readonly host: EditorHost;
  /** Whether the list opens when the result comes; false after it was closed meanwhile. */
  #opensOnResult = false;
  #request: AbortController | undefined;

  constructor(host: EditorHost, id: string, prefix = '') {
    this.host = host;
    this.id = id;
    this.prefix = prefix;
  }

  get entries(): ListEntry[] {
    return entriesFor(this.content, this.text.trim());
  }

  /** Finds suggestions for a text. Where it gives `undefined`, the list closes. */
  protected abstract findSuggestions(text: string, signal: AbortSignal): Promise<SuggestionList>;
  /** Called when the citizen has typed. */
  protected abstract onType(): void;
  /** Called when a suggestion was chosen; without one, when the text was chosen as it is. */
  protected abstract onChoose(suggestion?: Suggestion): void;
  /** Called when the input loses the focus. */
  protected onLeave(): void {
    this.host.dispatchChange();
  }

  /** Takes the only address that the text can mean; `needsHouse`: none without a house. */
  settle(_needsHouse?: boolean): Promise<void> {
    return Promise.resolve();
  }

  async enter(): Promise<void> {
    const { isOpen, isBusy, host } = this;
    if (isOpen) this.close();
    await this.settle();
    if (!isOpen && !isBusy) host.form?.requestSubmit();
  }

  /** Closes the list. A running search goes on, for `findSuggestions` may learn something from it, but is not shown. */
  close(): void {
    this.isOpen = this.#opensOnResult = false;
    this.host.announce('');
    this.setActive(-1);
  }

  /** Closes the list and aborts a running search. */
  stop(): void {
    this.#request?.abort();
    this.isBusy = false;
    this.close();
  }

  chooseEntry(entry: ListEntry): void {
    const { host } = this;
    this.close();
    if (entry === 'forget') host.forgetAddresses();
    else if (entry === 'asItIs') {
      this.onChoose();
      host.announce(host.messages.written(this.text.trim()));
      host.dispatchChange();
    } else
      host.chooseSuggestion(entry, () => {
        this.onChoose(entry);
      });
  }

  /** Replaces the text, and puts the caret behind it. */
  protected replaceText(text: string): void {
    this.text = text;
    const input = this.#input;
    if (!input) return;
    input.value = text;
    // In Safari the selection would move the focus into the field.
    if (input.matches(':focus')) input.setSelectionRange(text.length, text.length);
    this.showEnd();
  }

  /** Scrolls to the end of a long text, where the flat stands. Browsers go back to its beginning when the focus leaves. */
  protected showEnd(): void {
    requestAnimationFrame(() => {
      const input = this.#input;
      if (input) input.scrollLeft = input.scrollWidth;
    });
  }

  get #input() {
    return this.host.renderRoot.querySelector<HTMLInputElement>(`#${this.id}`);
  }

  /** Searches for the text, and shows the result. A newer search aborts an older one. */
  async search(): Promise<void> {
    const typed = this.text.trim();
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    this.#opensOnResult = this.isBusy = true;
    this.setActive(-1);
    const failed = (error: unknown) => reasonOf(error, signal);
    const content = await this.findSuggestions(typed, signal).catch(failed);
    if (signal.aborted) return;
    this.isBusy = false;
    this.host.requestUpdate();
    if (content === 'offline') void this.#retrySearch();
    else this.failures = 0;
    if (content && (typed || typeof content !== 'string')) this.#open(content);
    else this.close();
  }

  /** Searches again later, as long as the list says that there is no connection. */
  async #retrySearch(): Promise<void> {
    const extras = await this.host.loadExtras();
    extras?.retryLater(this, () => {
      if (this.isOpen && this.activeIndex < 0) void this.search();
    });
  }

  /** Opens the list with a result, unless it was closed during the search. */
  #open(content: ListContent): void {
    if (!this.#opensOnResult) return;
    const { host } = this;
    this.content = content;
    this.isOpen = true;
    host.announce(listNotice(content, host.messages) || host.messages.count(content.length));
    void host.updateComplete.then(() => {
      scrollListIntoView(this.#input);
    });
  }

  setActive(index: number): void {
    const { host } = this;
    this.activeIndex = index;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      host.renderRoot.querySelector('[aria-selected]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  readonly onFocus = (): void => {
    this.host.prefetchIndex();
    if (!this.text) void this.search();
  };

  /** Composed letters are searched when they are complete; but keyboards of Android compose every word. */
  readonly onInput = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    const { isComposing, inputType = '' } = event as Partial<InputEvent>;
    if (isComposing && !navigator.userAgent.includes('Android')) return;
    this.onType();
    void this.search();
    if (/Paste|Drop|Replacement/.test(inputType)) void this.settle(true);
  };

  /** A browser that fills in by itself may send nothing but `change`. It wants no suggestions. */
  readonly onChange = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    if (value !== this.text) {
      this.text = value;
      this.onType();
      this.host.dispatchChange();
    }
    void this.settle();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    handleKey(event, this);
  };

  readonly onBlur = (): void => {
    this.close();
    this.onLeave();
    this.showEnd();
  };
}

/** The reason to show after a failed search. An error that is not expected counts as `outdated` and goes to the console. */
function reasonOf(error: unknown, { aborted }: AbortSignal): AddressesError['reason'] {
  if (error instanceof AddressesError) return error.reason;
  if (!aborted) console.error(error);
  return 'outdated';
}

/** Scrolls the page where less than two entries (100 px) would be visible: below the window, or under the keyboard of a telephone. */
function scrollListIntoView(input: HTMLInputElement | null): void {
  const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
  if (input && input.getBoundingClientRect().bottom + 100 > offsetTop + height) input.scrollIntoView();
}
