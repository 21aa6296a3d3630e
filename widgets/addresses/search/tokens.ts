import type { Locality, Region } from '../index/region.ts';
import { SAME_TYPE } from './costs.ts';
import { findOwners, typedWord, type TypedWord } from './typed-word.ts';

/** A typed word, with what it may mean in a region besides a name. */
export interface Token extends TypedWord {
  /** The types it may be a word for, in their short form, and what each costs. */
  types: Map<string, number>;
  /** A word for a type, or its beginning: helps to choose, never excludes. */
  isHint: boolean;
  /** A whole word for a type: nobody means a name by it before all else. */
  isType: boolean;
  isPostcode: boolean;
}

/** The longest first: these choose first which name they mean. */
export const tokensFor = (region: Region, words: string[], isFuzzy: boolean): Token[] =>
  words.map((text) => tokenFor(region, text, isFuzzy)).sort((a, b) => b.text.length - a.text.length);

function tokenFor({ types: shortForms, typeWords }: Region, text: string, isFuzzy: boolean): Token {
  const types = new Map<string, number>();
  let isType = text === 'россия';
  findOwners(typeWords, typedWord(text, false), (i, cost) => {
    const type = shortForms[i] ?? '';
    if (cost === 0) types.set(type, SAME_TYPE);
    else if (text.length > 1 && !types.has(type)) types.set(type, cost);
    isType ||= cost === 0;
  });
  const isHint = isType || types.size > 0;
  return { ...typedWord(text, isFuzzy), types, isHint, isType, isPostcode: /^\d{6}$/.test(text) };
}

/** What it costs that a word is the type of a place, or of what it lies in. */
export function typeCost({ types }: Token, locality: Locality): number {
  if (types.size === 0) return Infinity;
  let best = types.get(locality.type) ?? Infinity;
  for (const { type, parents } of locality.parents) {
    const cost = types.get(type) ?? Infinity;
    // «Кр» is no beginning of «край»: everything lies in the region.
    if (parents.length > 0 || cost === SAME_TYPE) best = Math.min(best, cost);
  }
  return best;
}
