import type { Shard } from '../index/format.ts';
import type { Locality } from '../index/region.ts';
import { allCandidates, narrowCandidates, tokensForStreets, type Candidate } from './candidates.ts';
import { compareCandidates } from './compare-matches.ts';
import { MatchList } from './match-list.ts';
import type { SearchRequest, StreetSource } from './request.ts';
import type { RegionQuery } from './region-query.ts';
import type { Token } from './token.ts';

/** Most street files that are fetched at once without first looking the words up in the files of words. */
const MAX_SHARDS = 4;
/** The same limit for words with typing mistakes: the files of words help less there. */
const MAX_SHARDS_FUZZY = 12;
/** Most localities whose streets are searched for one query after its words were looked up in the files of words. */
const MAX_LOCALITIES = 24;

/** Searches the streets of localities, each locality once for the same words. Decides which files are worth fetching. */
export class StreetSearch {
  /** What is searched for. */
  readonly request: SearchRequest;
  /** The matches so far. */
  readonly matches: MatchList;
  readonly #source: StreetSource;
  readonly #maxShards: number;
  /** What was searched: the code of a locality and the words that its streets were searched for, `22000001000 барн лен`. */
  readonly #searched = new Set<string>();

  constructor(source: StreetSource, request: SearchRequest, isFuzzy: boolean) {
    this.#source = source;
    this.request = request;
    this.matches = new MatchList(request);
    this.#maxShards = isFuzzy ? MAX_SHARDS_FUZZY : MAX_SHARDS;
  }

  /** Searches the streets of all these localities. */
  async searchStreets(query: RegionQuery, localities: readonly Locality[]): Promise<void> {
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

  /** Searches the streets of these localities if they are in few files, else none of them. */
  async searchIfInFewFiles(query: RegionQuery, localities: readonly Locality[]): Promise<void> {
    if (this.#areInFewFiles(localities)) await this.searchStreets(query, localities);
  }

  /**
   * Searches the streets of the candidates (without them, of all localities), the best first, until `isEnough`: by default until
   * there are as many full matches as are asked for.
   */
  async searchBestFirst(
    query: RegionQuery,
    candidates?: readonly Candidate[],
    isEnough = () => this.matches.fullMatchCount >= this.request.limit,
  ): Promise<void> {
    const { limit } = this.request;
    if (isEnough()) return;
    const areInFewFiles = candidates && this.#areInFewFiles(localitiesOf(candidates));
    const chosen = areInFewFiles ? candidates : await this.#withTypedStreets(query, candidates);
    const localities = localitiesOf(chosen);
    for (let from = 0; from < localities.length && !isEnough(); from += limit)
      await this.searchStreets(query, localities.slice(from, from + limit));
  }

  /**
   * Searches the streets of the best candidates if they are in few files. If not, only of the first one, of others with its name,
   * and of those in the same files, which need no further request; then of those whose own name was typed, where others are only
   * named by a parent: «Первомайский» is a settlement as well as a district.
   */
  async searchBestTier(query: RegionQuery, candidates: readonly Candidate[]): Promise<void> {
    const localities = localitiesOf(candidates);
    const namesakes = localities.filter(({ name }) => name === localities[0]?.name);
    const chosen = [localities, namesakes].find((some) => this.#areInFewFiles(some));
    const shards = this.#shardsOf(chosen ?? []);
    const isInSameShards = (locality: Locality) =>
      this.#source.shardsOf(locality).every((shard) => shards.has(shard));
    if (chosen) await this.searchStreets(query, localities.filter(isInSameShards));
    const named = candidates.filter(
      ({ locality, leastCost }) => leastCost === 0 && query.namesLocality(locality),
    );
    if (chosen !== localities && named.length < localities.length) await this.searchBestFirst(query, named);
  }

  /** Sorts candidates, the best first. */
  sortCandidates(candidates: readonly Candidate[]): Candidate[] {
    return [...candidates].sort(compareCandidates(this.request.near));
  }

  /** Whether the streets of localities are in so few files that all of them may be fetched. */
  #areInFewFiles(localities: readonly Locality[]): boolean {
    return this.#shardsOf(localities).size <= this.#maxShards;
  }

  /** The files with the streets of localities, each once. */
  #shardsOf(localities: readonly Locality[]): Set<Shard> {
    return new Set(localities.flatMap((locality) => this.#source.shardsOf(locality)));
  }

  /** Those of the candidates (without them, of all localities) whose streets have the words that are not in their own names. */
  async #withTypedStreets(
    query: RegionQuery,
    candidates: readonly Candidate[] | undefined,
  ): Promise<Candidate[]> {
    const { within, limit } = this.request;
    let remaining = candidates;
    for (const token of tokensForStreets(query, candidates)) {
      const costsOfStreets = await this.#costsOfStreets(token);
      if (token.isPostcode) for (const row of costsOfStreets.keys()) token.notePostcodeInside(row);
      const inStreets = { token, costsOfStreets };
      remaining = narrowCandidates(remaining ?? allCandidates(query, within, inStreets), inStreets);
      if (remaining.length === 0) return [];
      if (token.isPostcode) this.matches.addLocalities(query);
    }
    // If no word is long enough to be looked up, nothing is known of the candidates: only the nearest and largest are searched.
    return this.sortCandidates(remaining ?? []).slice(0, remaining === candidates ? limit : MAX_LOCALITIES);
  }

  /** Row of a locality → the least cost of a token in the names of its streets. */
  async #costsOfStreets(token: Token): Promise<Map<number, number>> {
    const { text, maxEdits, beginning } = token;
    const costs = new Map<number, number>();
    // The first letter may be the mistake, or swapped with the second.
    const beginnings = maxEdits ? Array.from(text.slice(0, 2)) : [beginning];
    for (const index of await this.#source.wordsBeginningWith(beginnings))
      token.scan(index, (row, cost) => {
        costs.set(row, Math.min(cost, costs.get(row) ?? Infinity));
      });
    this.request.signal?.throwIfAborted();
    return costs;
  }
}

const localitiesOf = (candidates: readonly Candidate[]) => candidates.map(({ locality }) => locality);
