// Longer than most: all that an index can be asked for, with its options.
import { AddressesError } from '../index/errors.ts';
import { shardOf } from '../index/format.ts';
import { normalizeHouse } from '../index/house-number.ts';
import { IndexFiles } from '../index/index-files.ts';
import { findHouse, type KnownHouse } from '../index/known-house.ts';
import { nearHouses } from '../index/near-houses.ts';
import { RegionFiles } from '../index/region-files.ts';
import { decodeRegion } from '../index/region.ts';
import { parsePlainQuery } from '../search/plain-query.ts';
import type { Bounds, SearchRequest } from '../search/request.ts';
import { certainSuggestion } from './certain-suggestion.ts';
import { codePrefixOf, chooseRegions, FALLBACK_REGIONS } from './region-choice.ts';
import { lookUpReading, readCertainHouse, readingOrText } from './look-up-reading.ts';
import { suggestInRegions } from './suggest-in-regions.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

/** Options of a search for suggestions. */
export interface SuggestOptions {
  /**
   * Only what lies in it is suggested: a full КЛАДР code, the beginning of one, or a name from `districts.json`. Its first two
   * digits choose the region.
   */
  within?: string;
  /** What is suggested; by default everything, down to houses. */
  bounds?: Bounds | undefined;
  /** КЛАДР code. Of equally good suggestions those in the same district, town or settlement come first. */
  near?: string;
  /** The largest number of suggestions; by default 6. */
  limit?: number;
  /** Stops the search: it rejects with the reason of the signal. */
  signal?: AbortSignal;
}

/**
 * An address index. Fetches files when it needs them, each once. Every method that returns a promise rejects with an
 * `AddressesError` if a file cannot be fetched or is not the one that was promised.
 */
export interface AddressIndex {
  /** The addresses that `query` may mean, the best first. Also rejects if `options.signal` is aborted. */
  suggest(query: string, options?: SuggestOptions): Promise<Suggestion[]>;
  /** The address that a complete line means: the first suggestion for it; `undefined` if there is none. */
  parse(line: string, options?: SuggestOptions): Promise<Suggestion | undefined>;
  /** The only address that a complete line can mean; `undefined` in doubt: see `certainSuggestion`. */
  parseCertain(line: string, options?: SuggestOptions): Promise<Suggestion | undefined>;
  /** The address with a КЛАДР code of 11 to 17 digits, and with the house, in any spelling. `undefined`: no such object, or no house. */
  resolve(code: string, house?: string): Promise<Suggestion | undefined>;
  /** The postcode of a house, in any spelling, in the street with this КЛАДР code; `undefined` if the data have none. */
  postcode(street: string, house: string): Promise<string | undefined>;
  /** The listed houses whose numbers are nearest to a house, in the street or place with this КЛАДР code; at most three. */
  housesNear(code: string, house: string): Promise<KnownHouse[]>;
  /** What `within` names: a region, district or place; see {@link SuggestOptions}. `undefined`: the index does not have it. */
  locate(within: string): Promise<Suggestion | undefined>;
  /** Reads house and flat from what stands behind a street: of «, 12, кв 5» `12` and `5`. Needs no files. */
  readHouse: typeof readCertainHouse;
  /** Fetches in advance what the first letters will need: the root of the region; the streets of `within` if one file has all. */
  prefetch(within?: string): Promise<void>;
}

const DEFAULT_LIMIT = 6;

/** Opens an address index. `base` is the folder of `manifest.json`. Nothing is fetched yet. */
export function openAddressIndex(base: URL, fetcher?: typeof fetch): AddressIndex {
  return new Reader(base, fetcher ?? ((input, init) => fetch(input, init)));
}

class Reader implements AddressIndex {
  readonly readHouse = readCertainHouse;
  readonly #files: IndexFiles;

  constructor(base: URL, fetcher: typeof fetch) {
    const folder = base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
    this.#files = new IndexFiles(folder, fetcher);
  }

  suggest(query: string, options: SuggestOptions = {}) {
    return this.#retryOutdated(() => this.#suggest(query, options));
  }

  async parse(line: string, options: SuggestOptions = {}) {
    const [first] = await this.suggest(line, options);
    return first && this.#withFias(first);
  }

  async parseCertain(line: string, options: SuggestOptions = {}) {
    const suggestions = await this.suggest(line, options);
    const [{ regions }, within] = await Promise.all([
      this.#files.manifest(),
      codePrefixOf(this.#files, options.within ?? ''),
    ]);
    const hasOtherRegions = Object.keys(regions).length > 1;
    const certain = certainSuggestion(suggestions, { isInLocality: within.length > 5, hasOtherRegions });
    return certain && this.#withFias(certain);
  }

  async #withFias(suggestion: Suggestion): Promise<Suggestion> {
    const { fias } = (await this.resolve(suggestion.kladr)) ?? {};
    return { ...suggestion, ...(fias && { fias }) };
  }

  resolve(code: string, house?: string) {
    return this.#retryOutdated(async () => {
      const files = await this.#openRegion(code.slice(0, 2));
      const object = await files?.find(code);
      if (!files || !object) return undefined;
      const ending = house === undefined ? {} : await lookUpReading(files, object, readingOrText(house));
      if (house !== undefined && !ending.house) return undefined;
      const fias = await files.fiasOf(object);
      return suggestionOf(object, { tokens: [], sure: 'exact', fias, ...ending });
    });
  }

  async postcode(street: string, house: string) {
    return (await this.resolve(street, house))?.postcode;
  }

  housesNear(code: string, house: string) {
    return this.#retryOutdated(async () => {
      const files = await this.#openRegion(code.slice(0, 2));
      const object = await files?.find(code);
      const rows = files && object ? await files.houseRowsOf(object) : [];
      return nearHouses(rows, normalizeHouse(house)).map((near) => findHouse(rows, near));
    });
  }

  async locate(within: string) {
    const prefix = await codePrefixOf(this.#files, within);
    return this.resolve(prefix.padEnd(11, '0'));
  }

  async prefetch(within = '') {
    await this.#retryOutdated(async () => {
      const prefix = await codePrefixOf(this.#files, within);
      const [region = ''] = prefix ? [prefix.slice(0, 2)] : await chooseRegions(this.#files, [], '');
      const files = await this.#openRegion(region);
      await files?.prefetch(prefix);
    });
  }

  /** Calls `read`; if the index has been replaced meanwhile, calls it once more, with the new manifest. */
  async #retryOutdated<Result>(read: () => Promise<Result>): Promise<Result> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AddressesError) || error.reason !== 'outdated') throw error;
      this.#files.clear();
      return read();
    }
  }

  async #suggest(query: string, options: SuggestOptions): Promise<Suggestion[]> {
    const bySound = /[a-z]{2}/i.test(query) ? (await fetchParser()).writtenBySound(query) : [];
    let partial: Suggestion[] = [];
    for (const line of bySound) {
      const suggestions = await this.#suggestForLine(line, options);
      if (suggestions.some(({ sure }) => sure !== 'part')) return suggestions;
      partial = partial.length > 0 ? partial : suggestions;
    }
    return partial.length > 0 ? partial : this.#suggestForLine(query, options);
  }

  /** The best suggestions for a line in Russian, typed on any layout. */
  async #suggestForLine(line: string, options: SuggestOptions): Promise<Suggestion[]> {
    const { bounds, near = '', limit = DEFAULT_LIMIT, signal } = options;
    const readings = parsePlainQuery(line) ?? (await fetchParser()).parseQuery(line);
    const queries = readings.filter(({ words }) => words.length > 0);
    if (queries.length === 0) return [];
    const within = await codePrefixOf(this.#files, options.within ?? '');
    const request: SearchRequest = { queries, within, near, bounds, limit, signal };
    const regions = within ? [within.slice(0, 2)] : await chooseRegions(this.#files, queries, near);
    const suggestions = await this.#suggestIn(regions, request, line);
    const fallback = suggestions.length === 0 ? FALLBACK_REGIONS[within] : undefined;
    return fallback ? this.#suggestIn([fallback], { ...request, within: fallback }, line) : suggestions;
  }

  /** The same of these regions. Leaves out those that are not in the index. */
  async #suggestIn(regions: string[], request: SearchRequest, line: string): Promise<Suggestion[]> {
    const files = await Promise.all(regions.map((region) => this.#openRegion(region)));
    const knownRegions = files.filter((region) => region !== undefined);
    if (knownRegions.length === 0)
      throw new AddressesError('outdated', `no region ${regions.join()} in the index`);
    return suggestInRegions(knownRegions, request, line);
  }

  /** The files of a region, by its two digits; `undefined` if the index does not have it. */
  async #openRegion(region: string): Promise<RegionFiles | undefined> {
    const { regions } = await this.#files.manifest();
    const ref = regions[region];
    if (!ref) return undefined;
    const decode = (text: string) => new RegionFiles(this.#files, decodeRegion(text, region));
    return this.#files.readShard(shardOf(region, '', ref), decode);
  }
}

/** Fetches what reads lines that are more than names with a house behind them. Rejects with an `AddressesError` if it does not come. */
async function fetchParser() {
  try {
    return await import('../search/parse-query.ts');
  } catch (cause) {
    throw new AddressesError('offline', 'The parser does not come', { cause });
  }
}
