import type { Street } from '../index/bundle.ts';
import { bitsOf, FORMER, MISSING, type Found, type Places } from './cost-table.ts';
import type { Locality } from '../index/region.ts';
import { typePrice } from './tokens.ts';
import { cost } from '../index/word-index.ts';

/** A street as a suggestion: its own name must be among what was typed, and no word of it counts twice. */
export function findStreet(street: Street, locality: Locality, places: Places): Found | undefined {
  const { tokens } = places;
  let score = street.present ? FORMER : 0;
  let named = false;
  let used = 0; // a bit a word
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t];
    if (!token) break;
    const above = places.price(t, locality);
    let own = token.postcode && hasPostcode(street, token.text) ? 0 : Infinity;
    let mine = 0;
    for (let n = 0; n < street.words.length; n++) {
      const price =
        used & (1 << n) ? Infinity : cost(token, street.words[n] as string, street.letters[n] as number);
      if (price < own) [own, mine] = [price, 1 << n];
    }
    const type =
      own === 0 || !token.hint
        ? Infinity
        : Math.min(typePrice(token, locality), token.types.get(street.type) ?? Infinity);
    if (own !== Infinity && own <= above && own <= type) {
      score += own;
      named = true;
      used |= mine;
    } else if (Math.min(above, type) !== Infinity) score += Math.min(above, type);
    else if (token.hint || token.postcode) score += MISSING;
    else return undefined;
  }
  if (!named) return undefined;
  const former = street.present ? street : places.formerOf(locality);
  return {
    locality,
    street: street.present ?? street,
    score,
    complete: true,
    untyped: places.untyped(locality) + Math.max(0, street.words.length - bitsOf(used)),
    ...(former && { former }),
  };
}

const hasPostcode = ({ postcode, postcodes }: Street, wanted: string) =>
  postcode === wanted || postcodes.includes(wanted);
