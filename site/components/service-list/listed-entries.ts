import { listAddress, PAGE_SIZE } from '../../catalogue/service-lists.ts';
import type { Chosen, ServiceFilter } from './filtered-places.ts';

/** Fetches entries of the list from the static pages that have them: each page once. */
export class ListedEntries {
  readonly #base: string;
  readonly #pages = new Map<string, Promise<readonly Element[]>>();

  /** `base` is where the catalogue stands on its host. */
  constructor(base: string) {
    this.#base = base;
  }

  /** The entries of services, by their places in the list of all. Rejects when a page cannot be fetched. */
  async entriesAt(places: readonly number[], filter: ServiceFilter, chosen: Chosen): Promise<Element[]> {
    const { list, places: listed } = filter.shortestList(chosen);
    const rankOf = listed && new Map(listed.map((place, rank) => [place, rank]));
    const found = await Promise.all(
      places.map(async (place) => {
        const rank = rankOf?.get(place) ?? place;
        const page = await this.#page(listAddress(list, Math.floor(rank / PAGE_SIZE) + 1));
        return page[rank % PAGE_SIZE]?.cloneNode(true) as Element | undefined;
      }),
    );
    return found.flatMap((entry) => entry ?? []);
  }

  #page(address: string): Promise<readonly Element[]> {
    const known = this.#pages.get(address) ?? fetchEntries(`${this.#base}${address.slice(1)}`);
    this.#pages.set(address, known);
    known.catch(() => this.#pages.delete(address));
    return known;
  }
}

async function fetchEntries(url: string): Promise<readonly Element[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return [...page.querySelectorAll('.services > li')];
}
