import { decodeBundle, decodeHouses, type Bundle, type Street } from './bundle.ts';
import { STREETS_PER_HOUSE_FILE, NO_STREET, type Shard } from './format.ts';
import { decodeGuids } from './guids.ts';
import type { HouseRow } from './houses.ts';
import type { IndexFiles } from './index-files.ts';
import { findHouse, type KnownHouse } from './known-house.ts';
import type { Locality, IndexedRegion } from './region.ts';
import { decodeFormerNames, decodeWordFile, type FormerNames } from './word-files.ts';
import type { WordIndex } from './word-index.ts';

/** A locality, or a street in it. */
export interface AddressObject {
  locality: Locality;
  /** Absent for the locality itself. */
  street?: Street;
}

/** The decoded root of a region, and methods that read its other files. A file is fetched when it is first needed. */
export class RegionFiles {
  /** Its decoded root. */
  readonly region: IndexedRegion;
  readonly #files: IndexFiles;

  constructor(files: IndexFiles, region: IndexedRegion) {
    this.#files = files;
    this.region = region;
  }

  /** The locality or street with a КЛАДР code of 11 to 17 digits, under its current name; `undefined` if the region has none. */
  async find(code: string): Promise<AddressObject | undefined> {
    const locality = this.region.byCode.get(code.slice(0, 11));
    if (!locality || code.length <= 13) return locality && { locality };
    const streets = await this.streetsOf(locality);
    const street = streets.find((candidate) => candidate.code === code.slice(0, 15) && !candidate.current);
    return street && { locality, street };
  }

  /**
   * What the data say about a house: in a street, or in a locality outside of all streets. `house` is normalized. Only `{ house }`
   * if they list no houses there.
   */
  async lookUpHouse(object: AddressObject, house: string): Promise<KnownHouse> {
    return findHouse(await this.houseRowsOf(object), house);
  }

  /** The rows of houses in a street, or in a locality outside of all streets; empty if the data list none there. */
  async houseRowsOf({ locality, street }: AddressObject): Promise<HouseRow[]> {
    const code = street?.code ?? locality.code + NO_STREET;
    for (const { streets, houses } of await this.#bundles(locality)) {
      const row = streets.get(locality.code)?.find((candidate) => candidate.code === code)?.row;
      if (row === undefined) continue;
      if (!Array.isArray(houses)) return houses.rowsOf(row);
      const shard = houses[Math.floor(row / STREETS_PER_HOUSE_FILE)];
      if (!shard) continue;
      const table = await this.#files.readShard(shard, decodeHouses);
      return table.rowsOf(row % STREETS_PER_HOUSE_FILE);
    }
    return [];
  }

  /** The GUID of a locality or street in ГАР; `undefined` if the data have none. It has a file of its own: no search needs it. */
  async fiasOf({ locality, street }: AddressObject): Promise<string | undefined> {
    const bundles = street ? await this.#bundles(locality) : [];
    const bundle = bundles.find(({ streets }) =>
      streets.get(locality.code)?.some(({ code }) => code === street?.code),
    );
    const shard = street ? bundle?.guids : this.region.guids;
    const guidOf = shard && (await this.#files.readShard(shard, decodeGuids));
    return guidOf?.((street ?? locality).row);
  }

  /** Fetches in advance the streets of localities whose codes begin with `within`, if one file has them all; never a whole region. */
  async prefetch(within: string): Promise<void> {
    const localities = this.region.localities.filter(({ code, size }) => size > 0 && code.startsWith(within));
    const shards = new Set(localities.flatMap((locality) => this.shardsOf(locality)));
    const [first] = localities;
    if (within.length > 2 && first && shards.size === 1) await this.streetsOf(first);
  }

  /** The bundles that hold the streets of a locality. */
  shardsOf({ row }: Locality): Shard[] {
    return this.region.bundles[row] ?? [];
  }

  /** The streets of a locality, under their current names and then under the former ones. */
  async streetsOf(locality: Locality): Promise<Street[]> {
    const lists = (await this.#bundles(locality)).map(({ streets }) => streets.get(locality.code) ?? []);
    const [list = []] = lists;
    return lists.length > 1 ? lists.flat() : list;
  }

  /** The words of streets that begin with one of `beginnings`: the files that may have such words. They have other words too. */
  wordsBeginningWith(beginnings: string[]): Promise<WordIndex[]> {
    const { wordFiles } = this.region;
    // A file has the words from `first` up to the first word of the next file.
    const needed = wordFiles.filter(({ first }, i) => {
      const next = wordFiles[i + 1]?.first;
      return beginnings.some(
        (beginning) => first <= `${beginning}\uffff` && (next === undefined || next > beginning),
      );
    });
    return Promise.all(needed.map(({ shard }) => this.#files.readShard(shard, decodeWordFile)));
  }

  /** The former names of localities; `undefined` if the region has none. */
  async formerNames(): Promise<FormerNames | undefined> {
    const { former } = this.region;
    return former && this.#files.readShard(former, (text) => decodeFormerNames(text, this.region));
  }

  #bundles(locality: Locality): Promise<Bundle[]> {
    const decode = (text: string) => decodeBundle(text, this.region.code);
    return Promise.all(this.shardsOf(locality).map((shard) => this.#files.readShard(shard, decode)));
  }
}
