import type { Shard } from '../index/format.ts';
import type { Locality } from '../index/region.ts';
import { allCandidates, narrowCandidates, tokensForStreets, type Candidate } from './candidates.ts';
import { compareCandidates } from './compare-matches.ts';
import { MatchList } from './match-list.ts';
import type { SearchRequest, StreetSource } from './request.ts';
import type { RegionQuery } from './region-query.ts';
import type { Token } from './token.ts';

/** The largest number of street files that are fetched without first looking the words up in the files of words. */
const MAX_SHARDS = 4;
/** The same limit for words with typing mistakes: the files of words help less there. */
const MAX_SHARDS_FUZZY = 12;
/** The largest number of localities whose streets are searched for one query after a look at the files of words. */
const MAX_LOCALITIES = 24;

/** Searches the streets of localities, each locality once for the same words. Decides which files are worth fetching. */
export class StreetSearch {
  /** What is searched for. */
  readonly request: SearchRequest;
  /** The matches so far. */
  readonly matches: MatchList;
  readonly #source: StreetSource;
  readonly #maxShards: number;
  /** Code of a locality and the words that its streets were searched for: «22000001000 барн лен». */
  readonly #searched = new Set<string>();

  constructor(source: StreetSource, request: SearchRequest, isFuzzy: boolean) {
    this.#source = source;
    this.request = request;
    this.matches = new MatchList(request);
    this.#maxShards = isFuzzy ? MAX_SHARDS_FUZZY : MAX_SHARDS;
  }

  /** Searches the streets of all these localities. */
  async lookIn(query: RegionQuery, localities: readonly Locality[]): Promise<void> {
    const unsearched = localities.filter(({ code }) => {
      const key = `${code} ${query.query.words.join(' ')}`;
      return !this.#searched.has(key) && this.#searched.add(key);
    });
    const streets = await Promise.all(unsearched.map((locality) => this.#source.streetsOf(locality)));
    this.request.signal?.throwIfAborted();
    unsearched.forEach((locality, i) => {
      this.matches.addStreets(query, locality, streets[i] ?? []);
    });
  }

  /** Searches the streets of these localities if they are in few files. */
  async lookInFew(query: RegionQuery, localities: readonly Locality[]): Promise<void> {
    if (this.#areFew(localities)) await this.lookIn(query, localities);
  }

  /** Searches the streets of the candidates (without them, of all localities), the best first, until there are enough matches. */
  async lookInTurn(
    query: RegionQuery,
    candidates?: readonly Candidate[],
    isEnough = () => this.matches.completeCount >= this.request.limit,
  ): Promise<void> {
    const { limit } = this.request;
    if (isEnough()) return;
    const areFew = candidates && this.#areFew(localitiesOf(candidates));
    const rest = localitiesOf(areFew ? candidates : await this.#narrow(query, candidates));
    for (let from = 0; from < rest.length && !isEnough(); from += limit)
      await this.lookIn(query, rest.slice(from, from + limit));
  }

  /**
   * Searches the best candidates if they are in few files. If not, only the first one, others of the same name, and those in the
   * same files, which cost no further request.
   */
  async lookInBest(query: RegionQuery, candidates: readonly Candidate[]): Promise<void> {
    const localities = localitiesOf(candidates);
    const namesakes = localities.filter(({ name }) => name === localities[0]?.name);
    const chosen = [localities, namesakes].find((some) => this.#areFew(some));
    const shards = this.#shardsOf(chosen ?? []);
    const isInSameShards = (locality: Locality) =>
      this.#source.shardsOf(locality).every((shard) => shards.has(shard));
    if (chosen) await this.lookIn(query, localities.filter(isInSameShards));
  }

  /** Sorts candidates, the best first. */
  sort(candidates: readonly Candidate[]): Candidate[] {
    return [...candidates].sort(compareCandidates(this.request.near));
  }

  /** Whether the streets of localities are in so few files that all of them may be fetched. */
  #areFew(localities: readonly Locality[]): boolean {
    return this.#shardsOf(localities).size <= this.#maxShards;
  }

  /** The files with the streets of localities, each once. */
  #shardsOf(localities: readonly Locality[]): Set<Shard> {
    return new Set(localities.flatMap((locality) => this.#source.shardsOf(locality)));
  }

  /** Keeps those of the candidates (without them, of all localities) whose streets have the remaining words. */
  async #narrow(query: RegionQuery, candidates: readonly Candidate[] | undefined): Promise<Candidate[]> {
    const { within, limit } = this.request;
    let rest = candidates;
    for (const token of tokensForStreets(query, candidates)) {
      const costs = await this.#costsOfStreets(token);
      if (token.isPostcode) for (const row of costs.keys()) token.notePostcodeInside(row);
      rest = narrowCandidates(rest ?? allCandidates(query, within), token, costs);
      if (rest.length === 0) return [];
      if (token.isPostcode) this.matches.addLocalities(query);
    }
    // If no word is long enough to be looked up, nothing is known of the candidates: only the nearest and largest are searched.
    return this.sort(rest ?? []).slice(0, rest === candidates ? limit : MAX_LOCALITIES);
  }

  /** Row of a locality → the least cost of a token in the names of its streets. */
  async #costsOfStreets(token: Token): Promise<Map<number, number>> {
    const { text, edits } = token;
    const costs = new Map<number, number>();
    // The first letter may be the mistake, or swapped with the second.
    for (const index of await this.#source.wordsFrom(edits ? Array.from(text.slice(0, 2)) : [text]))
      token.scan(index, (row, cost) => {
        costs.set(row, Math.min(cost, costs.get(row) ?? Infinity));
      });
    this.request.signal?.throwIfAborted();
    return costs;
  }
}

const localitiesOf = (candidates: readonly Candidate[]) => candidates.map(({ locality }) => locality);
