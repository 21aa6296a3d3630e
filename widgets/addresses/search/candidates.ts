import { groupBy } from '../index/group-by.ts';
import type { Locality } from '../index/region.ts';
import { PREFIX_COST } from './costs.ts';
import type { RegionQuery } from './region-query.ts';
import { IMPOSSIBLE_COST, type Token } from './token.ts';

/** A locality whose streets are worth searching. */
export interface Candidate {
  locality: Locality;
  /** How many tokens name it or a parent of it, each with a whole word or one that is {@link isDistinctive distinctive}. */
  namingTokens: number;
  /** The least that a match in its streets can cost: streets of cheaper localities are searched first. */
  leastCost: number;
  /** See {@link RegionQuery.untypedWords}. */
  untypedWords: number;
}

/** Shortest word, in letters, that is looked up in the words of all streets of the region: shorter ones are in too many streets. */
const MIN_DISTINCTIVE_LENGTH = 3;
/** More than all words of a query can cost together: sorts by `namingTokens` first, then by cost, in one number. */
const MORE_THAN_ANY_COST = 100_000;

/**
 * The localities that some tokens name while another is left for the street, in tiers. The first tier has those that the most
 * tokens name, at the least cost. Of «барн лен» Барнаул is a candidate: «барн» names it, «лен» is left. Only localities whose codes
 * begin with `within`.
 */
export function namedCandidates(query: RegionQuery, within: string): Candidate[][] {
  const candidates: Candidate[] = [];
  const tokens = query.tokens.filter(({ namesAny }) => namesAny);
  const isLeftEverywhere = query.tokens.some(({ namesAny, isNoise }) => !namesAny && !isNoise);
  for (const locality of tokens.length > 0 ? query.region.localities : []) {
    if (!locality.size) continue;
    let [namingTokens, leastCost, isTokenLeft] = [0, 0, isLeftEverywhere];
    for (const token of tokens) {
      const cost = token.costBelowRegion(locality);
      if (cost === IMPOSSIBLE_COST) isTokenLeft ||= !token.isNoise;
      else {
        leastCost += cost;
        if (cost === 0 || isDistinctive(token)) namingTokens++;
      }
    }
    if (isTokenLeft && namingTokens > 0 && locality.code.startsWith(within))
      candidates.push({ locality, namingTokens, leastCost, untypedWords: query.untypedWords(locality) });
  }
  const tiers = groupBy(
    candidates,
    ({ namingTokens, leastCost }) => leastCost - namingTokens * MORE_THAN_ANY_COST,
  );
  return [...tiers].sort(([a], [b]) => a - b).map(([, tier]) => tier);
}

/**
 * Whether a word says enough to fetch streets for it. A single letter does not, nor «ул» and «улица», nor «по», which begins
 * «посёлок».
 */
const isDistinctive = ({ text, isHint, isType, isNoise }: Token) =>
  !isNoise && ((text.length > 1 && !isHint) || (text.length >= MIN_DISTINCTIVE_LENGTH && !isType));

/**
 * The tokens to look up in the words of streets, the longest first: those that at least one candidate has neither in its own name
 * nor in those of its parents. Without `candidates`, all tokens. Leaves out types, noise and words that are too short.
 */
export function tokensForStreets({ tokens }: RegionQuery, candidates?: readonly Candidate[]): Token[] {
  return tokens.filter(
    (token) =>
      !token.isType &&
      !token.isNoise &&
      token.text.length >= MIN_DISTINCTIVE_LENGTH &&
      !candidates?.every(({ locality }) => token.costIn(locality) !== Infinity),
  );
}

/** Every locality that has streets and whose code begins with `within`, as a candidate that no token names. */
export const allCandidates = ({ region }: RegionQuery, within: string): Candidate[] =>
  region.localities
    .filter(({ size, code }) => size > 0 && code.startsWith(within))
    .map((locality) => ({ locality, namingTokens: 0, leastCost: 0, untypedWords: 0 }));

/**
 * Keeps the candidates that a token names, or that have streets which it names. A hint keeps all, since a match may lack it.
 * `costsOfStreets`: row of a locality → the least cost of the token in the names of its streets.
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
