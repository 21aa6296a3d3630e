import type { Street } from '../index/bundle.ts';
import { isArea, type Locality } from '../index/region.ts';
import { isFullMatch } from './compare-matches.ts';
import { EDIT_COST, GIVEN_UP_COST, HOUSE_COST, PREFIX_COST, REWRITTEN_COST } from './costs.ts';
import { isGivenUp, type Match } from './match.ts';
import { matchLocality } from './match-locality.ts';
import { matchStreet, mayNameStreet } from './match-street.ts';
import type { ParsedQuery } from './request.ts';
import type { SearchRequest } from './request.ts';
import type { RegionQuery } from './region-query.ts';

/** Collects the matches of a search. */
export class MatchList {
  /** All matches so far, not sorted. */
  all: Match[] = [];
  readonly #request: SearchRequest;

  constructor(request: SearchRequest) {
    this.#request = request;
  }

  /** Number of matches that have everything that was typed. */
  get fullMatchCount(): number {
    return this.all.filter(isFullMatch).length;
  }

  /** Whether a match has everything that was typed, in whole words. */
  get hasExactMatch(): boolean {
    return this.all.some(({ isComplete, cost, house }) => isComplete && cost <= (house ? HOUSE_COST : 0));
  }

  /** All matches; those with a house that may be something else only where nothing else is a full match. */
  get clear(): Match[] {
    const clear = this.all.filter(({ house, ifListed }) => house ?? !ifListed);
    return clear.some(isFullMatch) ? clear : this.all;
  }

  /**
   * Adds the localities that match a query. Called again, it replaces them: a token may have found its postcode in more localities.
   */
  addLocalities(query: RegionQuery): void {
    this.all = this.all.filter(({ street, tokens }) => street !== undefined || tokens !== query.tokens);
    for (const locality of query.namedLocalities()) {
      const match = matchLocality(locality, query);
      if (match && this.#isAllowed(match, query)) this.#add(match, query);
    }
  }

  /** Adds those of the streets of a locality that match a query. */
  addStreets(query: RegionQuery, locality: Locality, streets: readonly Street[]): void {
    const needed = query.neededInStreets(locality);
    for (const street of streets) {
      if (needed && !mayNameStreet(needed, street)) continue;
      const match = matchStreet(street, locality, query);
      if (match) this.#add(match, query);
    }
  }

  /** Whether `within`, `bounds` and the house allow a locality as a suggestion. */
  #isAllowed({ locality, missing }: Match, { query }: RegionQuery): boolean {
    const { bounds, within } = this.#request;
    if (!locality.code.startsWith(within)) return false;
    if (bounds === 'district') return isArea(locality);
    if (isArea(locality)) return false;
    if (bounds === 'town') return isTown(locality);
    if (missing.some(isGivenUp)) return true;
    // In a town every house belongs to a street. So does everywhere «стр 5», which may be the beginning of a street.
    return query.house ? locality.type !== 'г' : !query.ifListed;
  }

  /** Adds a match, with the house and flat of the query and their cost. With `bounds` no houses are wanted. */
  #add(match: Match, query: RegionQuery): void {
    if (query.isHouseInName(match)) return;
    const { house, flat, ifListed, typedHouse, details } = query.query;
    match.cost += costOfReading(query.query);
    if (match.missing.some(isGivenUp) && !query.isHouseIn(match)) {
      for (const number of [house ?? ifListed, flat]) if (number) match.cost += GIVEN_UP_COST;
    } else if (!this.#request.bounds) Object.assign(match, { house, flat, ifListed, typedHouse, details });
    this.all.push(match);
  }
}

/** Whether a locality is a town by its type («г»), or by its code, which names no settlement in it: `22000005000`. */
const isTown = ({ code, type }: Locality) => type === 'г' || code.endsWith('000');

/** What a reading of a line costs. «Стр 5» is the beginning of «Строителей, 5» rather than a house. */
export const costOfReading = ({ house, ifListed, isUnfinished, isRewritten }: ParsedQuery): number =>
  (house ? HOUSE_COST : ifListed ? EDIT_COST : 0) +
  (isUnfinished ? PREFIX_COST : 0) +
  (isRewritten ? REWRITTEN_COST : 0);
