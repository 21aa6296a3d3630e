import type { RegionFiles } from '../index/region-files.ts';
import { matchQuality } from '../search/compare-matches.ts';
import type { SearchRequest } from '../search/request.ts';
import { searchRegion } from '../search/search-region.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

/** What a region has that may be meant, the best first, with what the data say of the houses. */
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
