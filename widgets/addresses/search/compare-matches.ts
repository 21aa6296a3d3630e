import type { Candidate } from './candidates.ts';
import { MISSING_HINT_COST, PREFIX_COST } from './costs.ts';
import type { Match } from './match.ts';

/** Compares two matches for `sort`, the better first: see «Order» in «Matching», README.md. `near` is a КЛАДР code, or empty. */
export const compareMatches =
  (near: string) =>
  (a: Match, b: Match): number => {
    const [objectA, objectB] = [a.street ?? a.locality, b.street ?? b.locality];
    return (
      a.cost - b.cost ||
      Number(Boolean(a.street)) - Number(Boolean(b.street)) ||
      compareNearness(a, b, near) ||
      a.untypedWords - b.untypedWords ||
      compareSizes(a, b) ||
      Number(b.isListed ?? false) - Number(a.isListed ?? false) ||
      objectA.name.length - objectB.name.length ||
      (objectA.code < objectB.code ? -1 : 1)
    );
  };

/** Compares two candidates for `sort`: the cheaper first, then the nearer and larger. `near` is a КЛАДР code, or empty. */
export const compareCandidates =
  (near: string) =>
  (a: Candidate, b: Candidate): number =>
    a.leastCost - b.leastCost ||
    a.untypedWords - b.untypedWords ||
    compareNearness(a, b, near) ||
    compareSizes(a, b) ||
    (a.locality.code < b.locality.code ? -1 : 1);

/** A match or a candidate. */
type Located = Pick<Match, 'locality'>;

/** For `sort`: the nearer first. */
const compareNearness = (a: Located, b: Located, near: string) => nearness(b, near) - nearness(a, near);

/**
 * How many levels below the region (district, town, settlement: 0 to 3) a locality shares with the code `near`: in the same
 * district 1.
 */
const nearness = ({ locality }: Located, near: string) =>
  [5, 8, 11].filter((level) => near.length >= level && locality.code.slice(0, level) === near.slice(0, level))
    .length;

/** For `sort`: centres of the region and of districts first, then localities with more streets. */
const compareSizes = ({ locality: a }: Located, { locality: b }: Located) =>
  b.status - a.status || b.size - a.size;

/** Whether a match has everything that was typed, also each type and postcode. */
export const isFullMatch = ({ isComplete, cost }: Match): boolean => isComplete && cost < MISSING_HINT_COST;

/**
 * How well a match fits what was typed: whole words, beginnings of words, misspelt words, or only a part of the words. `isFuzzy`:
 * the match comes from the pass that allows typing mistakes.
 */
export function matchQuality(match: Match, isFuzzy: boolean): 'exact' | 'prefix' | 'typo' | 'part' {
  if (!isFullMatch(match)) return 'part';
  if (isFuzzy) return 'typo';
  return match.cost >= PREFIX_COST ? 'prefix' : 'exact';
}
