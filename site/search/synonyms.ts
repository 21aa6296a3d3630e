import type { Synonyms } from '../catalogue/search.ts';
import { normalizeText } from './query.ts';

/**
 * Adds to the terms all words of each group that has one of them. Gives each word once.
 *
 * @example addSynonyms(['садик'], [['садик', 'детсад'], ['дети', 'ребёнок']]) // ['садик', 'детсад']
 */
export function addSynonyms(terms: readonly string[], groups: Synonyms): string[] {
  const normalizedTerms = new Set(terms.map(normalizeText));
  const synonyms = groups
    .filter((group) => group.some((word) => normalizedTerms.has(normalizeText(word))))
    .flat();
  return [...new Map([...terms, ...synonyms].map((word) => [normalizeText(word), word])).values()];
}
