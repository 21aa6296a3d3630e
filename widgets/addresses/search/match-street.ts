import type { Street } from '../index/bundle.ts';
import type { Locality } from '../index/region.ts';
import { FORMER_NAME_COST, MISSING_HINT_COST } from './costs.ts';
import type { Match } from './match.ts';
import type { RegionQuery } from './region-query.ts';
import type { Token } from './token.ts';

/**
 * Matches a query with a street: every token has to be a word of its name, a parent or a type; types and postcodes may be missing.
 * At least one token has to be a word of the name, and no word counts twice. `undefined`: no match.
 */
export function matchStreet(street: Street, locality: Locality, query: RegionQuery): Match | undefined {
  const { tokens } = query;
  const used: number[] = [];
  let cost = street.current ? FORMER_NAME_COST : 0;
  let isNamed = false;
  for (const token of tokens) {
    const isOwnPostcode = token.isPostcode && hasPostcode(street, token.text);
    const word = isOwnPostcode ? undefined : cheapestWord(token, street, used);
    const own = isOwnPostcode ? 0 : costOfWord(token, street, word);
    // A whole word of the name is not taken for a type.
    const type = own === 0 ? Infinity : costAsType(token, street, locality);
    const other = Math.min(token.costIn(locality), type);
    if (own !== Infinity && own <= other) {
      cost += own;
      isNamed = true;
      if (word !== undefined) used.push(word);
    } else if (other !== Infinity) cost += other;
    else if (token.isHint || token.isPostcode) cost += MISSING_HINT_COST;
    else return undefined;
  }
  if (!isNamed) return undefined;
  const untypedWords = query.untypedWords(locality) + street.words.length - used.length;
  const former = street.current ? street : query.formerNameOf(locality);
  const object = { locality, street: street.current ?? street, ...(former && { former }) };
  return { ...object, tokens, cost, isComplete: true, untypedWords };
}

/** Index of the word of a street's name that a token fits best, among those that no other token has used. */
function cheapestWord(token: Token, { words, letters }: Street, used: readonly number[]): number | undefined {
  let least = Infinity;
  let cheapest: number | undefined;
  for (let n = 0; n < words.length; n++) {
    const cost = token.costAs(words[n] as string, letters[n]);
    if (cost < least && !used.includes(n)) [least, cheapest] = [cost, n];
  }
  return cheapest;
}

const costOfWord = (token: Token, { words, letters }: Street, n: number | undefined): number =>
  n === undefined ? Infinity : token.costAs(words[n] as string, letters[n]);

const costAsType = (token: Token, street: Street, locality: Locality): number =>
  token.isHint ? Math.min(token.typeCost(locality), token.types.get(street.type) ?? Infinity) : Infinity;

const hasPostcode = ({ postcode, postcodes }: Street, wanted: string) =>
  postcode === wanted || postcodes.includes(wanted);
