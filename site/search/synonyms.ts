import type { Synonyms } from '../catalogue/search.ts';
import { normalizeText } from './query.ts';

/**
 * The terms, and all words of every group that has one of them, each once.
 *
 * @example addSynonyms(['садик'], [['садик', 'детсад'], ['дети', 'ребёнок']]) // ['садик', 'детсад']
 */
export function addSynonyms(terms: readonly string[], groups: Synonyms): string[] {
  const known = new Set(terms.map(normalizeText));
  const more = groups.filter((group) => group.some((word) => known.has(normalizeText(word)))).flat();
  return [...new Map([...terms, ...more].map((word) => [normalizeText(word), word])).values()];
}
