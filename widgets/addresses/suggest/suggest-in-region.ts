import type { RegionFiles } from '../index/region-files.ts';
import { matchQuality } from '../search/compare-matches.ts';
import type { SearchRequest } from '../search/request.ts';
import { searchRegion } from '../search/search-region.ts';
import { lookUpReading } from './look-up-reading.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';
import { unknownPartOf } from './unknown-part.ts';

/** Suggests addresses of a region for a line, the best first. Looks the houses up only for those that are suggested. */
export async function suggestInRegion(
  files: RegionFiles,
  request: SearchRequest,
  line: string,
): Promise<Suggestion[]> {
  const { matches, isFuzzy } = await searchRegion(files, request);
  return Promise.all(
    matches.map(async (match) => {
      const ending = await lookUpReading(files, match, match);
      const unknown = unknownPartOf(line, match);
      const sure = matchQuality(match, isFuzzy);
      return suggestionOf(match, { tokens: match.tokens, sure, ...ending, unknown });
    }),
  );
}
