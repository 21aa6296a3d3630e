// Longer than most: one table of prices, and all that is read off it.
import type { Street } from '../index/bundle.ts';
import { isArea, type Locality, type Region } from '../index/region.ts';
import { words } from '../../text/typed.ts';
import { AGREES, typePrice, type Token } from './tokens.ts';
import type { Former } from '../index/word-files.ts';
import { EDIT, PREFIX, Words } from '../index/word-index.ts';

/** What it costs that a token is a type nothing here has, and that a name is not the present one. */
export const MISSING = 1000;
export const FORMER = 5;
/** What it costs that only the region's name has a token, or that a place is not named, but what it lies in. */
const ABOVE = 1;
/** No price: stands in typed arrays, where `Infinity` cannot. */
const NONE = 0xffff;
/** From here on a word may be looked up in the street files of the whole region. */
const TELLING = 3;

export interface Found {
  locality: Locality;
  street?: Street;
  /** Lower is better. */
  score: number;
  /** False where only part of what was typed is in it. */
  complete: boolean;
  /** How many words of the names that were meant nobody typed: «Аллак» is Аллак before Верх-Аллак. */
  untyped: number;
  /** The name that was typed, where it is not the present one. */
  former?: { name: string; type: string };
}

/** A locality in whose streets to look, and the least that a street there can cost. */
export interface Candidate extends Pick<Found, 'untyped'> {
  locality: Locality;
  bound: number;
}

/** The localities of a region, compared with what was typed. */
export class Places {
  readonly tokens: Token[];
  readonly #region: Region;
  readonly #within: string;
  /** For each token what each locality costs, by its own name or by any above it but the region. */
  readonly #prices: Uint16Array[];
  /** For each token what it costs by the region's name. */
  readonly #ofRegion: number[];
  /** For each locality a bit a token that its own name answers. */
  readonly #own: Uint16Array;
  /** A bit for each token that is no type. */
  readonly #names: number;
  readonly #former = new Map<number, Former>();

  constructor(region: Region, tokens: Token[], within: string, former: readonly Former[]) {
    this.tokens = tokens;
    this.#region = region;
    this.#within = within;
    const { localities, names, above: aboves } = region;
    const own = new Uint16Array(localities.length);
    this.#own = own;
    this.#names = tokens.reduce((bits, { hint }, t) => (hint ? bits : bits | (1 << t)), 0);
    const earlier = Words.of(former.map(({ name }) => words(name)));
    this.#prices = tokens.map((token, t) => {
      const prices = new Uint16Array(localities.length).fill(NONE);
      const take = (i: number, price: number) => {
        if (price < (prices[i] ?? 0)) prices[i] = price;
        own[i] = (own[i] ?? 0) | (1 << t);
      };
      names.find(token, take);
      earlier.find(token, (f, price) => {
        const name = former[f];
        if (!name || prices[name.locality] !== NONE) return;
        take(name.locality, price + FORMER);
        this.#former.set(name.locality, name);
      });
      if (token.postcode)
        for (const { index, postcode } of localities) if (postcode === token.text) take(index, 0);
      for (let i = 0; i < prices.length; i++) {
        const above = aboves[i] ? (prices[aboves[i] as number] as number) : NONE;
        if (above < (prices[i] as number)) prices[i] = above;
      }
      return prices;
    });
    this.#ofRegion = this.#prices.map(([price = NONE]) => (price === NONE ? Infinity : price + ABOVE));
  }

  price(t: number, { index }: Locality): number {
    const price = this.#prices[t]?.[index] ?? NONE;
    return price === NONE ? (this.#ofRegion[t] ?? Infinity) : price;
  }

  /** The former name by which a locality was found. */
  formerOf({ index }: Locality): Former | undefined {
    return this.#former.get(index);
  }

  isInside({ code }: Locality): boolean {
    return code.startsWith(this.#within);
  }

  /** Learns from the words of streets that there is such a postcode in a locality. */
  notePostcode(t: number, index: number): void {
    const prices = this.#prices[t];
    if (prices) prices[index] = Math.min(prices[index] ?? 0, 1);
    this.#own[index] = (this.#own[index] ?? 0) | (1 << t);
  }

  /** The localities of a kind themselves as suggestions. */
  find(isWanted: (locality: Locality) => boolean): Found[] {
    const found: Found[] = [];
    for (const locality of this.#region.localities) {
      const one = this.#find(locality);
      if (one && isWanted(locality) && this.isInside(locality)) found.push(one);
    }
    return found;
  }

  #find(locality: Locality): Found | undefined {
    const { index, parents } = locality;
    const above = parents[0];
    const inNamedArea = above && this.#own[above.index] && isArea(above);
    const bits = this.#own[index] ?? 0;
    if (!bits && !inNamedArea) return undefined;
    let own = !inNamedArea;
    let score = 0;
    let complete = true;
    for (let t = 0; t < this.tokens.length; t++) {
      const token = this.tokens[t];
      if (!token) break;
      const [name, type] = [this.price(t, locality), typePrice(token, locality)];
      const best = Math.min(name, type);
      if (bits & (1 << t) && name <= type) own = true;
      if (best !== Infinity) score += best;
      else if (token.hint || token.postcode) {
        score += MISSING;
        complete = false;
      } else return undefined;
    }
    // Only its district is named: worth showing, after all that is named itself or is of the type that was typed.
    if (!own) {
      if (!this.tokens.some((_, t) => this.price(t, locality) <= PREFIX)) return undefined;
      score += this.tokens.some(({ types }) => types.get(locality.type) === AGREES) ? ABOVE : EDIT / 2;
    }
    const former = this.formerOf(locality);
    return { locality, score, complete, untyped: this.untyped(locality), ...(former && { former }) };
  }

  /** How many words nobody typed of the names which tokens name. */
  untyped(locality: Locality): number {
    const own = ({ index, words: many }: Locality) => {
      const typed = bitsOf((this.#own[index] ?? 0) & this.#names);
      return typed > 0 ? Math.max(0, many - typed) : 0;
    };
    return locality.parents.reduce((sum, parent) => sum + own(parent), own(locality));
  }

  /**
   * The localities that tokens name where a token is left for the street, in tiers: more tokens named and named better
   * first.
   */
  named(): Candidate[][] {
    const tiers = new Map<number, Candidate[]>();
    for (const locality of this.#region.localities) {
      let named = 0;
      let bound = 0;
      let left = false;
      for (let t = 0; t < this.tokens.length; t++) {
        const price = this.#prices[t]?.[locality.index] ?? NONE;
        if (price === NONE) {
          left = true;
          continue;
        }
        bound += price;
        // One letter, or what is a type first of all, says too little to fetch streets for it.
        const { text, hint, isType } = this.tokens[t] as Token;
        if (price === 0 || (text.length > 1 && !hint) || (text.length >= TELLING && !isType)) named++;
      }
      if (!left || named === 0 || !locality.size || !this.isInside(locality)) continue;
      const tier = bound - named * NONE;
      const candidate = { locality, bound, untyped: this.untyped(locality) };
      const candidates = tiers.get(tier);
      if (candidates) candidates.push(candidate);
      else tiers.set(tier, [candidate]);
    }
    return [...tiers].sort(([a], [b]) => a - b).map(([, candidates]) => candidates);
  }

  /** The tokens that only a street can answer, in some of the candidates or of all localities; the longest first. */
  telling(candidates: readonly Candidate[] | undefined): number[] {
    const isNamed = (t: number) => candidates?.every(({ locality }) => this.price(t, locality) !== Infinity);
    return this.tokens.flatMap(({ text, isType }, t) =>
      isType || text.length < TELLING || isNamed(t) ? [] : [t],
    );
  }

  /** Those of the candidates, or of all localities, that a token names, or that have streets which it names at these prices. */
  having(t: number, prices: Map<number, number>, candidates: readonly Candidate[] | undefined): Candidate[] {
    const left: Candidate[] = [];
    const { postcode, hint } = this.tokens[t] as Token;
    const add = ({ locality, bound, untyped }: Candidate) => {
      const price = prices.get(locality.index) ?? (hint ? PREFIX : undefined);
      if (!postcode && this.price(t, locality) !== Infinity) left.push({ locality, bound, untyped });
      else if (price !== undefined) left.push({ locality, bound: bound + price, untyped });
    };
    if (candidates) for (const candidate of candidates) add(candidate);
    else
      for (const locality of this.#region.localities)
        if (locality.size && this.isInside(locality)) add({ locality, bound: 0, untyped: 0 });
    return left;
  }
}

/** How many bits are set. */
export function bitsOf(number: number): number {
  let bits = 0;
  for (let left = number; left !== 0; left &= left - 1) bits++;
  return bits;
}
