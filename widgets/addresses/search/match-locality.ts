import { isArea, type Locality } from '../index/region.ts';
import { PARENT_ONLY_COST, EDIT_COST, PREFIX_COST, SAME_TYPE_COST } from './costs.ts';
import { isGivenUp, type Match } from './match.ts';
import type { RegionQuery } from './region-query.ts';
import type { Token } from './token.ts';

/**
 * Matches a query with a locality: every token has to name it, its type or a parent; types and postcodes may be missing. Its own
 * name has to be typed, or at least that of the district that is its nearest parent; the name itself, as a whole, if words are
 * given up. `undefined`: no match.
 */
export function matchLocality(locality: Locality, query: RegionQuery): Match | undefined {
  const { tokens } = query;
  const [parent] = locality.parents;
  const isDistrictTyped = parent !== undefined && query.namesLocality(parent) && isArea(parent);
  if (!isDistrictTyped && !query.namesLocality(locality)) return undefined;
  let isOwnNameTyped = !isDistrictTyped && tokens.some((token) => namesByWord(token, locality));
  let cost = 0;
  let isComplete = true;
  const missing: Token[] = [];
  for (const token of tokens) {
    const [nameCost, typeCost] = [token.costIn(locality), token.costAsType(locality)];
    const leastCost = Math.min(nameCost, typeCost);
    if (nameCost <= typeCost && namesByWord(token, locality)) isOwnNameTyped = true;
    if (leastCost !== Infinity) cost += leastCost;
    else {
      cost += query.costOfMissing(token);
      if (cost === Infinity) return undefined;
      isComplete &&= token.isNoise;
      missing.push(token);
    }
  }
  if (missing.some(isGivenUp) && !(isOwnNameTyped && query.hasWholeName(locality.words))) return undefined;
  if (!isOwnNameTyped) cost += costOfDistrictOnly(locality, query);
  if (cost === Infinity) return undefined;
  const former = query.formerNameOf(locality);
  const untypedWords = query.untypedWords(locality, missing);
  return { locality, tokens, missing, cost, isComplete, untypedWords, ...(former && { former }) };
}

/** Whether a token names a locality by more than the number in its name: «1» alone hardly means «Строитель-1». */
export const namesByWord = (token: Token, locality: Locality): boolean =>
  token.namesLocality(locality) &&
  !(/^\d{1,5}$/.test(token.text) && locality.words.some((word) => /^\p{L}{3}/u.test(word)));

/**
 * What it costs that only the district of a locality, or a number in its name, was typed: least if the locality has the typed type. `Infinity` if even the
 * district was misspelt.
 */
function costOfDistrictOnly(locality: Locality, { tokens }: RegionQuery): number {
  if (!tokens.some((token) => token.costIn(locality) <= PREFIX_COST)) return Infinity;
  return tokens.some(({ types }) => types.get(locality.type) === SAME_TYPE_COST)
    ? PARENT_ONLY_COST
    : EDIT_COST / 2;
}
