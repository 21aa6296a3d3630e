import * as v from 'valibot';

import { CaseCodeSchema } from '../case-code/schemas.ts';
import { CaseNumberSchema, InstantSchema } from '../values/schemas.ts';
import { CRITERIA, type Criterion } from './criteria.ts';

/** A mark of one criterion; absent if it was skipped. */
const MarkSchema = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)));

/** A rating with the code of its application: marks from 1 to 5. A criterion may be skipped, but not all of them. */
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
/** {@link RatingInputSchema}, before parsing: what a widget sends. */
export type RatingInput = v.InferInput<typeof RatingInputSchema>;

/** Body of `POST /v1/ratings`, once per application. The applicant who has signed in needs no code. */
export const RatingBodySchema = v.object({ ...RatingInputSchema.entries, code: v.optional(CaseCodeSchema) });

/** Response `201` to `POST /v1/ratings`. */
export const RatingCreatedSchema = v.object({ number: CaseNumberSchema, ratedAt: InstantSchema });
/** {@link RatingCreatedSchema}, parsed. */
export type RatingCreated = v.InferOutput<typeof RatingCreatedSchema>;

/**
 * The fewest marks that a summary shows: with fewer, one could see what a single person thinks. For the same reason a summary
 * changes only after every five ratings.
 */
export const MIN_MARKS = 5;

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Response of `GET /v1/services/{slug}/ratings`: the summary of all ratings of a service. */
export const RatingSummarySchema = v.object({
  service: v.string(),
  /** False below five ratings: `count` is 0 and `criteria` is empty then. */
  enough: v.boolean(),
  /** Number of ratings in the summary: a multiple of five. */
  count: CountSchema,
  /** In the order of {@link CRITERIA}, without those that have fewer than five marks. */
  criteria: v.array(
    v.object({
      criterion: v.picklist(CRITERIA),
      count: CountSchema,
      /** Mean mark, 1 to 5, rounded to hundredths. */
      mean: v.pipe(v.number(), v.minValue(1), v.maxValue(5)),
      /** How many people gave the marks 1, 2, 3, 4, 5. */
      distribution: v.pipe(v.array(CountSchema), v.length(5)),
    }),
  ),
});
/** {@link RatingSummarySchema}, parsed. */
export type RatingSummary = v.InferOutput<typeof RatingSummarySchema>;
