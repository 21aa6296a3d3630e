import * as v from 'valibot';

import { CaseCodeSchema, CaseNumberSchema, InstantSchema } from '../values/schemas.ts';
import { CRITERIA, type Criterion } from './criteria.ts';

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

/** Below so many marks nobody is told of them: they would tell what one person thinks. A summary grows by as many at a time. */
export const MIN_MARKS = 5;

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `GET /v1/services/{slug}/ratings`: what all have said of a service. */
export const RatingSummarySchema = v.object({
  service: v.string(),
  /** False below five ratings: nothing is told then. */
  enough: v.boolean(),
  /** How many ratings it is made of: a multiple of five. */
  count: CountSchema,
  /** In the order of `CRITERIA`; without those that have too few marks. */
  criteria: v.array(
    v.object({
      criterion: v.picklist(CRITERIA),
      count: CountSchema,
      /** From 1 to 5, to a hundredth. */
      mean: v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
      /** How many gave 1, 2, 3, 4, 5. */
      distribution: v.pipe(v.array(CountSchema), v.length(5)),
    }),
  ),
});
export type RatingSummary = v.InferOutput<typeof RatingSummarySchema>;
