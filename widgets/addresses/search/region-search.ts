import type { Region } from '../index/region.ts';
import { namedCandidates, type Candidate } from './candidates.ts';
import type { Match } from './match.ts';
import type { SearchPass, SearchRequest, StreetSource } from './request.ts';
import { StreetSearch } from './street-search.ts';
import { TokenCosts } from './token-costs.ts';

/** A region in which to search. */
export interface Searchable extends StreetSource {
  readonly region: Region;
}

/**
 * Looks for what was typed in a region: where its words name a place, and further only as long as nothing answers all of them.
 * The matches are in no order.
 */
export async function findMatches(
  source: Searchable,
  request: SearchRequest,
  pass: SearchPass,
): Promise<Match[]> {
  const { bounds, queries } = request;
  const streets = new StreetSearch(source, request, pass.isFuzzy);
  const { matches } = streets;
  const all = queries.map((query) => new TokenCosts(source.region, query, pass));
  for (const costs of all) matches.findLocalities(costs);
  if (bounds && bounds !== 'street') return matches.all;
  await lookWhereNamed(streets, all);
  for (const costs of all)
    if (isForHome(costs, streets)) await streets.lookInFew(costs, home(source, request));
  for (const costs of all) if (matches.completeCount === 0) await streets.lookInTurn(costs);
  return matches.all;
}

/** Streets of the localities that tokens name. */
async function lookWhereNamed(streets: StreetSearch, all: TokenCosts[]): Promise<void> {
  const { matches, request } = streets;
  const named = all.map((costs) => {
    const tiers = namedCandidates(costs, request.within).map((tier) => streets.sorted(tier));
    return { costs, tiers, best: tiers[0] ?? [] };
  });
  for (const { costs, best } of named) await streets.lookInBest(costs, best);
  for (const { costs, tiers, best } of named)
    for (const tier of tiers) {
      // What answers whole words wins; and a place that was typed whole wins over those that something else names.
      if (matches.completeCount > 0 && (matches.hasExact || (isWhole(best) && tier !== best))) break;
      await streets.lookInTurn(costs, tier, isWhole(tier) ? () => matches.hasExact : undefined);
    }
}

/** Whether to look for a street that stands alone: in `within`, else in the region's centre. */
function isForHome({ tokens }: TokenCosts, { matches, request }: StreetSearch): boolean {
  const isOneWord = tokens.length === 1 && (tokens[0]?.text.length ?? 0) > 2;
  return isOneWord || request.within.length > 2 || matches.completeCount === 0;
}

const home = ({ region }: Searchable, { within }: SearchRequest) =>
  region.localities.filter(
    ({ code, size, status }) => size > 0 && (within.length > 2 || status > 1) && code.startsWith(within),
  );

/** Whether the likeliest was typed whole. */
const isWhole = ([best]: Candidate[]) => best?.leastCost === 0 && best.untypedWords === 0;
