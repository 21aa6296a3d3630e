import type { RegionFiles } from '../index/region-files.ts';
import { compareMatches, matchQuality } from '../search/compare-matches.ts';
import type { SearchRequest } from '../search/request.ts';
import { searchRegion } from '../search/search-region.ts';
import { fetchLookUps } from './fetch-look-ups.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

/** How suggestions of several regions are sorted, the best first. Those of one region keep their order: it is by cost. */
const QUALITY_ORDER: Suggestion['sure'][] = ['exact', 'prefix', 'typo', 'part'];

/** Suggests addresses of several regions for a line, the best first. */
export async function suggestInRegions(
  regions: readonly RegionFiles[],
  request: SearchRequest,
): Promise<Suggestion[]> {
  const suggestions = await Promise.all(regions.map((files) => suggestInRegion(files, request)));
  const best = suggestions
    .flat()
    .sort((a, b) => QUALITY_ORDER.indexOf(a.sure) - QUALITY_ORDER.indexOf(b.sure));
  return best.slice(0, request.limit);
}

/** Suggests addresses of a region for a line, the best first. Looks the houses up only for those that are suggested: of equally
 * good streets the one that has the house comes first. */
async function suggestInRegion(files: RegionFiles, request: SearchRequest): Promise<Suggestion[]> {
  const { matches, isFuzzy } = await searchRegion(files, request);
  const hasHouses = matches.some(({ house, ifListed }) => house ?? ifListed);
  const lookUps = hasHouses ? await fetchLookUps() : undefined;
  const found = await Promise.all(
    matches.map(async (match) => {
      const ending = lookUps ? await lookUps.lookUpReading(files, match, match) : {};
      return { ...match, isListed: ending.house?.listed, ending };
    }),
  );
  return found.sort(compareMatches(request.near)).map(({ ending, ...match }) => {
    const { tokens, unknown } = match;
    return suggestionOf(match, { tokens, sure: matchQuality(match, isFuzzy), ...ending, unknown });
  });
}
