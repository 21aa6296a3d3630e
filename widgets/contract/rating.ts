import * as v from 'valibot';

import { CRITERIA, type Criterion } from './criteria.ts';
import { CaseCodeSchema, CaseNumberSchema, InstantSchema } from './values.ts';

const MarkSchema = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)));

/** `POST /v1/ratings`: marks from 1 to 5; a criterion may be skipped, but not all of them. Once per application. */
export const RatingInputSchema = v.object({
  number: CaseNumberSchema,
  code: CaseCodeSchema,
  marks: v.pipe(
    v.object(
      Object.fromEntries(CRITERIA.map((criterion) => [criterion, MarkSchema])) as Record<
        Criterion,
        typeof MarkSchema
      >,
    ),
    v.check((marks) => Object.values(marks).some((mark) => mark !== undefined), 'required'),
  ),
  comment: v.optional(v.pipe(v.string(), v.maxLength(2000, 'tooLong'))),
});
export type RatingInput = v.InferInput<typeof RatingInputSchema>;

export const RatingCreatedSchema = v.object({ number: CaseNumberSchema, ratedAt: InstantSchema });
export type RatingCreated = v.InferOutput<typeof RatingCreatedSchema>;
