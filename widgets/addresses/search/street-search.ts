import type { Shard } from '../index/format.ts';
import type { Locality } from '../index/region.ts';
import { allCandidates, narrowCandidates, tokensForStreets, type Candidate } from './candidates.ts';
import { compareCandidates } from './compare-matches.ts';
import { MatchList } from './match-list.ts';
import type { SearchRequest, StreetSource } from './request.ts';
import type { RegionQuery } from './region-query.ts';
import type { Token } from './token.ts';

/** So many street files are fetched without asking first which of them have the words; more, where these are misspelt. */
const MAX_SHARDS = 4;
const MAX_SHARDS_FUZZY = 12;
/** In so many localities streets are looked for on behalf of one set of words. */
const MAX_LOCALITIES = 24;

/** Looks for streets in localities, each once for the same words. */
export class StreetSearch {
  readonly request: SearchRequest;
  /** What was found. */
  readonly matches: MatchList;
  readonly #source: StreetSource;
  readonly #mostShards: number;
  readonly #searched = new Set<string>();

  constructor(source: StreetSource, request: SearchRequest, isFuzzy: boolean) {
    this.#source = source;
    this.request = request;
    this.matches = new MatchList(request);
    this.#mostShards = isFuzzy ? MAX_SHARDS_FUZZY : MAX_SHARDS;
  }

  /** Streets of all these localities. */
  async lookIn(query: RegionQuery, localities: readonly Locality[]): Promise<void> {
    const fresh = localities.filter(({ code }) => {
      const key = `${code} ${query.query.words.join(' ')}`;
      return !this.#searched.has(key) && this.#searched.add(key);
    });
    const streets = await Promise.all(fresh.map((locality) => this.#source.streetsOf(locality)));
    this.request.signal?.throwIfAborted();
    fresh.forEach((locality, i) => {
      this.matches.addStreets(query, locality, streets[i] ?? []);
    });
  }

  /** Streets of these localities, if they are in few files. */
  async lookInFew(query: RegionQuery, localities: readonly Locality[]): Promise<void> {
    if (this.#areFew(localities)) await this.lookIn(query, localities);
  }

  /** Streets of the candidates, or of all localities, the likeliest first, until there are enough matches. */
  async lookInTurn(
    query: RegionQuery,
    candidates?: readonly Candidate[],
    isEnough = () => this.matches.completeCount >= this.request.limit,
  ): Promise<void> {
    const { limit } = this.request;
    if (isEnough()) return;
    const isFew = candidates && this.#areFew(localitiesOf(candidates));
    const rest = localitiesOf(isFew ? candidates : await this.#narrow(query, candidates));
    for (let from = 0; from < rest.length && !isEnough(); from += limit)
      await this.lookIn(query, rest.slice(from, from + limit));
  }

  /** The likeliest candidates, if they are few; else the first, its namesakes, and what stands in the same files. */
  async lookInBest(query: RegionQuery, candidates: readonly Candidate[]): Promise<void> {
    const localities = localitiesOf(candidates);
    const namesakes = localities.filter(({ name }) => name === localities[0]?.name);
    const few = [localities, namesakes].find((some) => this.#areFew(some));
    const shards = this.#shardsOf(few ?? []);
    const isBeside = (locality: Locality) =>
      this.#source.shardsOf(locality).every((shard) => shards.has(shard));
    if (few) await this.lookIn(query, localities.filter(isBeside));
  }

  sort(candidates: readonly Candidate[]): Candidate[] {
    return [...candidates].sort(compareCandidates(this.request.near));
  }

  #areFew(localities: readonly Locality[]): boolean {
    return this.#shardsOf(localities).size <= this.#mostShards;
  }

  #shardsOf(localities: readonly Locality[]): Set<Shard> {
    return new Set(localities.flatMap((locality) => this.#source.shardsOf(locality)));
  }

  /** The candidates, or all localities, that have streets with the words which are left for them. */
  async #narrow(query: RegionQuery, candidates: readonly Candidate[] | undefined): Promise<Candidate[]> {
    const { within, limit } = this.request;
    let rest = candidates;
    for (const token of tokensForStreets(query, candidates)) {
      const costs = await this.#costsOfStreets(token);
      if (token.isPostcode) for (const index of costs.keys()) token.notePostcodeInside(index);
      rest = narrowCandidates(rest ?? allCandidates(query, within), token, costs);
      if (rest.length === 0) return [];
      if (token.isPostcode) this.matches.addLocalities(query);
    }
    // Where no word tells, nothing is known of the candidates: the nearest and largest stand for them.
    return this.sort(rest ?? []).slice(0, rest === candidates ? limit : MAX_LOCALITIES);
  }

  /** For each locality, by its row, the least that a word costs in the names of its streets. */
  async #costsOfStreets(token: Token): Promise<Map<number, number>> {
    const { text, edits } = token;
    const costs = new Map<number, number>();
    // A mistake may be in the first letter.
    for (const index of await this.#source.wordsFrom(edits ? Array.from(text.slice(0, 2)) : [text]))
      token.scan(index, (row, cost) => {
        costs.set(row, Math.min(cost, costs.get(row) ?? Infinity));
      });
    this.request.signal?.throwIfAborted();
    return costs;
  }
}

const localitiesOf = (candidates: readonly Candidate[]) => candidates.map(({ locality }) => locality);
