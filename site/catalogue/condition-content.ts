import * as v from 'valibot';

import type { Condition } from '../../widgets/contract/conditions/schemas.ts';
import { fieldGroup, nonEmptyText, optionalList, wholeNumberBetween, yesNo } from './fields.ts';

/** The name of a field that a condition looks at. */
const fieldName = v.pipe(v.string('fieldName'), v.regex(/^[a-z][A-Za-z0-9]*$/, 'fieldName'));

/** A day, «сегодня», or the name of a field for a date. */
const dayOrField = v.pipe(
  v.string('conditionDay'),
  v.regex(/^(?:сегодня|\d{4}-\d\d-\d\d|[a-z][A-Za-z0-9]*)$/, 'conditionDay'),
  v.transform((day) => (day === 'сегодня' ? 'today' : day)),
);
const years = v.optional(wholeNumberBetween(0, 150, 'age'));

/** What editors write of one field, or of several conditions. */
const WrittenSchema = fieldGroup({
  field: ['поле', v.optional(fieldName)],
  equals: ['равно', v.optional(nonEmptyText)],
  oneOf: ['одно из', optionalList(nonEmptyText)],
  filled: ['заполнено', v.optional(yesNo)],
  before: ['раньше', v.optional(dayOrField)],
  notBefore: ['не раньше', v.optional(dayOrField)],
  after: ['позже', v.optional(dayOrField)],
  notAfter: ['не позже', v.optional(dayOrField)],
  ageAtLeast: ['возраст не меньше', years],
  ageAtMost: ['возраст не больше', years],
  /** The day of the age; today without it. */
  on: ['на день', v.optional(dayOrField, 'сегодня')],
  different: ['разные', optionalList(fieldName)],
  whole: ['в сумме целое', optionalList(fieldName)],
  not: ['не', v.optional(v.lazy(() => ConditionContentSchema))],
  all: ['все', optionalList(v.lazy(() => ConditionContentSchema))],
  any: ['любое', optionalList(v.lazy(() => ConditionContentSchema))],
});
type Written = v.InferOutput<typeof WrittenSchema>;

/**
 * When something of a form is asked, or what has to be true of its answers.
 *
 * @example v.parse(ConditionContentSchema, { поле: 'payout', равно: 'На почте' }) // { is: 'oneOf', field: 'payout', values: ['На почте'] }
 */
export const ConditionContentSchema: v.GenericSchema<Record<string, unknown>, Condition> = v.pipe(
  WrittenSchema,
  v.rawTransform<Written, Condition>(({ dataset, addIssue, NEVER }) => {
    const [condition, ...more] = [...statementsOf(dataset.value), ...partsOf(dataset.value)];
    if (condition) return more.length ? { is: 'all', of: [condition, ...more] } : condition;
    addIssue({ message: 'condition' });
    return NEVER;
  }),
);

/** What is said of one field: nothing where it is not named. */
function statementsOf(written: Written): Condition[] {
  const { field, equals, oneOf, filled, on } = written;
  if (field === undefined) return [];
  const values = equals === undefined ? oneOf : [equals, ...oneOf];
  const isFilled: Condition = { is: 'filled', field };
  return [
    ...(values.length ? [{ is: 'oneOf' as const, field, values }] : []),
    ...(filled === undefined ? [] : [filled ? isFilled : { is: 'not' as const, of: [isFilled] }]),
    ...(['before', 'notBefore', 'after', 'notAfter'] as const).flatMap((is) => {
      const day = written[is];
      return day === undefined ? [] : [{ is, field, day }];
    }),
    ...(['ageAtLeast', 'ageAtMost'] as const).flatMap((is) => {
      const age = written[is];
      return age === undefined ? [] : [{ is, field, years: age, on }];
    }),
  ];
}

/** What is said of several fields or conditions. */
const partsOf = ({ different, whole, not, all, any }: Written): Condition[] => [
  ...(different.length ? [{ is: 'different' as const, fields: different }] : []),
  ...(whole.length ? [{ is: 'whole' as const, fields: whole }] : []),
  ...(not ? [{ is: 'not' as const, of: [not] }] : []),
  ...(all.length ? [{ is: 'all' as const, of: all }] : []),
  ...(any.length ? [{ is: 'any' as const, of: any }] : []),
];
