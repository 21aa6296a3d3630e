import type { IndexedRegion } from '../index/region.ts';
import { namedCandidates, type Candidate } from './candidates.ts';
import type { Match } from './match.ts';
import { RegionQuery } from './region-query.ts';
import type { SearchPass, SearchRequest, StreetSource } from './request.ts';
import { StreetSearch } from './street-search.ts';

/** A region that can be searched. */
export interface SearchableRegion extends StreetSource {
  readonly region: IndexedRegion;
}

/**
 * Finds localities and streets that match what was typed, in one {@link SearchPass}. Streets have to be fetched, so it searches in
 * steps, and goes on only while matches are missing: the localities that words name; `within` or the region's centre; all
 * localities. The matches are not sorted.
 */
export async function findMatches(
  source: SearchableRegion,
  request: SearchRequest,
  pass: SearchPass,
): Promise<Match[]> {
  const { bounds } = request;
  const streets = new StreetSearch(source, request, pass.isFuzzy);
  const { matches } = streets;
  const queries = request.queries.map((query) => new RegionQuery(query, source.region, pass));
  for (const query of queries) matches.addLocalities(query);
  if (bounds && bounds !== 'street') return matches.all;
  await searchNamedLocalities(streets, queries);
  for (const query of queries)
    if (shouldSearchHome(query, streets)) await streets.lookInFew(query, homeLocalities(source, request));
  for (const query of queries) if (matches.completeCount === 0) await streets.lookInTurn(query);
  return matches.all;
}

/** Searches the streets of the localities that tokens name, the best tiers first. */
async function searchNamedLocalities(streets: StreetSearch, queries: RegionQuery[]): Promise<void> {
  const { matches, request } = streets;
  const named = queries.map((query) => {
    const tiers = namedCandidates(query, request.within).map((tier) => streets.sort(tier));
    return { query, tiers, best: tiers[0] ?? [] };
  });
  for (const { query, best } of named) await streets.lookInBest(query, best);
  for (const { query, tiers, best } of named)
    for (const tier of tiers) {
      // A match in whole words is enough. So is any match if the whole name of a locality was typed: no other is meant then.
      if (matches.completeCount > 0 && (matches.hasExact || (isTypedWhole(best) && tier !== best))) break;
      await streets.lookInTurn(query, tier, isTypedWhole(tier) ? () => matches.hasExact : undefined);
    }
}

/** Whether to search the `homeLocalities` too. They may have a street that was typed without its locality («ленина»). */
function shouldSearchHome({ tokens }: RegionQuery, { matches, request }: StreetSearch): boolean {
  const isOneWord = tokens.length === 1 && (tokens[0]?.text.length ?? 0) > 2;
  return isOneWord || request.within.length > 2 || matches.completeCount === 0;
}

/** The localities of `within`; where that is the whole region, its centre. Those without streets are left out. */
const homeLocalities = ({ region }: SearchableRegion, { within }: SearchRequest) =>
  region.localities.filter(
    ({ code, size, status }) => size > 0 && (within.length > 2 || status > 1) && code.startsWith(within),
  );

/** Whether the whole name of the best candidate was typed. */
const isTypedWhole = ([best]: Candidate[]) => best?.leastCost === 0 && best.untypedWords === 0;
