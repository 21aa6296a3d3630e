import { AddressesError } from '../index/errors.ts';
import { shardOf } from '../index/format.ts';
import { normalizeHouse } from '../index/house-number.ts';
import { IndexFiles } from '../index/index-files.ts';
import { RegionFiles } from '../index/region-files.ts';
import { decodeRegion } from '../index/region.ts';
import { parseQuery, type ParsedQuery } from '../search/parse-query.ts';
import type { Bounds, SearchRequest } from '../search/request.ts';
import { codePrefixOf, chooseRegions } from './region-choice.ts';
import { suggestInRegion } from './suggest-in-region.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

export interface SuggestOptions {
  /**
   * A full КЛАДР code, or its beginning, or a name from `districts.json`: only what lies in it. Its first two digits choose
   * the region.
   */
  within?: string;
  /** The finest thing to suggest; without it houses. */
  bounds?: Bounds | undefined;
  /** КЛАДР code: what lies near to it comes first. */
  near?: string;
  /** At most so many suggestions. */
  limit?: number;
  signal?: AbortSignal;
}

/**
 * An address index. Fetches what it needs when it needs it, each file once. Every method rejects with an `AddressesError`
 * where files do not come or are not those that were promised.
 */
export interface AddressIndex {
  /** The addresses that `query` may mean, the likeliest first. Rejects also when aborted. */
  suggest(query: string, options?: SuggestOptions): Promise<Suggestion[]>;
  /** The one address that a whole line means. */
  parse(line: string, options?: SuggestOptions): Promise<Suggestion | undefined>;
  /** What a КЛАДР code (11 to 17 digits) stands for; with a house, written in any way, that house in it. */
  resolve(code: string, house?: string): Promise<Suggestion | undefined>;
  /** The postcode of a house, written in any way, in the street with this КЛАДР code. */
  postcode(street: string, house: string): Promise<string | undefined>;
  /** House and flat at the end of a line. */
  readHouse(line: string): Pick<ParsedQuery, 'house' | 'flat'>;
  /** Fetches what the first letters will need. */
  prefetch(within?: string): Promise<void>;
}

const DEFAULT_LIMIT = 6;
/** Better answers first, where those of several regions meet. */
const QUALITY_ORDER: Suggestion['sure'][] = ['exact', 'prefix', 'typo', 'part'];
/** Regions where the towns of another are looked for: Московская область and Москва, Ленинградская область and Петербург. */
const ALSO_IN: Record<string, string> = { '50': '77', '47': '78' };

/** `base` is the folder that holds `manifest.json`. */
export function openAddressIndex(base: URL, fetcher?: typeof fetch): AddressIndex {
  return new Reader(base, fetcher ?? ((input, init) => fetch(input, init)));
}

class Reader implements AddressIndex {
  readonly #files: IndexFiles;

  constructor(base: URL, fetcher: typeof fetch) {
    const folder = base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
    this.#files = new IndexFiles(folder, fetcher);
  }

  suggest(query: string, options: SuggestOptions = {}) {
    return this.#retryOutdated(() => this.#suggest(query, options));
  }

  async parse(line: string, options: SuggestOptions = {}) {
    const [first] = await this.suggest(line, { ...options, limit: 1 });
    return first;
  }

  resolve(code: string, house?: string) {
    return this.#retryOutdated(async () => {
      const files = await this.#region(code.slice(0, 2));
      const found = await files?.find(code);
      if (!files || !found) return undefined;
      const known = house === undefined ? undefined : await files.lookUpHouse(found, normalizeHouse(house));
      return suggestionOf(found, { tokens: [], sure: 'exact', house: known });
    });
  }

  async postcode(street: string, house: string) {
    return (await this.resolve(street, house))?.postcode;
  }

  readHouse(line: string) {
    return parseQuery(line).at(-1) ?? {};
  }

  async prefetch(within = '') {
    await this.#retryOutdated(async () => {
      const prefix = await codePrefixOf(this.#files, within);
      const [region = ''] = prefix ? [prefix.slice(0, 2)] : await chooseRegions(this.#files, [], '');
      const files = await this.#region(region);
      await files?.prefetch(prefix);
    });
  }

  /** An index that is being replaced is read once more from its manifest. */
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
    const { bounds, near = '', limit = DEFAULT_LIMIT, signal } = options;
    const queries = parseQuery(query).filter(({ words }) => words.length > 0);
    if (queries.length === 0) return [];
    const within = await codePrefixOf(this.#files, options.within ?? '');
    const request: SearchRequest = { queries, within, near, bounds, limit, signal };
    const regions = within ? [within.slice(0, 2)] : await chooseRegions(this.#files, queries, near);
    const found = await this.#suggestIn(regions, request);
    const other = found.length === 0 ? ALSO_IN[within] : undefined;
    return other ? this.#suggestIn([other], { ...request, within: other }) : found;
  }

  async #suggestIn(regions: string[], request: SearchRequest): Promise<Suggestion[]> {
    const files = await Promise.all(regions.map((region) => this.#region(region)));
    const known = files.filter((one) => one !== undefined);
    if (known.length === 0) throw new AddressesError('outdated', `no region ${regions.join()} in the index`);
    const found = await Promise.all(known.map((one) => suggestInRegion(one, request)));
    const best = found.flat().sort((a, b) => QUALITY_ORDER.indexOf(a.sure) - QUALITY_ORDER.indexOf(b.sure));
    return best.slice(0, request.limit);
  }

  async #region(region: string): Promise<RegionFiles | undefined> {
    const { regions } = await this.#files.manifest();
    const ref = regions[region];
    if (!ref) return undefined;
    const decode = (text: string) => new RegionFiles(this.#files, decodeRegion(text, region));
    return this.#files.read(shardOf(region, '', ref), decode);
  }
}
