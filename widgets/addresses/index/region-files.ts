import { decodeBundle, type Bundle, type Street } from './bundle.ts';
import type { Shard } from './format.ts';
import type { IndexFiles } from './index-files.ts';
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
    const lists = (await this.bundlesOf(locality)).map(({ streets }) => streets.get(locality.code) ?? []);
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
    return Promise.all(needed.map(({ shard }) => this.readShard(shard, decodeWordFile)));
  }

  /** The former names of localities; `undefined` if the region has none. */
  async formerNames(): Promise<FormerNames | undefined> {
    const { former } = this.region;
    return former && this.readShard(former, (text) => decodeFormerNames(text, this.region));
  }

  /** The files with the streets of a locality, decoded. */
  bundlesOf(locality: Locality): Promise<Bundle[]> {
    const decode = (text: string) => decodeBundle(text, this.region.code);
    return Promise.all(this.shardsOf(locality).map((shard) => this.readShard(shard, decode)));
  }

  /** Fetches and decodes a file of the index. Later calls get the same decoded value. */
  readShard<Value>(shard: Shard, decode: (text: string) => Value): Promise<Value> {
    return this.#files.readShard(shard, decode);
  }
}
