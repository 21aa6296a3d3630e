import * as v from 'valibot';

const FieldName = v.string();
/** A day: `YYYY-MM-DD`, `today` in the region, or the name of a field for a date. */
const Day = v.string();

/** What a condition says of answers. None of it is true of an answer that is not there. */
const STATEMENTS = [
  v.object({ is: v.literal('filled'), field: FieldName }),
  v.object({ is: v.literal('oneOf'), field: FieldName, values: v.array(v.string()) }),
  v.object({ is: v.picklist(['before', 'notBefore', 'after', 'notAfter']), field: FieldName, day: Day }),
  /** Whole years of somebody who was born on the day in the field. */
  v.object({ is: v.picklist(['ageAtLeast', 'ageAtMost']), field: FieldName, years: v.number(), on: Day }),
  v.object({ is: v.literal('different'), fields: v.array(FieldName) }),
  /** Shares of property, `1/2`, that are the whole together. */
  v.object({ is: v.literal('whole'), fields: v.array(FieldName) }),
] as const;

/** A {@link Condition} without parts. */
export type Statement = v.InferOutput<(typeof STATEMENTS)[number]>;
/** When something of a form is asked, or what has to be true of its answers. `not` has one condition, which is not met. */
export type Condition = Statement | { is: 'not' | 'all' | 'any'; of: Condition[] };

/** The schema of a {@link Condition}. */
export const ConditionSchema: v.GenericSchema<Condition> = v.variant('is', [
  ...STATEMENTS,
  v.object({ is: v.picklist(['not', 'all', 'any']), of: v.array(v.lazy(() => ConditionSchema)) }),
]);
