import type { Street } from '../index/bundle.ts';
import type { Locality } from '../index/region.ts';
import { FORMER_NAME_COST } from './costs.ts';
import { isGivenUp, type Match } from './match.ts';
import type { RegionQuery } from './region-query.ts';
import type { Token } from './token.ts';

/**
 * Matches a query with a street: every token has to be a word of its name or its postcode, or name its territory, its locality, a
 * parent of that, or a type; types and postcodes may be missing. At least one token has to be a word of the name or the postcode,
 * and no word of the name counts twice. If words are given up, all words of the name have to be typed. `undefined`: no match.
 */
export function matchStreet(street: Street, locality: Locality, query: RegionQuery): Match | undefined {
  const { tokens } = query;
  const usedWords: number[] = [];
  let cost = street.current ? FORMER_NAME_COST : 0;
  let isStreetTyped = false;
  const missing: Token[] = [];
  for (const token of tokens) {
    const isOwnPostcode = token.isPostcode && hasPostcode(street, token.text);
    const wordIndex = isOwnPostcode ? undefined : cheapestWord(token, street, usedWords);
    const streetCost = isOwnPostcode ? 0 : costOfWord(token, street, wordIndex);
    // A whole word of the name is not taken for a type.
    const typeCost = streetCost === 0 ? Infinity : costAsType(token, street, locality);
    const otherCost = Math.min(token.costIn(locality), typeCost, costInTerritories(token, street));
    if (streetCost !== Infinity && streetCost <= otherCost) {
      cost += streetCost;
      isStreetTyped = true;
      if (wordIndex !== undefined) usedWords.push(wordIndex);
    } else if (otherCost !== Infinity) cost += otherCost;
    else {
      cost += query.costOfMissing(token);
      if (cost === Infinity) return undefined;
      missing.push(token);
    }
  }
  if (!isStreetTyped || (missing.some(isGivenUp) && !query.hasWholeName(street.words))) return undefined;
  const untypedWords = query.untypedWords(locality, missing) + untypedStreetWords(street, usedWords);
  const former = street.current ? street : query.formerNameOf(locality);
  const object = { locality, street: street.current ?? street, ...(former && { former }) };
  return { ...object, tokens, missing, cost, isComplete: true, untypedWords };
}

/** Whether a token may be a word of a street's name or of its territories. Rules most streets out without matching them. */
export function mayNameStreet(token: Token, { words, letters, territories }: Street): boolean {
  if (territories.length > 0) return true;
  for (let i = 0; i < words.length; i++)
    if (token.costAs(words[i] as string, letters[i]) !== Infinity) return true;
  return false;
}

/** How many words of a street nobody typed. «Садовая» is rather the street of the town than one of its СНТ. */
const untypedStreetWords = ({ words, territories }: Street, usedWords: readonly number[]): number =>
  words.length - usedWords.length + territories.length;

/** Index of the word of a street's name that a token fits best and no other token has used; `undefined` if it fits none. */
function cheapestWord(
  token: Token,
  { words, letters }: Street,
  usedWords: readonly number[],
): number | undefined {
  let leastCost = Infinity;
  let cheapest: number | undefined;
  for (let i = 0; i < words.length; i++) {
    const cost = token.costAs(words[i] as string, letters[i]);
    if (cost < leastCost && !usedWords.includes(i)) [leastCost, cheapest] = [cost, i];
  }
  return cheapest;
}

/** The cost of a token as the word with this index in a street's name; `Infinity` without an index. */
const costOfWord = (token: Token, { words, letters }: Street, wordIndex: number | undefined): number =>
  wordIndex === undefined ? Infinity : token.costAs(words[wordIndex] as string, letters[wordIndex]);

/** The least cost of a token as a word of the territories that a street lies in; `Infinity` if it is none. */
function costInTerritories(token: Token, { territories }: Street): number {
  let leastCost = Infinity;
  for (const { words } of territories)
    for (const word of words) leastCost = Math.min(leastCost, token.costAs(word));
  return leastCost;
}

/** The least cost of a token as the type of the street, of its territories, locality or parents; `Infinity` if it is none. */
function costAsType(token: Token, street: Street, locality: Locality): number {
  if (!token.isHint || token.isNoise) return Infinity;
  let leastCost = Math.min(token.costAsType(locality), token.types.get(street.type) ?? Infinity);
  for (const { type } of street.territories)
    leastCost = Math.min(leastCost, token.types.get(type) ?? Infinity);
  return leastCost;
}

const hasPostcode = ({ postcode, postcodes }: Street, wanted: string) =>
  postcode === wanted || postcodes.includes(wanted);
