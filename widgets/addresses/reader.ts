import { affordable, prefixOf, usualBundles } from './bundles.ts';
import { AddressesError } from './errors.ts';
import { suggestionOf, type Suggestion } from './line.ts';
import { readings } from './query.ts';
import { decodeBundle, decodeRegion, type Bundle, type Region } from './region.ts';
import { compare, Search } from './search.ts';
import { Shards } from './shards.ts';

export interface SuggestOptions {
  /** A full КЛАДР code, or its beginning: only what lies in it. Its first two digits choose the region. */
  within?: string;
  /** At most so many suggestions. */
  limit?: number;
  signal?: AbortSignal;
}

/** An address index. Fetches what it needs when it needs it, each file once. */
export interface Addresses {
  /** The addresses that `query` may mean, the likeliest first. Rejects with an `AddressesError`, or when aborted. */
  suggest(query: string, options?: SuggestOptions): Promise<Suggestion[]>;
  /** Fetches what the first letters will need. */
  prepare(within?: string): Promise<void>;
}

const DEFAULT_LIMIT = 6;
/** At most so many street files are looked into at once; more only for places with the very name that was typed. */
const MOST_BUNDLES = 4;
const MOST_NAMESAKES = 16;

/** `base` is the folder that holds `manifest.json`. */
export function openAddresses(base: URL, fetcher?: typeof fetch): Addresses {
  return new Reader(base, fetcher ?? ((input, init) => fetch(input, init)));
}

class Reader implements Addresses {
  readonly #shards: Shards;
  #regions = new Map<string, Region>();
  #bundles = new Map<string, Bundle>();

  constructor(base: URL, fetcher: typeof fetch) {
    const folder = base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
    this.#shards = new Shards(folder, fetcher);
  }

  suggest(query: string, { within = '', limit = DEFAULT_LIMIT, signal }: SuggestOptions = {}) {
    return this.#freshly(() => this.#suggest(query, prefixOf(within), limit, signal));
  }

  async prepare(within = '') {
    await this.#freshly(async () => {
      const region = await this.#region(within);
      const [first] = within ? usualBundles(region, prefixOf(within)) : [];
      if (first) await this.#bundle(region, first);
    });
  }

  /** An index that is being replaced is read once more from its manifest. */
  async #freshly<Result>(read: () => Promise<Result>): Promise<Result> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AddressesError) || error.reason !== 'outdated') throw error;
      this.#shards.forget();
      this.#regions = new Map();
      this.#bundles = new Map();
      return read();
    }
  }

  async #suggest(query: string, within: string, limit: number, signal?: AbortSignal): Promise<Suggestion[]> {
    const ways = readings(query).filter(({ tokens }) => tokens.length > 0);
    if (ways.length === 0) return [];
    const region = await this.#region(within);
    // Typing mistakes are forgiven only where nothing was found without.
    for (const fuzzy of [false, true]) {
      signal?.throwIfAborted();
      const searches = ways.map((way) => new Search(region, way, within, fuzzy));
      await this.#searchBundles(region, searches, within, signal);
      const found = searches.flatMap((search) => search.found.map((one) => ({ ...one, search })));
      if (found.length === 0) continue;
      const best = found.sort(compare).slice(0, limit);
      return best.map((one) => suggestionOf(one, one.search.tokens, fuzzy));
    }
    return [];
  }

  /** Looks for streets where they are named, and further only as long as nothing answers all that was typed. */
  async #searchBundles(
    region: Region,
    searches: Search[],
    within: string,
    signal?: AbortSignal,
  ): Promise<void> {
    const searched = new Set<string>();
    const look = async (keys: string[], most = MOST_BUNDLES) => {
      const fresh = [...new Set(keys)].filter((key) => !searched.has(key)).slice(0, most);
      for (const key of fresh) searched.add(key);
      const bundles = await Promise.all(fresh.map((key) => this.#bundle(region, key)));
      signal?.throwIfAborted();
      for (const bundle of bundles) for (const search of searches) search.inStreets(bundle);
    };
    const isAnswered = () => searches.some(({ found }) => found.some(({ complete }) => complete));
    const named = searches.map((search) => search.namedBundles());
    const [usual, ...large] = usualBundles(region, within);
    await look(
      named.flatMap(({ namesakes }) => namesakes),
      MOST_NAMESAKES,
    );
    if (!isAnswered()) await look(named.flatMap(({ likely }) => likely));
    const oneWord = searches.some(({ tokens }) => tokens.length === 1 && (tokens[0]?.text.length ?? 0) > 2);
    if (usual && (oneWord || within || !isAnswered())) await look([usual]);
    if (!isAnswered()) await look(named.flatMap(({ others }) => others));
    if (!isAnswered()) await look(affordable(region, large), large.length);
  }

  async #region(within: string): Promise<Region> {
    const { regions } = await this.#shards.manifest();
    const code = within ? within.slice(0, 2) : Object.keys(regions)[0];
    const shard = regions[code ?? ''];
    if (!code || !shard) throw new AddressesError('outdated', `no region ${code} in the index`);
    const text = await this.#shards.text(shard);
    const region = this.#regions.get(code) ?? decoded(() => decodeRegion(text));
    this.#regions.set(code, region);
    return region;
  }

  async #bundle(region: Region, key: string): Promise<Bundle> {
    const shard = region.bundles.get(key);
    if (!shard) return new Map();
    const text = await this.#shards.text(shard);
    const bundle = this.#bundles.get(shard.file) ?? decoded(() => decodeBundle(text, key));
    this.#bundles.set(shard.file, bundle);
    return bundle;
  }
}

function decoded<Value>(decode: () => Value): Value {
  try {
    return decode();
  } catch (error) {
    throw new AddressesError('outdated', 'a file of the index has another format', { cause: error });
  }
}
