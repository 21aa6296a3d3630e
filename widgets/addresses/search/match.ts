import type { AddressObject } from '../index/region-files.ts';
import type { HouseReading } from '../index/read-house.ts';
import type { Token } from './token.ts';

/** A locality or street that fits what was typed, with the house that was typed. */
export interface Match extends AddressObject, HouseReading {
  /** The words of the query that was matched: the suggestion highlights them. */
  tokens: readonly Token[];
  /** Those of the tokens that it lacks: types, postcodes, noise, and words that were given up. */
  missing: readonly Token[];
  /** Less is better: see `costs.ts`. */
  cost: number;
  /** False for a locality that lacks a typed type or postcode. Always true for a street: there only `isFullMatch` tells. */
  isComplete: boolean;
  /** Number of words that nobody typed, in those of its names of which a word was typed: for «аллак» 1 in Верх-Аллак. */
  untypedWords: number;
  /** Whether the data list its house, once it was looked up. */
  isListed?: boolean | undefined;
  /** What was typed and is not in the data, as it was typed; absent if nothing was given up. */
  unknown?: string | undefined;
  /** The former name that was typed, of the street or its locality; absent if the current one was typed. */
  former?: { name: string; type: string };
}

/** Whether a token that a match lacks was given up: it is no type, no postcode and no noise. */
export const isGivenUp = ({ isHint, isPostcode, isNoise }: Token): boolean =>
  !isHint && !isPostcode && !isNoise;
