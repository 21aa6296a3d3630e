import type { Street } from '../index/bundle.ts';
import { isArea, type Locality } from '../index/region.ts';
import { hasAll } from './compare.ts';
import { HOUSE, PREFIX } from './costs.ts';
import type { Match } from './match.ts';
import { matchLocality } from './match-locality.ts';
import { matchStreet } from './match-street.ts';
import type { SearchRequest } from './request.ts';
import type { TokenCosts } from './token-costs.ts';

/** The matches that a search has so far, in no order. */
export class MatchList {
  all: Match[] = [];
  readonly #request: SearchRequest;

  constructor(request: SearchRequest) {
    this.#request = request;
  }

  /** How many have all that was typed. */
  get completeCount(): number {
    return this.all.filter(hasAll).length;
  }

  /** Whether one has all that was typed in whole words. */
  get hasExact(): boolean {
    return this.all.some(({ isComplete, cost, house }) => isComplete && cost <= (house ? HOUSE : 0));
  }

  /** Adds the localities that answer to a query, in place of those that did before. */
  findLocalities(costs: TokenCosts): void {
    this.all = this.all.filter(({ street, tokens }) => street ?? tokens !== costs.tokens);
    for (const locality of costs.region.localities) {
      const match = matchLocality(locality, costs);
      if (match && this.#isWanted(locality, costs)) this.#add(match, costs);
    }
  }

  /** Adds those of the streets of a locality that answer to a query. */
  findStreets(costs: TokenCosts, locality: Locality, streets: readonly Street[]): void {
    for (const street of streets) {
      const match = matchStreet(street, locality, costs);
      if (match) this.#add(match, costs);
    }
  }

  #isWanted(locality: Locality, { query }: TokenCosts): boolean {
    const { bounds, within } = this.#request;
    if (!locality.code.startsWith(within)) return false;
    if (bounds === 'district') return isArea(locality);
    if (isArea(locality)) return false;
    // In a town a house has a street.
    return bounds === 'town' ? isTown(locality) : !query.house || locality.type !== 'г';
  }

  #add(match: Match, { query }: TokenCosts): void {
    const { house, flat, isUnfinished } = query;
    match.cost += (house ? HOUSE : 0) + (isUnfinished ? PREFIX : 0);
    if (house && !this.#request.bounds) match.house = house;
    if (flat && !this.#request.bounds) match.flat = flat;
    this.all.push(match);
  }
}

const isTown = ({ code, type }: Locality) => type === 'г' || code.endsWith('000');
