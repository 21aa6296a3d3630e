import { isArea, type Locality } from '../index/region.ts';
import { ABOVE, EDIT, MISSING, PREFIX, SAME_TYPE } from './costs.ts';
import type { Match } from './match.ts';
import type { TokenCosts } from './token-costs.ts';
import { typeCost, type Token } from './tokens.ts';

/** A locality as a match: its own name must be among what was typed, or at least the name of the district around it. */
export function matchLocality(locality: Locality, costs: TokenCosts): Match | undefined {
  const [above] = locality.parents;
  const isInNamedArea = above !== undefined && costs.isNamed(above) && isArea(above);
  if (!isInNamedArea && !costs.isNamed(locality)) return undefined;
  const { tokens } = costs;
  let isNamed = !isInNamedArea;
  let cost = 0;
  let isComplete = true;
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t] as Token;
    const [name, type] = [costs.cost(t, locality), typeCost(token, locality)];
    const best = Math.min(name, type);
    if (costs.isNamedBy(t, locality) && name <= type) isNamed = true;
    if (best !== Infinity) cost += best;
    else if (token.isHint || token.isPostcode) {
      cost += MISSING;
      isComplete = false;
    } else return undefined;
  }
  if (!isNamed) cost += costOfArea(locality, costs);
  if (cost === Infinity) return undefined;
  const former = costs.formerNameOf(locality);
  const untypedWords = costs.untypedWords(locality);
  return { locality, tokens, cost, isComplete, untypedWords, ...(former && { former }) };
}

/** Only its district is named: worth showing, after all that is named itself or is of the type that was typed. */
function costOfArea(locality: Locality, costs: TokenCosts): number {
  const { tokens } = costs;
  if (!tokens.some((_, t) => costs.cost(t, locality) <= PREFIX)) return Infinity;
  return tokens.some(({ types }) => types.get(locality.type) === SAME_TYPE) ? ABOVE : EDIT / 2;
}
