import type { Synonyms } from '../catalogue/search.ts';
import { fold } from './typed.ts';

/** The terms, and all words of every group that has one of them. */
export function withSynonyms(terms: readonly string[], groups: Synonyms): string[] {
  const known = new Set(terms.map(fold));
  const more = groups.filter((group) => group.some((word) => known.has(fold(word)))).flat();
  return [...new Map([...terms, ...more].map((word) => [fold(word), word])).values()];
}
