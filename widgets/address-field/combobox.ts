import { AddressesError } from '../addresses/index/errors.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { handleKey } from './combobox-keys.ts';
import type { ComboboxState } from './combobox-view.ts';
import type { EditorHost, SuggestionList } from './editor.ts';
import { listNotice, type ListEntry, type ListContent } from './list-entries.ts';

/** An input with a list of suggestions. Once open, the list keeps what it shows until there is something newer, or it is closed. */
export abstract class Combobox implements ComboboxState {
  text = '';
  isOpen = false;
  isBusy = false;
  content: ListContent = [];
  activeIndex = -1;
  readonly id: string;
  readonly prefix: string;
  readonly host: EditorHost;
  /** The list is to open when the answer comes. */
  #opensOnResult = false;
  #request: AbortController | undefined;

  /** `id` is that of the input; the ids of the list and its entries begin with `prefix`. */
  constructor(host: EditorHost, id: string, prefix = '') {
    this.host = host;
    this.id = id;
    this.prefix = prefix;
  }

  /** Finds what to offer; `undefined` closes the list. */
  protected abstract findSuggestions(text: string, signal: AbortSignal): Promise<SuggestionList>;
  /** The text has been changed by hand. */
  protected abstract onType(): void;
  /** A suggestion has been chosen; or the text, as it is. */
  protected abstract onChoose(suggestion?: Suggestion): void;
  protected onLeave(): void {
    this.host.dispatchChange();
  }

  /** What is being asked is still answered, but not shown. */
  close(): void {
    this.isOpen = this.#opensOnResult = false;
    this.host.announce('');
    this.setActive(-1);
  }

  /** Closes the list, and wants no answer any more. */
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

  /** Puts a text in place of what stood there, the caret behind it. */
  protected replaceText(text: string): void {
    this.text = text;
    const input = this.#input;
    if (!input) return;
    input.value = text;
    input.setSelectionRange(text.length, text.length);
    input.scrollLeft = input.scrollWidth;
  }

  get #input() {
    return this.host.renderRoot.querySelector<HTMLInputElement>(`#${this.id}`);
  }

  /** Asks for what the text may mean; of several questions the last one counts. */
  async search(): Promise<void> {
    const typed = this.text.trim();
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    this.#opensOnResult = this.isBusy = true;
    this.setActive(-1);
    const content = await this.findSuggestions(typed, signal).catch((error: unknown) =>
      reasonOf(error, signal),
    );
    if (signal.aborted) return;
    this.isBusy = false;
    this.host.requestUpdate();
    if (content && (typed || typeof content !== 'string')) this.#open(content);
    else this.close();
  }

  #open(content: ListContent): void {
    const { host } = this;
    if (!this.#opensOnResult) return;
    this.content = content;
    this.isOpen = true;
    host.announce(listNotice(content, host.messages) || host.messages.count(content.length));
    void host.updateComplete.then(() => {
      scrollListIntoView(this.#input);
    });
  }

  setActive(entry: number): void {
    const { host } = this;
    this.activeIndex = entry;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      host.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  readonly onFocus = (): void => {
    this.host.prefetchIndex();
    if (!this.text) void this.search();
  };

  readonly onInput = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.onType();
    void this.search();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    handleKey(event, this);
  };

  readonly onBlur = (): void => {
    this.close();
    this.onLeave();
  };
}

/** Why nothing can be offered. */
function reasonOf(error: unknown, { aborted }: AbortSignal): AddressesError['reason'] {
  if (error instanceof AddressesError) return error.reason;
  // The webmaster's mistake, or ours.
  if (!aborted) console.error(error);
  return 'outdated';
}

/** Where the list opens below the fold, or under the keyboard of a telephone, the page is scrolled up to two entries. */
function scrollListIntoView(input: HTMLInputElement | null): void {
  const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
  if (input && input.getBoundingClientRect().bottom + 100 > offsetTop + height) input.scrollIntoView();
}
