import { groupBy } from '../index/group-by.ts';
import type { Locality } from '../index/region.ts';
import { PREFIX_COST } from './costs.ts';
import type { RegionQuery } from './region-query.ts';
import { IMPOSSIBLE_COST, type Token } from './token.ts';

/** A locality whose streets are worth searching. */
export interface Candidate {
  locality: Locality;
  /** How many tokens name it. */
  named: number;
  /** The least that a match in its streets can cost: streets of cheaper localities are searched first. */
  leastCost: number;
  /** Number of words in its name, and in those of its parents, that nobody typed. */
  untypedWords: number;
}

/** Shortest word, in letters, that is looked up in the words of all streets of the region. */
const MIN_TELLING_LENGTH = 3;
/** More than all words of a query can cost together: sorts by `named` first, then by cost, in one number. */
const MORE_THAN_ANY_COST = 100_000;

/**
 * The localities that some tokens name while another is left for the street, in tiers. The first tier has those that the most tokens
 * name, at the least cost. Of «барн лен» Барнаул is a candidate: «барн» names it, «лен» is left.
 */
export function namedCandidates(query: RegionQuery, within: string): Candidate[][] {
  const candidates: Candidate[] = [];
  for (const locality of query.region.localities) {
    let [named, leastCost, isTokenLeft] = [0, 0, false];
    for (const token of locality.size ? query.tokens : []) {
      const cost = token.costBelowRegion(locality);
      if (cost === IMPOSSIBLE_COST) isTokenLeft = true;
      else {
        leastCost += cost;
        if (cost === 0 || isTelling(token)) named++;
      }
    }
    if (isTokenLeft && named > 0 && locality.code.startsWith(within))
      candidates.push({ locality, named, leastCost, untypedWords: query.untypedWords(locality) });
  }
  const tiers = groupBy(candidates, ({ named, leastCost }) => leastCost - named * MORE_THAN_ANY_COST);
  return [...tiers].sort(([a], [b]) => a - b).map(([, tier]) => tier);
}

/** Whether a word says enough to fetch streets for it. A single letter does not, nor a word that is first of all a type. */
const isTelling = ({ text, isHint, isType }: Token) =>
  (text.length > 1 && !isHint) || (text.length >= MIN_TELLING_LENGTH && !isType);

/**
 * The tokens that only a street can answer, in at least one of the candidates (without them, in any locality); the longest first.
 */
export function tokensForStreets({ tokens }: RegionQuery, candidates?: readonly Candidate[]): Token[] {
  return tokens.filter(
    (token) =>
      !token.isType &&
      token.text.length >= MIN_TELLING_LENGTH &&
      !candidates?.every(({ locality }) => token.costIn(locality) !== Infinity),
  );
}

/** Every locality with streets whose code begins with `within`. */
export const allCandidates = ({ region }: RegionQuery, within: string): Candidate[] =>
  region.localities
    .filter(({ size, code }) => size > 0 && code.startsWith(within))
    .map((locality) => ({ locality, named: 0, leastCost: 0, untypedWords: 0 }));

/**
 * Keeps the candidates that a token names, or that have streets which it names. `costsOfStreets`: row of a locality → the least cost
 * of the token in the names of its streets.
 */
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
