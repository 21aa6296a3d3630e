import type { IndexedRegion } from '../index/region.ts';
import { namedCandidates, type Candidate } from './candidates.ts';
import type { Match } from './match.ts';
import { RegionQuery, type SearchPass } from './region-query.ts';
import type { SearchRequest, StreetSource } from './request.ts';
import { StreetSearch } from './street-search.ts';

/** A region that can be searched. */
export interface SearchableRegion extends StreetSource {
  readonly region: IndexedRegion;
}

/**
 * Finds localities and streets that match what was typed, in one {@link SearchPass}. Streets have to be fetched, so it searches
 * those of some localities first, and goes on only while matches are missing: the localities that words name; then those in
 * `within`, or the region's centre; then all. The matches are not sorted.
 */
export async function findMatches(
  source: SearchableRegion,
  request: SearchRequest,
  pass: SearchPass,
): Promise<Match[]> {
  const { bounds } = request;
  const search = new StreetSearch(source, request, pass.editDistance !== undefined);
  const { matches } = search;
  const queries = request.queries.map((query) => new RegionQuery(query, source.region, pass));
  for (const query of queries) matches.addLocalities(query);
  if (bounds && bounds !== 'street') return matches.clear;
  await searchNamedLocalities(search, queries, pass);
  for (const query of queries)
    if (shouldSearchHome(query, search))
      await search.searchIfInFewFiles(query, homeLocalities(source, request));
  if (pass.canGiveUp) return matches.all;
  for (const query of queries) if (matches.fullMatchCount === 0) await search.searchBestFirst(query);
  return matches.clear;
}

/** Searches the streets of the localities that tokens name, the best tiers first. */
async function searchNamedLocalities(
  search: StreetSearch,
  queries: RegionQuery[],
  { canGiveUp }: SearchPass,
): Promise<void> {
  const { matches, request } = search;
  const tiersOfQueries = queries.map((query) => {
    const tiers = namedCandidates(query, request.within).map((tier) => search.sortCandidates(tier));
    return { query, tiers, bestTier: tiers[0] ?? [] };
  });
  for (const { query, bestTier } of tiersOfQueries) await search.searchBestTier(query, bestTier);
  // Without the words that are given up, no other localities are meant.
  if (canGiveUp) return;
  for (const { query, tiers, bestTier } of tiersOfQueries)
    for (const tier of tiers) {
      // A match in whole words is enough. So is any match if the whole name of a locality was typed: no other is meant then.
      const isWorse = isWholeNameTyped(bestTier) && tier !== bestTier;
      if (matches.fullMatchCount > 0 && (matches.hasExactMatch || isWorse)) break;
      const isEnough = isWholeNameTyped(tier) ? () => matches.hasExactMatch : undefined;
      await search.searchBestFirst(query, tier, isEnough);
    }
}

/**
 * Whether to search the `homeLocalities` too: for a single word of three letters or more («ленина»), which may be a street that was
 * typed without its locality; within a part of the region; or if there is no full match yet.
 */
function shouldSearchHome({ tokens }: RegionQuery, { matches, request }: StreetSearch): boolean {
  const words = tokens.filter(({ isNoise }) => !isNoise);
  const isOneWord = words.length === 1 && (words[0]?.text.length ?? 0) > 2;
  return isOneWord || request.within.length > 2 || matches.fullMatchCount === 0;
}

/** The localities of `within`; where that is the whole region, its centre. Those without streets are left out. */
const homeLocalities = ({ region }: SearchableRegion, { within }: SearchRequest) =>
  (within.length > 2 ? region.localities : region.centres).filter(
    ({ code, size }) => size > 0 && code.startsWith(within),
  );

/** Whether every word in the name of the best candidate was typed, as a whole word. */
const isWholeNameTyped = ([best]: Candidate[]) => best?.leastCost === 0 && best.untypedWords === 0;
