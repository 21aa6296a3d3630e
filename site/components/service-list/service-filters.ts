/**
 * The script of the list of services: filters with counts, chips of what is chosen, an address to share, and «Показать ещё». Without it
 * the page has static lists by letter and by section. Does nothing on other pages.
 */
import { PAGE_SIZE, type ServiceIndex } from '../../catalogue/service-lists.ts';
import { servicesInWords } from '../../catalogue/wording.ts';
import { showChips, showSelects } from './controls.ts';
import { ServiceFilter } from './filtered-places.ts';
import { ListedEntries } from './listed-entries.ts';

/** The list of services, and what is chosen of it. */
class FilteredList {
  readonly #page: HTMLElement;
  readonly #base: string;
  readonly #entries: ListedEntries;
  /** What the list was before a filter was chosen. */
  readonly #first: { entries: Element[]; found: string | null };
  #loading: Promise<ServiceFilter> | undefined;
  #chosen = new Map<string, string>();
  /** How many services are shown at most. */
  #shown = PAGE_SIZE;
  /** Counts changes: an answer that comes late is for a choice that is no more. */
  #turn = 0;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#base = page.dataset['services'] ?? '/';
    this.#entries = new ListedEntries(this.#base);
    this.#first = {
      entries: [...this.#part('.services').children],
      found: this.#part('[data-found]').textContent,
    };
  }

  /** Listens, and shows what the address asks for. */
  start(): void {
    this.#part('[data-filters]').addEventListener('toggle', () => void this.#show());
    this.#part('[data-more] button').addEventListener('click', () => void this.#showMore());
    this.#page.querySelector('[data-pager] a[rel=next]')?.addEventListener('click', (event) => {
      event.preventDefault();
      void this.#showMore();
    });
    // A browser that has not kept the page makes it anew: at the place where it was left.
    this.#part('.services').addEventListener('click', () => {
      history.replaceState({ top: scrollY }, '');
    });
    void this.#readAddress();
  }

  #part(selector: string): HTMLElement {
    const found = this.#page.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The list of services has no ${selector}`);
    return found;
  }

  #load(): Promise<ServiceFilter> {
    this.#loading ??= fetch(`${this.#base}services/index.json`)
      .then((response) => response.json() as Promise<ServiceIndex>)
      .then((index) => new ServiceFilter(index));
    return this.#loading;
  }

  /** Shows everything that depends on the choice. */
  async #show(): Promise<void> {
    const turn = ++this.#turn;
    const filter = await this.#load();
    const chosen = this.#chosen;
    const choice = {
      filter,
      chosen,
      choose: (name: string, value: string) => {
        this.#choose(name, value);
      },
    };
    showSelects(this.#part('[data-filters] .panel'), choice);
    showChips(this.#part('[data-chips]'), choice);
    const places = filter.matching(chosen);
    this.#part('[data-found]').textContent = chosen.size
      ? `Найдено: ${servicesInWords(places.length)}`
      : this.#first.found;
    this.#part('[data-nothing]').hidden = places.length > 0;
    const isFirst = !chosen.size && this.#shown === PAGE_SIZE;
    const entries = isFirst
      ? this.#first.entries
      : await this.#entries.entriesAt(places.slice(0, this.#shown), filter, chosen);
    if (turn !== this.#turn) return;
    this.#part('.services').replaceChildren(...entries);
    this.#part('[data-more]').hidden = isFirst || places.length <= this.#shown;
    this.#part('[data-pager]').hidden = !isFirst;
  }

  #choose(name: string, value: string): void {
    this.#chosen = new Map([...this.#chosen].filter(([other]) => other !== name));
    if (value) this.#chosen.set(name, value);
    this.#shown = PAGE_SIZE;
    this.#saveAddress();
    void this.#show().then(() => {
      // The chip that was pressed is gone.
      if (!value && document.activeElement === document.body) this.#part('summary').focus();
    });
  }

  async #showMore(): Promise<void> {
    const before = this.#part('.services').children.length;
    this.#shown += PAGE_SIZE;
    this.#saveAddress();
    await this.#show();
    this.#part('.services').children[before]?.querySelector('a')?.focus();
  }

  /** The address says what is chosen and how much of it is shown: `?level=federal&shown=100`. */
  #saveAddress(): void {
    const query = new URLSearchParams([...this.#chosen]);
    if (this.#shown > PAGE_SIZE) query.set('shown', String(this.#shown));
    history.replaceState(null, '', query.size ? `?${query.toString()}` : location.pathname);
  }

  async #readAddress(): Promise<void> {
    const query = new URLSearchParams(location.search);
    this.#shown = Math.max(PAGE_SIZE, Number(query.get('shown')) || 0);
    query.delete('shown');
    if (!query.size && this.#shown === PAGE_SIZE) return;
    const filter = await this.#load();
    this.#chosen = new Map([...query].filter(([name, value]) => filter.placesWith(name, value).length));
    await this.#show();
    const top = (history.state as { top?: number } | null)?.top;
    if (top !== undefined) scrollTo({ top, behavior: 'instant' });
  }
}

const list = document.querySelector<HTMLElement>('[data-services]');
if (list) new FilteredList(list).start();
