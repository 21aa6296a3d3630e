import type { RegionFiles } from '../index/region-files.ts';
import { matchQuality } from '../search/compare-matches.ts';
import type { SearchRequest } from '../search/request.ts';
import { searchRegion } from '../search/search-region.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

/** Suggests addresses of a region, the best first. Looks the houses up only for those that are suggested. */
export async function suggestInRegion(files: RegionFiles, request: SearchRequest): Promise<Suggestion[]> {
  const { matches, isFuzzy } = await searchRegion(files, request);
  return Promise.all(
    matches.map(async (match) => {
      const { tokens, flat } = match;
      const house = match.house ? await files.lookUpHouse(match, match.house) : undefined;
      return suggestionOf(match, { tokens, sure: matchQuality(match, isFuzzy), house, flat });
    }),
  );
}
