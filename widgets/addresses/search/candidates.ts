import { groupBy } from '../index/group-by.ts';
import type { IndexedRegion, Locality } from '../index/region.ts';
import { PREFIX_COST } from './costs.ts';
import { namesByWord } from './match-locality.ts';
import { IMPOSSIBLE_COST } from './name-costs.ts';
import type { RegionQuery } from './region-query.ts';
import type { Token } from './token.ts';

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
  for (const locality of namedBy(tokens, query.region)) {
    let [namingTokens, leastCost, isTokenLeft] = [0, 0, isLeftEverywhere];
    for (const token of tokens) {
      const cost = token.costBelowRegion(locality);
      if (cost === IMPOSSIBLE_COST) isTokenLeft ||= !token.isNoise;
      else {
        leastCost += cost;
        const isNumberOnly = token.namesLocality(locality) && !namesByWord(token, locality);
        if (!isNumberOnly && (cost === 0 || isDistinctive(token))) namingTokens++;
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

/** The localities with streets that tokens name, or whose parents below the region they name; also those in `rows`. */
function namedBy(
  tokens: readonly Token[],
  { localities, parentRows }: IndexedRegion,
  rows: Iterable<number> = [],
): Locality[] {
  const isNamed = new Uint8Array(localities.length);
  for (const { namedRows } of tokens) for (const row of namedRows) isNamed[row] = 1;
  // Parents come before what lies in them. Row 0 is the region.
  for (let row = tokens.length > 0 ? 1 : isNamed.length; row < isNamed.length; row++) {
    const parentRow = parentRows[row];
    if (parentRow && isNamed[parentRow] === 1) isNamed[row] = 1;
  }
  for (const row of rows) isNamed[row] = 1;
  const named: Locality[] = [];
  for (let row = isNamed.indexOf(1); row >= 0; row = isNamed.indexOf(1, row + 1)) {
    const locality = localities[row] as Locality;
    if (locality.size > 0) named.push(locality);
  }
  return named;
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

/**
 * The localities with streets whose codes begin with `within` and which {@link narrowCandidates} would keep, as candidates that no
 * token names.
 */
export function allCandidates(
  { region }: RegionQuery,
  within: string,
  { token, costsOfStreets }: TokenInStreets,
): Candidate[] {
  const [root] = region.localities;
  const isEverywhere = token.isHint || (root && token.costIn(root) !== Infinity);
  const localities = isEverywhere
    ? region.localities.filter(({ size }) => size > 0)
    : namedBy(token.isPostcode ? [] : [token], region, costsOfStreets.keys());
  return localities
    .filter(({ code }) => code.startsWith(within))
    .map((locality) => ({ locality, namingTokens: 0, leastCost: 0, untypedWords: 0 }));
}

/** A token, and row of a locality → its least cost in the names of the streets there. */
interface TokenInStreets {
  token: Token;
  costsOfStreets: ReadonlyMap<number, number>;
}

/** Keeps the candidates that a token names, or that have streets which it names. A hint keeps all, since a match may lack it. */
export const narrowCandidates = (
  candidates: readonly Candidate[],
  { token, costsOfStreets }: TokenInStreets,
): Candidate[] =>
  candidates.flatMap((candidate) => {
    const { locality, leastCost } = candidate;
    if (!token.isPostcode && token.costIn(locality) !== Infinity) return candidate;
    const cost = costsOfStreets.get(locality.row) ?? (token.isHint ? PREFIX_COST : undefined);
    return cost === undefined ? [] : { ...candidate, leastCost: leastCost + cost };
  });
