import type { IndexedRegion } from '../index/region.ts';
import { namedCandidates, type Candidate } from './candidates.ts';
import type { Match } from './match.ts';
import { RegionQuery } from './region-query.ts';
import type { SearchPass, SearchRequest, StreetSource } from './request.ts';
import { StreetSearch } from './street-search.ts';

/** A region in which to search. */
export interface SearchableRegion extends StreetSource {
  readonly region: IndexedRegion;
}

/**
 * Looks for what was typed in a region: where its words name a place, and further only as long as nothing answers all of them.
 * The matches are in no order.
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

/** Streets of the localities that tokens name. */
async function searchNamedLocalities(streets: StreetSearch, queries: RegionQuery[]): Promise<void> {
  const { matches, request } = streets;
  const named = queries.map((query) => {
    const tiers = namedCandidates(query, request.within).map((tier) => streets.sort(tier));
    return { query, tiers, best: tiers[0] ?? [] };
  });
  for (const { query, best } of named) await streets.lookInBest(query, best);
  for (const { query, tiers, best } of named)
    for (const tier of tiers) {
      // What answers whole words wins; and a place that was typed whole wins over those that something else names.
      if (matches.completeCount > 0 && (matches.hasExact || (isTypedWhole(best) && tier !== best))) break;
      await streets.lookInTurn(query, tier, isTypedWhole(tier) ? () => matches.hasExact : undefined);
    }
}

/** Whether to look for a street that stands alone: in `within`, else in the region's centre. */
function shouldSearchHome({ tokens }: RegionQuery, { matches, request }: StreetSearch): boolean {
  const isOneWord = tokens.length === 1 && (tokens[0]?.text.length ?? 0) > 2;
  return isOneWord || request.within.length > 2 || matches.completeCount === 0;
}

const homeLocalities = ({ region }: SearchableRegion, { within }: SearchRequest) =>
  region.localities.filter(
    ({ code, size, status }) => size > 0 && (within.length > 2 || status > 1) && code.startsWith(within),
  );

/** Whether the likeliest was typed whole. */
const isTypedWhole = ([best]: Candidate[]) => best?.leastCost === 0 && best.untypedWords === 0;
