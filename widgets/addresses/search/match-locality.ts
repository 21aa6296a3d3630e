import { isArea, type Locality } from '../index/region.ts';
import { PARENT_ONLY_COST, EDIT_COST, MISSING_HINT_COST, PREFIX_COST, SAME_TYPE_COST } from './costs.ts';
import type { Match } from './match.ts';
import type { RegionQuery } from './region-query.ts';

/**
 * Matches a query with a locality: every token has to name it, its type or a parent; types and postcodes may be missing. Its own
 * name has to be typed, or at least that of the district that is its nearest parent. `undefined`: no match.
 */
export function matchLocality(locality: Locality, query: RegionQuery): Match | undefined {
  const { tokens } = query;
  const [parent] = locality.parents;
  const isDistrictTyped = parent !== undefined && query.namesLocality(parent) && isArea(parent);
  if (!isDistrictTyped && !query.namesLocality(locality)) return undefined;
  let isOwnNameTyped = !isDistrictTyped;
  let cost = 0;
  let isComplete = true;
  for (const token of tokens) {
    const [nameCost, typeCost] = [token.costIn(locality), token.costAsType(locality)];
    const leastCost = Math.min(nameCost, typeCost);
    if (token.namesLocality(locality) && nameCost <= typeCost) isOwnNameTyped = true;
    if (leastCost !== Infinity) cost += leastCost;
    else if (token.isHint || token.isPostcode) {
      cost += MISSING_HINT_COST;
      isComplete = false;
    } else return undefined;
  }
  if (!isOwnNameTyped) cost += costOfDistrictOnly(locality, query);
  if (cost === Infinity) return undefined;
  const former = query.formerNameOf(locality);
  const untypedWords = query.untypedWords(locality);
  return { locality, tokens, cost, isComplete, untypedWords, ...(former && { former }) };
}

/**
 * What it costs that only the district of a locality was typed: least if the locality has the typed type. `Infinity` if even the
 * district was misspelt.
 */
function costOfDistrictOnly(locality: Locality, { tokens }: RegionQuery): number {
  if (!tokens.some((token) => token.costIn(locality) <= PREFIX_COST)) return Infinity;
  return tokens.some(({ types }) => types.get(locality.type) === SAME_TYPE_COST)
    ? PARENT_ONLY_COST
    : EDIT_COST / 2;
}
