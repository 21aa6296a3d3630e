import { placesOf, type ServiceIndex } from '../../catalogue/service-lists.ts';

/** What is chosen: the value of each filter by its name. Filters that are not chosen are absent. */
export type Chosen = ReadonlyMap<string, string>;

/** Finds the services that fit what is chosen, and counts what each other option would leave. */
export class ServiceFilter {
  readonly index: ServiceIndex;
  /** Places of the services that have an option, by `level=municipal`. */
  readonly #places = new Map<string, readonly number[]>();

  constructor(index: ServiceIndex) {
    this.index = index;
    for (const { name, options } of index.filters)
      for (const { value, distances } of options) this.#places.set(`${name}=${value}`, placesOf(distances));
  }

  /** The places of the services that fit every filter, in the order of the list; `except` names a filter to leave out. */
  matching(chosen: Chosen, except?: string): number[] {
    const asked = [...chosen].filter(([name]) => name !== except);
    const marks = new Uint8Array(this.index.count);
    for (const [name, value] of asked)
      for (const place of this.placesWith(name, value)) marks[place] = (marks[place] ?? 0) + 1;
    return Array.from(marks.keys()).filter((place) => marks[place] === asked.length);
  }

  /** How many services each option of a filter would leave, by its value. */
  counts(chosen: Chosen, name: string): Map<string, number> {
    const others = new Uint8Array(this.index.count);
    for (const place of this.matching(chosen, name)) others[place] = 1;
    const options = this.index.filters.find((filter) => filter.name === name)?.options ?? [];
    return new Map(
      options.map(({ value }) => [
        value,
        this.placesWith(name, value).reduce((sum, place) => sum + (others[place] ?? 0), 0),
      ]),
    );
  }

  /**
   * The shortest list that has all services which fit: its part of the address, and the places of its services. That is where their
   * entries are fetched from.
   */
  shortestList(chosen: Chosen): { list: string; places: readonly number[] | undefined } {
    const lists = [...chosen].map(([name, value]) => ({
      list: `${name}/${value}`,
      places: this.placesWith(name, value),
    }));
    return lists.sort((a, b) => a.places.length - b.places.length)[0] ?? { list: 'all', places: undefined };
  }

  /** The places of the services that have an option. */
  placesWith(name: string, value: string): readonly number[] {
    return this.#places.get(`${name}=${value}`) ?? [];
  }
}
