import { words } from '../../text/words.ts';
import type { Locality, Region } from '../index/region.ts';
import type { FormerName } from '../index/word-files.ts';
import { WordIndex } from '../index/word-index.ts';
import { ABOVE, FORMER } from './costs.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SearchPass } from './request.ts';
import { tokensFor, type Token } from './tokens.ts';
import { findOwners } from './typed-word.ts';

/** No cost: stands in typed arrays, where `Infinity` cannot. */
const NONE = 0xffff;
/** What it costs that not the locality has a postcode, but a street or a house in it. */
const POSTCODE_INSIDE = 1;

/** What each word of a query costs in each locality of a region. */
export class TokenCosts {
  readonly query: ParsedQuery;
  readonly tokens: readonly Token[];
  readonly region: Region;
  /** For each token what each locality costs by its own name, */
  readonly #own: Uint16Array[] = [];
  /** and by its own or any above it but the region. */
  readonly #inside: Uint16Array[] = [];
  /** For each token what it costs by the region's name. */
  readonly #ofRegion: number[] = [];
  /** For each locality whether its own name has any token. */
  readonly #isNamed: Uint8Array;
  readonly #former = new Map<number, FormerName>();

  constructor(region: Region, query: ParsedQuery, { isFuzzy, former }: SearchPass) {
    const { length } = region.localities;
    this.region = region;
    this.query = query;
    this.tokens = tokensFor(region, query.words, isFuzzy);
    this.#isNamed = new Uint8Array(length);
    const formerWords = WordIndex.of(former.map(({ name }) => words(name)));
    this.tokens.forEach((token, t) => {
      this.#own.push(new Uint16Array(length).fill(NONE));
      findOwners(region.names, token, (index, cost) => {
        this.#note(t, index, cost);
      });
      findOwners(formerWords, token, (i, cost) => {
        this.#noteFormer(t, former[i], cost);
      });
      if (token.isPostcode)
        for (const { index, postcode } of region.localities)
          if (postcode === token.text) this.#note(t, index, 0);
      this.#inside.push(this.#withAbove(t));
      this.#ofRegion.push(finite(this.#inside[t]?.[0]) + ABOVE);
    });
  }

  /** What a token costs in a locality, by its name or by any above it. */
  cost(t: number, locality: Locality): number {
    const cost = this.costBelowRegion(t, locality);
    return cost === Infinity ? (this.#ofRegion[t] ?? Infinity) : cost;
  }

  /** The same where the region's name does not count. */
  costBelowRegion(t: number, { index }: Locality): number {
    return finite(this.#inside[t]?.[index]);
  }

  /** Whether its own name has any token. */
  isNamed({ index }: Locality): boolean {
    return this.#isNamed[index] === 1;
  }

  isNamedBy(t: number, { index }: Locality): boolean {
    return this.#own[t]?.[index] !== NONE;
  }

  /** The former name by which a locality was found. */
  formerNameOf({ index }: Locality): FormerName | undefined {
    return this.#former.get(index);
  }

  /** How many words nobody typed of the names which tokens name: «Аллак» is Аллак before Верх-Аллак. */
  untypedWords(locality: Locality): number {
    let sum = this.#untypedOf(locality);
    for (const parent of locality.parents) sum += this.#untypedOf(parent);
    return sum;
  }

  /** Learns from the words of streets that there is such a postcode in a locality. */
  notePostcodeInside(t: number, index: number): void {
    this.#note(t, index, POSTCODE_INSIDE);
    const costs = this.#inside[t];
    if (costs) costs[index] = Math.min(costs[index] ?? NONE, POSTCODE_INSIDE);
  }

  #note(t: number, index: number, cost: number): void {
    const own = this.#own[t];
    if (own && cost < (own[index] ?? 0)) own[index] = cost;
    this.#isNamed[index] = 1;
  }

  #noteFormer(t: number, former: FormerName | undefined, cost: number): void {
    if (!former || this.#own[t]?.[former.locality] !== NONE) return;
    this.#note(t, former.locality, cost + FORMER);
    this.#former.set(former.locality, former);
  }

  /** The costs of a token, where each locality takes those of what it lies in. */
  #withAbove(t: number): Uint16Array {
    const { above } = this.region;
    const costs = Uint16Array.from(this.#own[t] ?? []);
    for (let i = 0; i < costs.length; i++) {
      const ofAbove = above[i] ? (costs[above[i] as number] as number) : NONE;
      if (ofAbove < (costs[i] as number)) costs[i] = ofAbove;
    }
    return costs;
  }

  #untypedOf(locality: Locality): number {
    const typed = this.tokens.filter(({ isHint }, t) => !isHint && this.isNamedBy(t, locality)).length;
    return typed > 0 ? Math.max(0, locality.words.length - typed) : 0;
  }
}

const finite = (cost = NONE) => (cost === NONE ? Infinity : cost);
