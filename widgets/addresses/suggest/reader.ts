import { AddressesError } from '../index/errors.ts';
import { COUNTRY, shardOf } from '../index/format.ts';
import { normalizeHouse } from '../index/houses.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';
import { readings, type Reading } from '../search/parse-query.ts';
import { decodeRegion } from '../index/region.ts';
import type { Bounds, Question } from '../search/region-search.ts';
import { Shards } from '../index/index-files.ts';
import { RegionShelf } from '../index/region-files.ts';
import { typed } from '../../text/typed.ts';
import { decodeTowns } from '../index/word-files.ts';

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
export interface Addresses {
  /** The addresses that `query` may mean, the likeliest first. Rejects also when aborted. */
  suggest(query: string, options?: SuggestOptions): Promise<Suggestion[]>;
  /** The one address that a whole line means. */
  parse(line: string, options?: SuggestOptions): Promise<Suggestion | undefined>;
  /** What a КЛАДР code (11 to 17 digits) stands for. */
  resolve(code: string): Promise<Suggestion | undefined>;
  /** The postcode of a house, written in any way, in the street with this КЛАДР code. */
  postcode(street: string, house: string): Promise<string | undefined>;
  /** Fetches what the first letters will need. */
  prepare(within?: string): Promise<void>;
}

const DEFAULT_LIMIT = 6;
/** So many regions are asked where several have a town of that name. */
const MOST_REGIONS = 4;
/** Better answers first, where those of several regions meet. */
const SURE: Suggestion['sure'][] = ['exact', 'prefix', 'typo', 'part'];
/** Regions where the towns of another are looked for: Московская область and Москва, Ленинградская область and Петербург. */
const ALSO_IN: Record<string, string> = { '50': '77', '47': '78' };

/** `base` is the folder that holds `manifest.json`. */
export function openAddresses(base: URL, fetcher?: typeof fetch): Addresses {
  return new Reader(base, fetcher ?? ((input, init) => fetch(input, init)));
}

class Reader implements Addresses {
  readonly #shards: Shards;

  constructor(base: URL, fetcher: typeof fetch) {
    const folder = base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
    this.#shards = new Shards(folder, fetcher);
  }

  suggest(query: string, options: SuggestOptions = {}) {
    return this.#freshly(() => this.#suggest(query, options));
  }

  async parse(line: string, options: SuggestOptions = {}) {
    const [first] = await this.suggest(line, { ...options, limit: 1 });
    return first;
  }

  resolve(code: string) {
    return this.#freshly(async () => {
      const shelf = await this.#shelf(code.slice(0, 2));
      const found = shelf && (await shelf.find(code));
      return found && suggestionOf(found, { tokens: [], sure: 'exact' });
    });
  }

  postcode(street: string, house: string) {
    return this.#freshly(async () => {
      const shelf = await this.#shelf(street.slice(0, 2));
      const found = shelf && (await shelf.find(street));
      if (!shelf || !found) return undefined;
      const { postcode } = await shelf.house(found, normalizeHouse(house));
      return postcode ?? ((found.street ?? found.locality).postcode || undefined);
    });
  }

  async prepare(within = '') {
    await this.#freshly(async () => {
      const prefix = await this.#prefix(within);
      const [region = ''] = prefix ? [prefix.slice(0, 2)] : await this.#regionsNamed([], '');
      const shelf = await this.#shelf(region);
      await shelf?.prepare(prefix);
    });
  }

  /** An index that is being replaced is read once more from its manifest. */
  async #freshly<Result>(read: () => Promise<Result>): Promise<Result> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AddressesError) || error.reason !== 'outdated') throw error;
      this.#shards.forget();
      return read();
    }
  }

  async #suggest(query: string, options: SuggestOptions): Promise<Suggestion[]> {
    const { bounds, near = '', limit = DEFAULT_LIMIT, signal } = options;
    const ways = readings(query).filter(({ tokens }) => tokens.length > 0);
    if (ways.length === 0) return [];
    const within = await this.#prefix(options.within ?? '');
    const question: Question = { readings: ways, within, near, bounds, limit, signal };
    const regions = within ? [within.slice(0, 2)] : await this.#regionsNamed(ways, near);
    const found = await this.#suggestIn(regions, question);
    const other = found.length === 0 ? ALSO_IN[within] : undefined;
    return other ? this.#suggestIn([other], { ...question, within: other }) : found;
  }

  async #suggestIn(regions: string[], question: Question): Promise<Suggestion[]> {
    const shelves = await Promise.all(regions.map((region) => this.#shelf(region)));
    const known = shelves.filter((shelf) => shelf !== undefined);
    if (known.length === 0) throw new AddressesError('outdated', `no region ${regions.join()} in the index`);
    const found = await Promise.all(known.map((shelf) => shelf.suggest(question)));
    const best = found.flat().sort((a, b) => SURE.indexOf(a.sure) - SURE.indexOf(b.sure));
    return best.slice(0, question.limit);
  }

  /** The regions that words name, or whose towns they name; where none is named, that of `near`, or the first. */
  async #regionsNamed(ways: Reading[], near: string): Promise<string[]> {
    const { regions, towns } = await this.#shards.manifest();
    const all = Object.keys(regions);
    const home = all.includes(near.slice(0, 2)) ? near.slice(0, 2) : all[0];
    if (!towns || !home) return all.slice(0, 1);
    const { names, regions: regionOf } = await this.#shards.read(shardOf(COUNTRY, 't', towns), decodeTowns);
    const prices = new Map<string, number>();
    for (const { tokens } of ways)
      for (const token of tokens)
        if (token.length > 2)
          names.find(typed(token, false), (i, price) => {
            const region = regionOf[i] ?? '';
            prices.set(region, Math.min(price, prices.get(region) ?? Infinity));
          });
    const least = Math.min(...prices.values());
    const named = [...prices].filter(([, price]) => price === least).map(([region]) => region);
    return named.length > 0 ? named.slice(0, MOST_REGIONS) : [home];
  }

  /** The part of a code before its empty levels and its status; of a name the code that `districts.json` gives it. */
  async #prefix(within: string): Promise<string> {
    let code = within;
    if (/\D/.test(within)) {
      const districts = new Map(Object.entries((await this.#shards.json('districts.json')) ?? {}));
      code = String(districts.get(within) ?? '');
      if (!/^\d+$/.test(code))
        throw new RangeError(`«${within}» is neither a КЛАДР code nor a name in districts.json`);
    }
    return code.length === 13 ? code.slice(0, 11).replace(/(?:000){1,3}$/, '') : code;
  }

  async #shelf(region: string): Promise<RegionShelf | undefined> {
    const { regions } = await this.#shards.manifest();
    const ref = regions[region];
    if (!ref) return undefined;
    return this.#shards.read(
      shardOf(region, '', ref),
      (text) => new RegionShelf(this.#shards, region, decodeRegion(text, region)),
    );
  }
}
