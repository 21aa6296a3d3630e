import { html, render } from 'lit';

import { handleKey, type ComboboxActions } from '../../widgets/fields/combobox-keys.ts';
import { comboboxList } from '../../widgets/fields/combobox-list.ts';
import { countInWords } from '../catalogue/wording.ts';
import type { ShownRecord } from '../search/index-format.ts';
import type { IndexReader } from '../search/index-reader.ts';
import { openIndex } from '../search/load-files.ts';
import { RECORD_KINDS } from '../search/record-kinds.ts';
import { suggestRecords } from '../search/suggest.ts';

/** Without an answer for so long, the list says that it is loading. */
const PATIENCE = 300;

/** Suggestions below a search box (WAI-ARIA APG, editable combobox). To choose one is to go to its page. */
class SearchSuggestions implements ComboboxActions<ShownRecord> {
  isOpen = false;
  entries: readonly ShownRecord[] = [];
  activeIndex = -1;
  readonly #input: HTMLInputElement;
  readonly #form: HTMLFormElement;
  readonly #list = document.createElement('div');
  readonly #announcer = document.createElement('p');
  readonly prefix: string;
  #notice = '';
  /** Number of the search that began last. A result of an older one is dropped. */
  #latest = 0;

  constructor(input: HTMLInputElement, form: HTMLFormElement) {
    this.#input = input;
    this.#form = form;
    this.prefix = `${input.id}-suggestion-`;
    this.#list.className = 'suggestions';
    this.#announcer.className = 'hidden';
    this.#announcer.role = 'log';
    input.parentElement?.append(this.#list, this.#announcer);
    input.setAttribute('aria-controls', `${this.prefix}list`);
    this.#render();
  }

  /** Listens to the box. What was typed before the script came is searched at once. */
  listen(): void {
    const typed = this.#input.value;
    this.#input.addEventListener('input', () => void this.search());
    this.#input.addEventListener('keydown', (event) => {
      handleKey(event, this);
    });
    this.#input.addEventListener('blur', () => {
      this.close();
    });
    this.#form.addEventListener('submit', () => {
      this.close();
    });
    void this.#open()
      .then(() => (this.#input.value === typed ? undefined : this.search()))
      .catch(() => undefined);
  }

  async search(): Promise<void> {
    const number = ++this.#latest;
    const text = this.#input.value.trim();
    if (!text) {
      this.close();
      return;
    }
    const waiting = setTimeout(() => {
      this.#show([], 'Загружаем подсказки…');
    }, PATIENCE);
    const records = await this.#open()
      .then((index) => suggestRecords(index, text))
      .catch(() => [])
      .finally(() => {
        clearTimeout(waiting);
      });
    if (number !== this.#latest) return;
    if (records.length) this.#show(records);
    else this.close();
  }

  close(): void {
    this.#latest++;
    this.isOpen = false;
    this.activeIndex = -1;
    this.#announcer.textContent = '';
    this.#render();
  }

  setActive(index: number): void {
    this.activeIndex = index;
    this.#render();
    this.#list.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  chooseEntry({ url }: ShownRecord): void {
    this.close();
    location.assign(new URL(`..${url}`, this.#form.action));
  }

  enter(): Promise<void> {
    this.close();
    this.#form.requestSubmit();
    return Promise.resolve();
  }

  #open(): Promise<IndexReader> {
    return openIndex(new URL('index/', this.#form.action));
  }

  #show(records: readonly ShownRecord[], notice = ''): void {
    this.entries = records;
    this.isOpen = true;
    this.activeIndex = -1;
    this.#notice = notice;
    this.#announcer.textContent =
      notice || countInWords(records.length, ['подсказка', 'подсказки', 'подсказок']);
    this.#render();
  }

  #render(): void {
    const { activeIndex, isOpen } = this;
    this.#input.ariaExpanded = String(isOpen);
    if (activeIndex < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `${this.prefix}entry-${activeIndex}`);
    const view = comboboxList(this, {
      label: 'Подсказки',
      notice: isOpen ? this.#notice : '',
      entryView: ({ title, kind }) => html`<span>${title}</span> <small>${RECORD_KINDS[kind]}</small>`,
    });
    render(view, this.#list);
  }
}

/** Adds suggestions to a search box, which `search-box.ts` has made a combobox. */
export function addSuggestions(input: HTMLInputElement): void {
  if (input.form) new SearchSuggestions(input, input.form).listen();
}
