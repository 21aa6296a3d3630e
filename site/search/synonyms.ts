import type { Synonyms } from '../catalogue/search.ts';
import { foldedWords } from './words.ts';

/** A phrase as it is compared. */
const spelled = (phrase: string) => foldedWords(phrase).join(' ');

/**
 * Adds to the terms all words of each group that has one of them. Gives each word once.
 *
 * @example addSynonyms(['садик'], [['садик', 'детсад'], ['дети', 'ребёнок']]) // ['садик', 'детсад']
 */
export function addSynonyms(terms: readonly string[], groups: Synonyms): string[] {
  const normalizedTerms = new Set(terms.map(spelled));
  const synonyms = groups.filter((group) => group.some((word) => normalizedTerms.has(spelled(word)))).flat();
  return [...new Map([...terms, ...synonyms].map((word) => [spelled(word), word])).values()];
}
