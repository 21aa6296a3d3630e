import * as v from 'valibot';

import { fold } from './typed.ts';

/** `content/search/synonyms.yaml`: groups of words that mean the same to a citizen. */
export const SynonymsSchema = v.array(v.array(v.pipe(v.string(), v.nonEmpty())));
export type Synonyms = v.InferOutput<typeof SynonymsSchema>;

/** The terms, and all words of every group that has one of them. */
export function withSynonyms(terms: readonly string[], groups: Synonyms): string[] {
  const known = new Set(terms.map(fold));
  const more = groups.filter((group) => group.some((word) => known.has(fold(word)))).flat();
  return [...new Map([...terms, ...more].map((word) => [fold(word), word])).values()];
}
