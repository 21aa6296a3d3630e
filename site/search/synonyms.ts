import { groupByKeys } from '../catalogue/groups.ts';
import type { Synonyms } from '../catalogue/search.ts';
import { foldedWords } from './words.ts';

/** A phrase as it is compared. */
const spelled = (phrase: string) => foldedWords(phrase).join(' ');

/**
 * Makes a function that adds to terms all words of each group that has one of them. It gives each word once.
 *
 * @example synonymAdder([['садик', 'детсад'], ['дети', 'ребёнок']])(['садик']) // ['садик', 'детсад']
 */
export function synonymAdder(groups: Synonyms): (terms: readonly string[]) => string[] {
  const words = groups.map((group) => group.map((word) => [spelled(word), word] as const));
  const groupsOf = groupByKeys([...words.keys()], (i) => (words[i] ?? []).map(([key]) => key));
  return (terms) => {
    const own = terms.map((term) => [spelled(term), term] as const);
    const found = new Set(own.flatMap(([key]) => groupsOf.get(key) ?? []));
    const synonyms = [...found].sort((a, b) => a - b).flatMap((i) => words[i] ?? []);
    return [...new Map([...own, ...synonyms]).values()];
  };
}
