// Longer than most: the steps of one search.
import { compareLocalities } from './compare.ts';
import type { Street } from '../index/bundle.ts';
import type { Shard } from '../index/format.ts';
import type { Reading } from './parse-query.ts';
import { MISSING, Places, type Candidate, type Found } from './cost-table.ts';
import { isArea, type Locality, type Region } from '../index/region.ts';
import { findStreet } from './match-street.ts';
import type { Typed } from '../../text/typed.ts';
import { tokensFor } from './tokens.ts';
import type { Former } from '../index/word-files.ts';
import { PREFIX, type Words } from '../index/word-index.ts';

/** At equal rights the last number belongs to the name: «Ветеранов 2» is «Ветеранов 2-я» first. */
const HOUSE = 5;
/** So many street files may be fetched without asking first which of them have the words; more, where these are misspelt. */
const MOST_FILES = 4;
const MOST_FILES_FUZZY = 12;
/** In so many localities streets are looked for on behalf of one set of words. */
const MOST_PLACES = 24;

/** The finest thing that is suggested: `town` leaves out villages, `street` houses. */
export type Bounds = 'district' | 'town' | 'locality' | 'street';

/** Where the streets of a region come from. */
export interface Shelf {
  streetsOf(locality: Locality): Promise<Street[]>;
  filesOf(locality: Locality): Shard[];
  /** The words of streets that begin as a word; or, where it may be misspelt, with one of its first two letters. */
  wordsLike(word: Typed): Promise<Words[]>;
}

export interface Question {
  readings: Reading[];
  /** Beginning of a КЛАДР code: only what lies in it. */
  within: string;
  /** КЛАДР code: what is near to it comes first. */
  near: string;
  bounds: Bounds | undefined;
  limit: number;
  signal: AbortSignal | undefined;
}

/** Something found, with the house and flat that were typed behind it. */
export interface Answer extends Found, Pick<Reading, 'house' | 'flat'> {
  tokens: Places['tokens'];
}

/** One reading of a query, on its way through a region. */
interface Way {
  reading: Reading;
  places: Places;
}

/** Looks for a query in a region: where its words name a place, and further only as long as nothing answers all of them. */
export class Search {
  readonly #region: Region;
  readonly #shelf: Shelf;
  readonly #question: Question;
  readonly #ways: Way[];
  readonly #mostFiles: number;
  readonly #searched = new Set<string>();
  #found: Answer[] = [];

  constructor(
    region: Region,
    shelf: Shelf,
    question: Question,
    { fuzzy, former }: { fuzzy: boolean; former: Former[] },
  ) {
    this.#region = region;
    this.#shelf = shelf;
    this.#question = question;
    this.#mostFiles = fuzzy ? MOST_FILES_FUZZY : MOST_FILES;
    this.#ways = question.readings.map((reading) => ({
      reading,
      places: new Places(region, tokensFor(region, reading.tokens, fuzzy), question.within, former),
    }));
  }

  /** The answers, in no order. */
  async run(): Promise<Answer[]> {
    const { bounds, within } = this.#question;
    for (const way of this.#ways) this.#findPlaces(way);
    if (bounds && bounds !== 'street') return this.#found;
    const named = this.#ways.map((way) => {
      const tiers = way.places.named().map((tier) => this.#sorted(tier));
      return { way, tiers, best: tiers[0] ?? [] };
    });
    for (const { way, best } of named) await this.#lookInBest(way, best);
    for (const { way, tiers, best } of named)
      for (const tier of tiers) {
        // What answers whole words wins; and a place that was typed whole wins over those that something else names.
        if (this.#answers() > 0 && (this.#isExact() || (isWhole(best) && tier !== best))) break;
        await this.#look(way, tier, isWhole(tier) ? () => this.#isExact() : undefined);
      }
    for (const way of this.#ways) {
      const [only, ...more] = way.places.tokens;
      const isOneWord = more.length === 0 && (only?.text.length ?? 0) > 2;
      if (isOneWord || within.length > 2 || this.#answers() === 0) await this.#lookInAll(way, this.#home());
    }
    for (const way of this.#ways) if (this.#answers() === 0) await this.#look(way, undefined);
    return this.#found;
  }

  #findPlaces({ reading, places }: Way): void {
    const { bounds } = this.#question;
    const isWanted = (locality: Locality) => {
      if (bounds === 'district') return isArea(locality);
      if (isArea(locality)) return false;
      // In a town a house has a street.
      return bounds === 'town' ? isTown(locality) : !reading.house || locality.type !== 'г';
    };
    for (const found of places.find(isWanted)) this.#add(found, reading, places);
  }

  /** Where to look for a street that stands alone: in `within`, else in the region's centre. */
  #home(): Locality[] {
    const { within } = this.#question;
    const home = this.#region.localities.filter(
      ({ code, size, status }) =>
        size > 0 && (within.length > 2 ? code.startsWith(within) : status > 1 && code.startsWith(within)),
    );
    return this.#filesOf(home) > this.#mostFiles ? [] : home;
  }

  /** Streets of the likeliest places, if they are few; else of the first, of its namesakes, and of what stands in the same files. */
  async #lookInBest(way: Way, candidates: Candidate[]): Promise<void> {
    const localities = candidates.map(({ locality }) => locality);
    const namesakes = localities.filter(({ name }) => name === localities[0]?.name);
    const filesOf = (some: Locality[]) => new Set(some.flatMap((locality) => this.#shelf.filesOf(locality)));
    const files = [localities, namesakes].map(filesOf).find(({ size }) => size <= this.#mostFiles);
    if (!files) return;
    const beside = localities.filter((one) => this.#shelf.filesOf(one).every((file) => files.has(file)));
    await this.#lookInAll(way, beside);
  }

  /** Streets of the candidates, the likeliest first, until there are as many answers as were asked for. */
  async #look(
    way: Way,
    candidates: Candidate[] | undefined,
    isEnough = () => this.#answers() >= this.#question.limit,
  ): Promise<void> {
    const { limit } = this.#question;
    if (isEnough()) return;
    const isFew = candidates && this.#filesOf(candidates.map(({ locality }) => locality)) <= this.#mostFiles;
    const rest = isFew ? candidates : await this.#narrowed(way, candidates);
    for (let from = 0; from < rest.length && !isEnough(); from += limit) {
      const next = rest.slice(from, from + limit).map(({ locality }) => locality);
      await this.#lookInAll(way, next);
    }
  }

  /** The candidates, or all localities, that have streets with the words which are left for them. */
  async #narrowed(way: Way, candidates: Candidate[] | undefined): Promise<Candidate[]> {
    const { places } = way;
    let rest = candidates;
    for (const t of places.telling(candidates)) {
      const token = places.tokens[t];
      if (!token) break;
      const prices = new Map<number, number>();
      for (const words of await this.#shelf.wordsLike(token))
        words.find(token, (index, price) => {
          prices.set(index, Math.min(price, prices.get(index) ?? Infinity));
        });
      this.#question.signal?.throwIfAborted();
      if (token.postcode) for (const index of prices.keys()) places.notePostcode(t, index);
      rest = places.having(t, prices, rest);
      if (rest.length === 0) return [];
      if (token.postcode) {
        this.#found = this.#found.filter(({ street, tokens }) => street ?? tokens !== places.tokens);
        this.#findPlaces(way);
      }
    }
    // Where no word tells, nothing is known of the candidates: the nearest and largest stand for them.
    const isTold = rest !== candidates;
    return this.#sorted(rest ?? []).slice(0, isTold ? MOST_PLACES : this.#question.limit);
  }

  async #lookInAll({ reading, places }: Way, localities: Locality[]): Promise<void> {
    const fresh = localities.filter(({ code }) => {
      const key = `${code} ${reading.tokens.join(' ')}`;
      return !this.#searched.has(key) && this.#searched.add(key);
    });
    const streets = await Promise.all(fresh.map((locality) => this.#shelf.streetsOf(locality)));
    this.#question.signal?.throwIfAborted();
    fresh.forEach((locality, i) => {
      for (const street of streets[i] ?? []) this.#add(findStreet(street, locality, places), reading, places);
    });
  }

  /** How many answers there are to all that was typed. */
  #answers(): number {
    return this.#found.filter(({ complete, score }) => complete && score < MISSING).length;
  }

  /** Whether an answer has all that was typed in whole words. */
  #isExact(): boolean {
    return this.#found.some(({ complete, score, house }) => complete && score <= (house ? HOUSE : 0));
  }

  #filesOf(localities: Locality[]): number {
    return new Set(localities.flatMap((locality) => this.#shelf.filesOf(locality))).size;
  }

  #sorted(candidates: Candidate[]): Candidate[] {
    const { near } = this.#question;
    return [...candidates].sort(
      (a, b) => a.bound - b.bound || a.untyped - b.untyped || compareLocalities(a.locality, b.locality, near),
    );
  }

  #add(found: Found | undefined, { house, flat, begun }: Reading, { tokens }: Places): void {
    if (!found) return;
    const named = !this.#question.bounds && { ...(house && { house }), ...(flat && { flat }) };
    this.#found.push({
      ...found,
      tokens,
      score: found.score + (house ? HOUSE : 0) + (begun ? PREFIX : 0),
      ...named,
    });
  }
}

/** Whether the likeliest was typed whole. */
const isWhole = ([best]: Candidate[]) => best?.bound === 0 && best.untyped === 0;

const isTown = ({ code, type }: Locality) => type === 'г' || code.endsWith('000');
