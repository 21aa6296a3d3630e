import { isArea, type Locality } from '../index/region.ts';
import { PARENT_ONLY_COST, EDIT_COST, MISSING_HINT_COST, PREFIX_COST, SAME_TYPE_COST } from './costs.ts';
import type { Match } from './match.ts';
import type { RegionQuery } from './region-query.ts';

/**
 * Matches a query with a locality: every token has to name it, its type or a parent; types and postcodes may be missing. Its own
 * name, or at least that of its district, has to be typed. `undefined`: no match.
 */
export function matchLocality(locality: Locality, query: RegionQuery): Match | undefined {
  const { tokens } = query;
  const [parent] = locality.parents;
  const isInNamedArea = parent !== undefined && query.names(parent) && isArea(parent);
  if (!isInNamedArea && !query.names(locality)) return undefined;
  let isNamed = !isInNamedArea;
  let cost = 0;
  let isComplete = true;
  for (const token of tokens) {
    const [name, type] = [token.costIn(locality), token.typeCost(locality)];
    const best = Math.min(name, type);
    if (token.names(locality) && name <= type) isNamed = true;
    if (best !== Infinity) cost += best;
    else if (token.isHint || token.isPostcode) {
      cost += MISSING_HINT_COST;
      isComplete = false;
    } else return undefined;
  }
  if (!isNamed) cost += costOfArea(locality, query);
  if (cost === Infinity) return undefined;
  const former = query.formerNameOf(locality);
  const untypedWords = query.untypedWords(locality);
  return { locality, tokens, cost, isComplete, untypedWords, ...(former && { former }) };
}

/** The cost of a locality of which only the district was typed: it comes after those that were typed or have the typed type. */
function costOfArea(locality: Locality, { tokens }: RegionQuery): number {
  if (!tokens.some((token) => token.costIn(locality) <= PREFIX_COST)) return Infinity;
  return tokens.some(({ types }) => types.get(locality.type) === SAME_TYPE_COST)
    ? PARENT_ONLY_COST
    : EDIT_COST / 2;
}
