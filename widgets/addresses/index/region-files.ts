import { decodeBundle, decodeHouses, type Bundle, type Street } from './bundle.ts';
import { STREETS_PER_HOUSE_FILE, NO_STREET, type Shard } from './format.ts';
import type { IndexFiles } from './index-files.ts';
import { findHouse, type KnownHouse } from './known-house.ts';
import type { Locality, IndexedRegion } from './region.ts';
import { decodeFormerNames, decodeWordFile, type FormerNames } from './word-files.ts';
import type { WordIndex } from './word-index.ts';

/** A locality, or a street in it. */
export interface AddressObject {
  locality: Locality;
  street?: Street;
}

/** A region and its files, each fetched when it is asked for. */
export class RegionFiles {
  readonly region: IndexedRegion;
  readonly #files: IndexFiles;

  constructor(files: IndexFiles, region: IndexedRegion) {
    this.#files = files;
    this.region = region;
  }

  /** What a КЛАДР code of 11 to 17 digits stands for. */
  async find(code: string): Promise<AddressObject | undefined> {
    const locality = this.region.byCode.get(code.slice(0, 11));
    if (!locality || code.length <= 13) return locality && { locality };
    const streets = await this.streetsOf(locality);
    const street = streets.find((one) => one.code === code.slice(0, 15) && !one.current);
    return street && { locality, street };
  }

  /** What the data say of a house in a street, or in a locality without streets; `house` is normalized. */
  async lookUpHouse({ locality, street }: AddressObject, house: string): Promise<KnownHouse> {
    const code = street?.code ?? locality.code + NO_STREET;
    for (const { streets, houses } of await this.#bundles(locality)) {
      const row = streets.get(locality.code)?.find((one) => one.code === code)?.row;
      if (row === undefined) continue;
      if (!Array.isArray(houses)) return findHouse(houses.rows(row), house);
      const shard = houses[Math.floor(row / STREETS_PER_HOUSE_FILE)];
      if (shard)
        return findHouse(
          (await this.#files.read(shard, decodeHouses)).rows(row % STREETS_PER_HOUSE_FILE),
          house,
        );
    }
    return { house };
  }

  /** Fetches the streets below a code, if they are in one file. */
  async prefetch(within: string): Promise<void> {
    const inside = this.region.localities.filter(({ code, size }) => size > 0 && code.startsWith(within));
    const shards = new Set(inside.flatMap((locality) => this.shardsOf(locality)));
    const [first] = inside;
    if (within.length > 2 && first && shards.size === 1) await this.streetsOf(first);
  }

  /** The files that have the streets of a locality. */
  shardsOf({ row: index }: Locality): Shard[] {
    return this.region.bundles[index] ?? [];
  }

  /** Its streets, and their former names. */
  async streetsOf(locality: Locality): Promise<Street[]> {
    const bundles = await this.#bundles(locality);
    return bundles.flatMap(({ streets }) => streets.get(locality.code) ?? []);
  }

  /** The words of street names that begin in one of these ways, and others beside them. */
  wordsFrom(beginnings: string[]): Promise<WordIndex[]> {
    const { wordFiles } = this.region;
    const needed = wordFiles.filter(({ first }, i) => {
      const next = wordFiles[i + 1]?.first;
      return beginnings.some((from) => first <= `${from}\uffff` && (next === undefined || next > from));
    });
    return Promise.all(needed.map(({ shard }) => this.#files.read(shard, decodeWordFile)));
  }

  async formerNames(): Promise<FormerNames | undefined> {
    const { former } = this.region;
    return former && this.#files.read(former, (text) => decodeFormerNames(text, this.region));
  }

  #bundles(locality: Locality): Promise<Bundle[]> {
    const decode = (text: string) => decodeBundle(text, this.region.code);
    return Promise.all(this.shardsOf(locality).map((shard) => this.#files.read(shard, decode)));
  }
}
