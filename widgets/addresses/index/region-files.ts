import { decodeBundle, decodeHouses, type Bundle, type Street } from './bundle.ts';
import { comparing, sureness } from '../search/compare.ts';
import { HOUSE_STREETS, NO_STREET, type Shard } from './format.ts';
import { lookUp, type KnownHouse } from './houses.ts';
import { suggestionOf, type Suggestion } from '../suggest/suggestion.ts';
import type { Found } from '../search/cost-table.ts';
import type { Locality, Region } from './region.ts';
import { Search, type Answer, type Question, type Shelf } from '../search/region-search.ts';
import type { Shards } from './index-files.ts';
import { typed, type Typed } from '../../text/typed.ts';
import { decodeFormer, decodeInverted, type Former } from './word-files.ts';
import type { Words } from './word-index.ts';

/** A region and its files. */
export class RegionShelf implements Shelf {
  readonly #shards: Shards;
  readonly #code: string;
  readonly #region: Region;

  constructor(shards: Shards, code: string, region: Region) {
    this.#shards = shards;
    this.#code = code;
    this.#region = region;
  }

  async suggest(question: Question): Promise<Suggestion[]> {
    const { signal, near, limit } = question;
    let found: Answer[] = [];
    let fuzzy = false;
    // Former names count where no present one answers in whole words, typing mistakes where nothing answers without.
    for (const pass of ['present', 'former', 'fuzzy'] as const) {
      signal?.throwIfAborted();
      fuzzy = pass === 'fuzzy';
      const former = pass === 'present' ? [] : await this.#former(question, fuzzy);
      if (pass !== 'former' || former.length > 0)
        found = await new Search(this.#region, this, question, { fuzzy, former }).run();
      if (pass === 'present' ? found.some((one) => sureness(one, false) === 'exact') : found.length > 0)
        break;
    }
    const seen = new Set<string>();
    const best = found.sort(comparing(near)).filter(({ street, locality, house, flat }) => {
      const key = [(street ?? locality).code, house, flat].join();
      return !seen.has(key) && seen.add(key);
    });
    return Promise.all(best.slice(0, limit).map((one) => this.#suggestion(one, fuzzy)));
  }

  async #suggestion(found: Answer, fuzzy: boolean): Promise<Suggestion> {
    const { tokens, house, flat } = found;
    const known = house ? { house: await this.house(found, house) } : {};
    return suggestionOf(found, { tokens, sure: sureness(found, fuzzy), ...known, flat });
  }

  /** Former names that have a word which was typed. */
  async #former({ readings: ways }: Question, fuzzy: boolean): Promise<Former[]> {
    const { former: shard } = this.#region;
    if (!shard) return [];
    const former = await this.#shards.read(shard, (text) => decodeFormer(text, this.#region));
    const named = new Set<number>();
    for (const { tokens } of ways)
      for (const token of tokens)
        if (token.length > 1) former.words.find(typed(token, fuzzy), (i) => named.add(i));
    return former.all.filter((_, i) => named.has(i));
  }

  async find(code: string): Promise<Answer | undefined> {
    const locality = this.#region.byCode.get(code.slice(0, 11));
    if (!locality) return undefined;
    const streets = code.length > 13 ? await this.streetsOf(locality) : [];
    const street = streets.find((one) => one.code === code.slice(0, 15) && !one.present);
    if (code.length > 13 && !street) return undefined;
    return { locality, ...(street && { street }), tokens: [], score: 0, complete: true, untyped: 0 };
  }

  /** What the data say of a house in a street, or in a place without streets; `house` is normalized. */
  async house({ locality, street }: Found, house: string): Promise<KnownHouse> {
    const code = street?.code ?? locality.code + NO_STREET;
    for (const { streets, houses } of await this.#bundles(locality)) {
      const row = streets.get(locality.code)?.find((one) => one.code === code)?.index;
      if (row === undefined) continue;
      if (!Array.isArray(houses)) return lookUp(houses.of(row), house);
      const shard = houses[Math.floor(row / HOUSE_STREETS)];
      if (shard) return lookUp((await this.#shards.read(shard, decodeHouses)).of(row % HOUSE_STREETS), house);
    }
    return { house };
  }

  async prepare(within: string): Promise<void> {
    const inside = this.#region.localities.filter(({ code, size }) => size > 0 && code.startsWith(within));
    const files = new Set(inside.flatMap((locality) => this.filesOf(locality)));
    const [first] = inside;
    if (within.length > 2 && first && files.size === 1) await this.streetsOf(first);
  }

  filesOf({ index }: Locality): Shard[] {
    return this.#region.bundles[index] ?? [];
  }

  async streetsOf(locality: Locality): Promise<Street[]> {
    const bundles = await this.#bundles(locality);
    return bundles.flatMap(({ streets }) => streets.get(locality.code) ?? []);
  }

  #bundles(locality: Locality): Promise<Bundle[]> {
    const decode = (text: string) => decodeBundle(text, this.#code);
    return Promise.all(this.filesOf(locality).map((shard) => this.#shards.read(shard, decode)));
  }

  wordsLike({ text, edits }: Typed): Promise<Words[]> {
    const beginnings = edits ? Array.from(text.slice(0, 2)) : [text];
    const { inverted } = this.#region;
    const shards = inverted.filter(({ first }, i) => {
      const next = inverted[i + 1]?.first;
      return beginnings.some((from) => first <= `${from}\uffff` && (next === undefined || next > from));
    });
    return Promise.all(shards.map(({ shard }) => this.#shards.read(shard, decodeInverted)));
  }
}
