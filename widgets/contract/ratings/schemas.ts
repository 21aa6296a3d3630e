import * as v from 'valibot';

import { CaseCodeSchema } from '../case-code/schemas.ts';
import { CaseNumberSchema, InstantSchema } from '../values/schemas.ts';
import { CRITERIA, type Criterion } from './criteria.ts';

/** A mark of one criterion; absent if it was skipped. */
const MarkSchema = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)));

const MarksSchema = v.pipe(
  v.object(
    Object.fromEntries(CRITERIA.map((criterion) => [criterion, MarkSchema])) as Record<
      Criterion,
      typeof MarkSchema
    >,
  ),
  v.check((marks) => Object.values(marks).some((mark) => mark !== undefined), 'required'),
);

/** What is said in a rating. */
const CONTENT_ENTRIES = {
  marks: MarksSchema,
  comment: v.optional(v.pipe(v.string(), v.maxLength(2000, 'tooLong'))),
  /** Whether the agency is not told which case the rating is about. */
  anonymous: v.optional(v.boolean()),
};

/** A rating with the code of its application: marks from 1 to 5. A criterion may be skipped, but not all of them. */
export const RatingInputSchema = v.object({
  number: CaseNumberSchema,
  code: CaseCodeSchema,
  ...CONTENT_ENTRIES,
});
/** {@link RatingInputSchema}, before parsing: what a widget sends. */
export type RatingInput = v.InferInput<typeof RatingInputSchema>;

/** Body of `POST /v1/ratings`, once per application. The applicant who has signed in needs no code. */
export const RatingBodySchema = v.object({ ...RatingInputSchema.entries, code: v.optional(CaseCodeSchema) });

/** How long a rating can be changed, in milliseconds: a day. */
export const RATING_CHANGE_MS = 86_400_000;

/** Response `201` to `POST /v1/ratings`, and to a change. */
export const RatingCreatedSchema = v.object({
  number: CaseNumberSchema,
  ratedAt: InstantSchema,
  /** Until when it can be changed: a day after it was given. */
  changeableUntil: v.optional(InstantSchema),
});
/** {@link RatingCreatedSchema}, parsed. */
export type RatingCreated = v.InferOutput<typeof RatingCreatedSchema>;

/** Body of `PUT /v1/ratings/{number}`: the whole rating anew. */
export const RatingChangeSchema = v.object(CONTENT_ENTRIES);

/** Response of `GET /v1/ratings/{number}`: the rating as its author has given it. */
export const OwnRatingSchema = v.object({ ...RatingCreatedSchema.entries, ...CONTENT_ENTRIES });
/** {@link OwnRatingSchema}, parsed. */
export type OwnRating = v.InferOutput<typeof OwnRatingSchema>;

/**
 * The fewest marks that a summary shows: with fewer, one could see what a single person thinks. For the same reason a summary
 * changes only after every five ratings.
 */
export const MIN_MARKS = 5;

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Response of `GET /v1/services/{slug}/ratings` and of `GET /v1/agencies/{slug}/ratings`: the summary of all ratings. */
export const RatingSummarySchema = v.object({
  /** Slug of the service; absent in the summary of an agency. */
  service: v.optional(v.string()),
  /** Slug of the agency; absent in the summary of a service. */
  agency: v.optional(v.string()),
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
export type RatingSummaryOutput = v.InferOutput<typeof RatingSummarySchema>;
