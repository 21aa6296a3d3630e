import { groupBy } from '../index/group-by.ts';
import type { Locality } from '../index/region.ts';
import { PREFIX_COST } from './costs.ts';
import type { RegionQuery } from './region-query.ts';
import { IMPOSSIBLE_COST, type Token } from './token.ts';

/** A locality in whose streets to look. */
export interface Candidate {
  locality: Locality;
  /** How many tokens name it. */
  named: number;
  /** The least that a street there can cost. */
  leastCost: number;
  untypedWords: number;
}

/** From so many letters on a word may be looked up in the street files of the whole region. */
const MIN_TELLING_LENGTH = 3;
/** More than all words of a query can cost. */
const MORE_THAN_ANY_COST = 100_000;

/**
 * The localities that tokens name where a token is left for the street, in tiers: more tokens named and named better
 * first.
 */
export function namedCandidates(query: RegionQuery, within: string): Candidate[][] {
  const candidates: Candidate[] = [];
  for (const locality of query.region.localities) {
    let [named, leastCost, isLeft] = [0, 0, false];
    for (const token of locality.size ? query.tokens : []) {
      const cost = token.costBelowRegion(locality);
      if (cost === IMPOSSIBLE_COST) isLeft = true;
      else {
        leastCost += cost;
        if (cost === 0 || isTelling(token)) named++;
      }
    }
    if (isLeft && named > 0 && locality.code.startsWith(within))
      candidates.push({ locality, named, leastCost, untypedWords: query.untypedWords(locality) });
  }
  const tiers = groupBy(candidates, ({ named, leastCost }) => leastCost - named * MORE_THAN_ANY_COST);
  return [...tiers].sort(([a], [b]) => a - b).map(([, tier]) => tier);
}

/** One letter, or what is a type first of all, says too little to fetch streets for it. */
const isTelling = ({ text, isHint, isType }: Token) =>
  (text.length > 1 && !isHint) || (text.length >= MIN_TELLING_LENGTH && !isType);

/** The tokens that only a street can answer, in some of the candidates or of all localities; the longest first. */
export function tokensForStreets({ tokens }: RegionQuery, candidates?: readonly Candidate[]): Token[] {
  return tokens.filter(
    (token) =>
      !token.isType &&
      token.text.length >= MIN_TELLING_LENGTH &&
      !candidates?.every(({ locality }) => token.costIn(locality) !== Infinity),
  );
}

/** Every locality that has streets. */
export const allCandidates = ({ region }: RegionQuery, within: string): Candidate[] =>
  region.localities
    .filter(({ size, code }) => size > 0 && code.startsWith(within))
    .map((locality) => ({ locality, named: 0, leastCost: 0, untypedWords: 0 }));

/** Those of the candidates that a token names, or that have streets which it names at these costs, by row of the locality. */
export const narrowCandidates = (
  candidates: readonly Candidate[],
  token: Token,
  costsOfStreets: ReadonlyMap<number, number>,
): Candidate[] =>
  candidates.flatMap((candidate) => {
    const { locality, leastCost } = candidate;
    if (!token.isPostcode && token.costIn(locality) !== Infinity) return candidate;
    const cost = costsOfStreets.get(locality.row) ?? (token.isHint ? PREFIX_COST : undefined);
    return cost === undefined ? [] : { ...candidate, leastCost: leastCost + cost };
  });
