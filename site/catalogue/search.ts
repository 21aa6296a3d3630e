import type * as v from 'valibot';

import { list, fieldGroup, fileReference, nonEmptyText } from './fields.ts';

/** `content/search/synonyms.yaml`: groups of words that mean the same to a citizen. */
export const SynonymsSchema = list(list(nonEmptyText));
/** Groups of words: `[['садик', 'детсад', 'ДОУ'], …]`. */
export type Synonyms = v.InferOutput<typeof SynonymsSchema>;

/** `content/search/queries.yaml`: what people type, and the service that has to come first. */
export const ExpectedQueriesSchema = list(
  fieldGroup({ query: ['запрос', nonEmptyText], service: ['карточка', fileReference('services')] }),
);
