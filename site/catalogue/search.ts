import type * as v from 'valibot';

import { list, record, ref, text } from './fields.ts';

/** `content/search/synonyms.yaml`: groups of words that mean the same to a citizen. */
export const SynonymsSchema = list(list(text));
export type Synonyms = v.InferOutput<typeof SynonymsSchema>;

/** `content/search/queries.yaml`: what people type, and the service that has to come first. */
export const QueriesSchema = list(
  record({ query: ['запрос', text], service: ['карточка', ref('services')] }),
);
