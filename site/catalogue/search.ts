import * as v from 'valibot';

import { choiceOf, list, fieldGroup, fileReference, nonEmptyText, yesNo } from './fields.ts';

/** `content/search/synonyms.yaml`: groups of words that mean the same to a citizen. */
export const SynonymsSchema = list(list(nonEmptyText));
/** Groups of words: `[['садик', 'детсад', 'ДОУ'], …]`. */
export type Synonyms = v.InferOutput<typeof SynonymsSchema>;

/** What a result may answer at once, with the words that editors write. */
const ANSWER_KINDS = {
  phone: 'телефон',
  hours: 'часы',
  fee: 'стоимость',
  period: 'срок',
  where: 'где',
} as const;
/** A key of `ANSWER_KINDS`. */
export type AnswerKind = keyof typeof ANSWER_KINDS;

/**
 * `content/search/queries.yaml`: what people type, and what has to come first: a service, or another page (`/agencies/mfc/`). Or that
 * the catalogue does not have it.
 */
export const ExpectedQueriesSchema = list(
  v.pipe(
    fieldGroup({
      query: ['запрос', nonEmptyText],
      service: ['карточка', v.optional(fileReference('services'))],
      page: ['страница', v.optional(nonEmptyText)],
      isAbsent: ['нет в каталоге', v.optional(yesNo)],
      answer: ['ответ', v.optional(choiceOf(ANSWER_KINDS))],
    }),
    v.check(({ service, page, isAbsent }) => !!service || !!page || !!isAbsent, 'expectedResult'),
  ),
);
/** A query with what is expected of it. */
export type ExpectedQuery = v.InferOutput<typeof ExpectedQueriesSchema>[number];
