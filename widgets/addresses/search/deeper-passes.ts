import { prefixEditDistance } from '../../text/edit-distance.ts';
import type { RegionFiles } from '../index/region-files.ts';
import type { FormerNames } from '../index/word-files.ts';
import { GIVEN_UP_COST } from './costs.ts';
import { findMatches } from './find-matches.ts';
import { matchingFormerNames } from './former-names.ts';
import type { Match } from './match.ts';
import type { SearchPass } from './region-query.ts';
import type { SearchRequest } from './request.ts';
import { unknownPartOf } from './unknown-part.ts';

/**
 * Searches a region for a line that nothing matches: with typing mistakes; then without words that nothing has. `former`: the former
 * names that have a typed word. Its code is fetched only for such a line.
 */
export async function findDeeperMatches(
  files: RegionFiles,
  request: SearchRequest,
  former: FormerNames,
): Promise<Match[]> {
  const editDistance = prefixEditDistance;
  const misspelt = await matchingFormerNames(files, request, { editDistance, hasForms: true });
  const fuzzy = { editDistance, former: misspelt, tokens: new Map() };
  const matches = await findMatches(files, request, fuzzy);
  const { bounds } = request;
  // Where no street is asked for, what is left of a line would be any locality.
  return matches.length > 0 || (bounds && bounds !== 'street')
    ? matches
    : matchesOfParts(files, request, [{ former, tokens: new Map() }, fuzzy]);
}

/** The matches for which the fewest words have to be given up, of the first pass that has any. */
async function matchesOfParts(
  files: RegionFiles,
  request: SearchRequest,
  passes: SearchPass[],
): Promise<Match[]> {
  // Of one word nothing would be left.
  const queries = request.queries.filter(({ words }) => words.length > 1);
  for (const pass of passes) {
    const matches = await findMatches(files, { ...request, queries }, { ...pass, canGiveUp: true });
    // Those for which more words were given up are worse by another order.
    const mostCost = Math.min(...matches.map(({ cost }) => cost)) + GIVEN_UP_COST / 2;
    const best = matches.filter(({ cost }) => cost < mostCost);
    for (const match of best) match.unknown = unknownPartOf(request.line, match);
    if (best.length > 0) return best;
  }
  return [];
}
