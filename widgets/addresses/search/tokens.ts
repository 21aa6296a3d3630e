import type { Locality, Region } from '../index/region.ts';
import { typed, type Typed } from '../../text/typed.ts';

/** A type that agrees speaks for a suggestion. */
export const AGREES = -1;

export interface Token extends Typed {
  /** A word for a type, or its beginning: helps to choose, never excludes. */
  hint: boolean;
  /** A whole word for a type: nobody means a name by it before all else. */
  isType: boolean;
  /** The types it may mean, in their short form, and what each costs. */
  types: Map<string, number>;
  postcode: boolean;
}

export function tokensFor({ types, typeWords }: Region, texts: string[], fuzzy: boolean): Token[] {
  const tokens = texts.map((text): Token => {
    const meant = new Map<string, number>();
    let isType = text === 'россия';
    typeWords.find(typed(text, false), (i, price) => {
      const type = types[i] ?? '';
      if (price === 0) meant.set(type, AGREES);
      else if (text.length > 1 && !meant.has(type)) meant.set(type, price);
      isType ||= price === 0;
    });
    const hint = isType || meant.size > 0;
    return { ...typed(text, fuzzy), types: meant, hint, isType, postcode: /^\d{6}$/.test(text) };
  });
  return tokens.sort((a, b) => b.text.length - a.text.length); // long words choose first which name they mean
}

/** What it costs that a word is the type of a place, or of what it lies in. */
export function typePrice({ types }: Token, locality: Locality): number {
  if (types.size === 0) return Infinity;
  let best = types.get(locality.type) ?? Infinity;
  for (const { type, parents } of locality.parents) {
    const price = types.get(type) ?? Infinity;
    // «Кр» is no beginning of «край»: everything lies in the region.
    if (parents.length > 0 || price === AGREES) best = Math.min(best, price);
  }
  return best;
}
