import type { Locality } from '../index/region.ts';
import { PREFIX } from './costs.ts';
import type { TokenCosts } from './token-costs.ts';
import type { Token } from './tokens.ts';

/** A locality in whose streets to look. */
export interface Candidate {
  locality: Locality;
  /** The least that a street there can cost. */
  leastCost: number;
  untypedWords: number;
}

/** From so many letters on a word may be looked up in the street files of the whole region. */
const TELLING = 3;
/** More than all words of a query can cost. */
const MUCH = 100_000;

/**
 * The localities that tokens name where a token is left for the street, in tiers: more tokens named and named better
 * first.
 */
export function namedCandidates(costs: TokenCosts, within: string): Candidate[][] {
  const tiers = new Map<number, Candidate[]>();
  for (const locality of costs.region.localities) {
    if (!locality.size || !isNamed(locality, costs) || !locality.code.startsWith(within)) continue;
    const tier = tierOf(locality, costs);
    if (!tier) continue;
    const candidate = { locality, leastCost: tier.leastCost, untypedWords: costs.untypedWords(locality) };
    const candidates = tiers.get(tier.rank);
    if (candidates) candidates.push(candidate);
    else tiers.set(tier.rank, [candidate]);
  }
  return [...tiers].sort(([a], [b]) => a - b).map(([, candidates]) => candidates);
}

/** Whether a token names a locality or what it lies in: of almost all localities none does. */
const isNamed = (locality: Locality, costs: TokenCosts) =>
  costs.isNamed(locality) || locality.parents.some((parent) => costs.isNamed(parent));

/** Lower ranks first; none where no token names a locality, or none is left for a street. */
function tierOf(locality: Locality, costs: TokenCosts): { rank: number; leastCost: number } | undefined {
  let named = 0;
  let leastCost = 0;
  let isLeft = false;
  for (let t = 0; t < costs.tokens.length; t++) {
    const cost = costs.costBelowRegion(t, locality);
    if (cost === Infinity) isLeft = true;
    else {
      leastCost += cost;
      if (cost === 0 || saysEnough(costs.tokens[t] as Token)) named++;
    }
  }
  return isLeft && named > 0 ? { rank: leastCost - named * MUCH, leastCost } : undefined;
}

/** One letter, or what is a type first of all, says too little to fetch streets for it. */
const saysEnough = ({ text, isHint, isType }: Token) =>
  (text.length > 1 && !isHint) || (text.length >= TELLING && !isType);

/** The tokens that only a street can answer, in some of the candidates or of all localities; the longest first. */
export function tokensForStreets(costs: TokenCosts, candidates: readonly Candidate[] | undefined): number[] {
  const isNamed = (t: number) =>
    candidates?.every(({ locality }) => costs.cost(t, locality) !== Infinity) ?? false;
  return costs.tokens.flatMap(({ text, isType }, t) =>
    isType || text.length < TELLING || isNamed(t) ? [] : [t],
  );
}

/** Every locality that has streets. */
export const allCandidates = ({ region }: TokenCosts, within: string): Candidate[] =>
  region.localities
    .filter(({ size, code }) => size > 0 && code.startsWith(within))
    .map((locality) => ({ locality, leastCost: 0, untypedWords: 0 }));

/** Those of the candidates that a token names, or that have streets which it names at these costs, by row of the locality. */
export function candidatesWith(
  candidates: readonly Candidate[],
  costs: TokenCosts,
  { t, ofStreets }: { t: number; ofStreets: ReadonlyMap<number, number> },
): Candidate[] {
  const { isPostcode, isHint } = costs.tokens[t] as Token;
  return candidates.flatMap((candidate) => {
    const { locality, leastCost } = candidate;
    if (!isPostcode && costs.cost(t, locality) !== Infinity) return candidate;
    const cost = ofStreets.get(locality.index) ?? (isHint ? PREFIX : undefined);
    return cost === undefined ? [] : { ...candidate, leastCost: leastCost + cost };
  });
}
