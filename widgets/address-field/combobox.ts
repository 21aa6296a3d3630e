import { AddressesError } from '../addresses/index/errors.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import { pressKey } from './combobox-keys.ts';
import type { ComboboxState } from './combobox-view.ts';
import type { EditorHost, Offers } from './editor.ts';
import { noticeFor, type Entry, type ListContent } from './list-entries.ts';

/** An input with a list of suggestions. Once open, the list keeps what it shows until there is something newer, or it is closed. */
export abstract class Combobox implements ComboboxState {
  text = '';
  isOpen = false;
  isBusy = false;
  content: ListContent = [];
  active = -1;
  readonly id: string;
  readonly prefix: string;
  readonly host: EditorHost;
  /** The list is to open when the answer comes. */
  #isWanted = false;
  #asking: AbortController | undefined;

  /** `id` is that of the input; the ids of the list and its entries begin with `prefix`. */
  constructor(host: EditorHost, id: string, prefix = '') {
    this.host = host;
    this.id = id;
    this.prefix = prefix;
  }

  /** Finds what to offer; `undefined` closes the list. */
  protected abstract ask(text: string, signal: AbortSignal): Promise<Offers>;
  /** The text has been changed by hand. */
  protected abstract onType(): void;
  /** A suggestion has been chosen; or the text, as it is. */
  protected abstract onTake(suggestion?: Suggestion): void;
  protected onLeave(): void {
    this.host.settle();
  }

  /** What is being asked is still answered, but not shown. */
  close(): void {
    this.isOpen = this.#isWanted = false;
    this.host.say('');
    this.moveTo(-1);
  }

  /** Closes the list, and wants no answer any more. */
  stop(): void {
    this.#asking?.abort();
    this.isBusy = false;
    this.close();
  }

  choose(entry: Entry): void {
    const { host } = this;
    this.close();
    if (entry === 'forget') host.forget();
    else if (entry === 'asItIs') {
      this.onTake();
      host.say(host.messages.written(this.text.trim()));
      host.settle();
    } else
      host.choose(entry, () => {
        this.onTake(entry);
      });
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

  get #input() {
    return this.host.renderRoot.querySelector<HTMLInputElement>(`#${this.id}`);
  }

  /** Asks for what the text may mean; of several questions the last one counts. */
  async seek(): Promise<void> {
    const typed = this.text.trim();
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#isWanted = this.isBusy = true;
    this.moveTo(-1);
    const content = await this.ask(typed, signal).catch((error: unknown) => reasonOf(error, signal));
    if (signal.aborted) return;
    this.isBusy = false;
    this.host.requestUpdate();
    if (content && (typed || typeof content !== 'string')) this.#open(content);
    else this.close();
  }

  #open(content: ListContent): void {
    const { host } = this;
    if (!this.#isWanted) return;
    this.content = content;
    this.isOpen = true;
    host.say(noticeFor(content, host.messages) || host.messages.count(content.length));
    void host.updateComplete.then(() => {
      bringIntoSight(this.#input);
    });
  }

  moveTo(entry: number): void {
    const { host } = this;
    this.active = entry;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      host.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  readonly onFocus = (): void => {
    this.host.prepare();
    if (!this.text) void this.seek();
  };

  readonly onInput = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.onType();
    void this.seek();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    pressKey(event, this);
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
function bringIntoSight(input: HTMLInputElement | null): void {
  const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
  if (input && input.getBoundingClientRect().bottom + 100 > offsetTop + height) input.scrollIntoView();
}
