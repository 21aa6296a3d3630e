import { isArea, type Locality } from '../index/region.ts';
import { PARENT_ONLY_COST, EDIT_COST, MISSING_HINT_COST, PREFIX_COST, SAME_TYPE_COST } from './costs.ts';
import type { Match } from './match.ts';
import type { RegionQuery } from './region-query.ts';

/** A locality as a match: its own name must be among what was typed, or at least the name of the district around it. */
export function matchLocality(locality: Locality, query: RegionQuery): Match | undefined {
  const { tokens } = query;
  const [above] = locality.parents;
  const isInNamedArea = above !== undefined && query.names(above) && isArea(above);
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

/** Only its district is named: worth showing, after all that is named itself or is of the type that was typed. */
function costOfArea(locality: Locality, { tokens }: RegionQuery): number {
  if (!tokens.some((token) => token.costIn(locality) <= PREFIX_COST)) return Infinity;
  return tokens.some(({ types }) => types.get(locality.type) === SAME_TYPE_COST)
    ? PARENT_ONLY_COST
    : EDIT_COST / 2;
}
