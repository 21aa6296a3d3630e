import type { RegionFiles } from '../index/region-files.ts';
import { compareMatches, matchQuality } from './compare-matches.ts';
import { fetchRareWays } from './fetch-rare-ways.ts';
import { findMatches } from './find-matches.ts';
import { indexNames, matchingFormerNames } from './former-names.ts';
import type { Match } from './match.ts';
import type { SearchRequest } from './request.ts';

/** The result of a search in a region. */
export interface RegionSearchResult {
  /** The best first, at most `limit`. */
  matches: Match[];
  /** True if nothing matched without typing mistakes. */
  isFuzzy: boolean;
}

/**
 * Searches a region in up to five passes: current names; former names of localities too, if the first pass has no match in whole
 * words; typing mistakes, if there are no matches yet; then without words that nothing has.
 */
export async function searchRegion(files: RegionFiles, request: SearchRequest): Promise<RegionSearchResult> {
  request.signal?.throwIfAborted();
  let matches = await findMatches(files, request, { former: indexNames([]), tokens: new Map() });
  const hasForms = request.queries.some(({ hasOtherCases }) => hasOtherCases);
  // «На Советской» is rather Советская than Советской Армии.
  const isMeant = (match: Match) =>
    matchQuality(match, false) === 'exact' && !(hasForms && match.untypedWords);
  if (matches.some(isMeant)) return bestMatches(matches, false, request);
  const former = await matchingFormerNames(files, request, { hasForms });
  if (hasForms || former.names.length > 0)
    matches = await findMatches(files, request, { hasForms, former, tokens: new Map() });
  if (matches.length > 0) return bestMatches(matches, false, request);
  const { findDeeperMatches } = await fetchRareWays();
  matches = await findDeeperMatches(files, request, former);
  return bestMatches(matches, true, request);
}

/** The best matches, each address once: a query that was read in two ways may find it twice. */
function bestMatches(found: Match[], isFuzzy: boolean, { near, limit }: SearchRequest): RegionSearchResult {
  const seen = new Set<string>();
  const matches = found.sort(compareMatches(near)).filter((match) => {
    const { street, locality, house, ifListed, flat, details } = match;
    const key = [(street ?? locality).code, house, ifListed, flat, details].join();
    return !seen.has(key) && seen.add(key);
  });
  return { matches: matches.slice(0, limit), isFuzzy };
}
