// Longer than most: all that an index can be asked for, with its options.
import { AddressesError } from '../index/errors.ts';
import { shardOf } from '../index/format.ts';
import { IndexFiles } from '../index/index-files.ts';
import type { KnownHouse } from '../index/known-house.ts';
import { RegionFiles } from '../index/region-files.ts';
import { decodeRegion } from '../index/region.ts';
import { fetchRareWays } from '../search/fetch-rare-ways.ts';
import { parseNames } from '../search/name-query.ts';
import type { Bounds, ParsedQuery, SearchRequest } from '../search/request.ts';
import { fetchLookUps } from './fetch-look-ups.ts';
import { codePrefixOf, chooseRegions, FALLBACK_REGIONS } from './region-choice.ts';
import type * as lookUps from './look-ups.ts';
import { suggestInRegions } from './suggest-in-regions.ts';
import type { Suggestion } from './suggestion.ts';

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
  /**
   * Reads house and flat from what stands behind a street: of «, 12, кв 5» `12` and `5`. Gives `undefined` until its code has come:
   * behind the first suggestions, or with what `suggest` and `resolve` fetch for a house.
   */
  readHouse: typeof lookUps.readCertainHouse;
  /** Fetches in advance what the first letters will need: the root of the region; the streets of `within` if one file has all. */
  prefetch(within?: string): Promise<void>;
}

const DEFAULT_LIMIT = 6;

/** Opens an address index. `base` is the folder of `manifest.json`. Nothing is fetched yet. */
export function openAddressIndex(base: URL, fetcher?: typeof fetch): AddressIndex {
  return new Reader(base, fetcher ?? ((input, init) => fetch(input, init)));
}

class Reader implements AddressIndex {
  readonly #files: IndexFiles;
  /** What reads and looks up houses, as soon as it has come. */
  #lookUps: typeof lookUps | undefined;

  constructor(base: URL, fetcher: typeof fetch) {
    const folder = base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
    this.#files = new IndexFiles(folder, fetcher);
  }

  async suggest(query: string, options: SuggestOptions = {}) {
    const suggestions = await this.#retryOutdated(() => this.#suggest(query, options));
    // The house will be typed behind what is suggested; without a connection it is asked for again then.
    this.#fetchLookUps().catch(() => undefined);
    return suggestions;
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
    const scope = { isInLocality: within.length > 5, hasOtherRegions: Object.keys(regions).length > 1 };
    const certain = (await this.#fetchLookUps()).certainSuggestion(suggestions, scope);
    return certain && this.#withFias(certain);
  }

  async #withFias(suggestion: Suggestion): Promise<Suggestion> {
    const { fias } = (await this.resolve(suggestion.kladr)) ?? {};
    return { ...suggestion, ...(fias && { fias }) };
  }

  resolve(code: string, house?: string) {
    return this.#retryOutdated(async () => {
      // The code first: it reads houses also where the index does not come.
      const { resolveCode } = await this.#fetchLookUps();
      const files = await this.#openRegion(code.slice(0, 2));
      return files && resolveCode(files, code, house);
    });
  }

  async postcode(street: string, house: string) {
    return (await this.resolve(street, house))?.postcode;
  }

  housesNear(code: string, house: string) {
    return this.#retryOutdated(async () => {
      const files = await this.#openRegion(code.slice(0, 2));
      return files ? (await this.#fetchLookUps()).findHousesNear(files, code, house) : [];
    });
  }

  readHouse: typeof lookUps.readCertainHouse = (...args) => this.#lookUps?.readCertainHouse(...args);

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
    const bySound = /[a-z]{2}/i.test(query) ? (await fetchRareWays()).writtenBySound(query) : [];
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
    const readings = await this.#parse(line);
    const queries = readings.filter(({ words }) => words.length > 0);
    if (queries.length === 0) return [];
    const within = await codePrefixOf(this.#files, options.within ?? '');
    const request: SearchRequest = { line, queries, within, near, bounds, limit, signal };
    const regions = within ? [within.slice(0, 2)] : await chooseRegions(this.#files, queries, near);
    const suggestions = await this.#suggestIn(regions, request);
    const fallback = suggestions.length === 0 ? FALLBACK_REGIONS[within] : undefined;
    return fallback ? this.#suggestIn([fallback], { ...request, within: fallback }) : suggestions;
  }

  /** The ways to read a line. Rarer lines need more code. */
  async #parse(line: string): Promise<ParsedQuery[]> {
    return (
      parseNames(line) ??
      (await this.#fetchLookUps()).parsePlainQuery(line) ??
      (await fetchRareWays()).parseQuery(line)
    );
  }

  async #fetchLookUps(): Promise<typeof lookUps> {
    return (this.#lookUps ??= await fetchLookUps());
  }

  /** The same of these regions. Leaves out those that are not in the index. */
  async #suggestIn(regions: string[], request: SearchRequest): Promise<Suggestion[]> {
    const files = await Promise.all(regions.map((region) => this.#openRegion(region)));
    const knownRegions = files.filter((region) => region !== undefined);
    if (knownRegions.length === 0)
      throw new AddressesError('outdated', `no region ${regions.join()} in the index`);
    return suggestInRegions(knownRegions, request);
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
