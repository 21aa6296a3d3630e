import * as v from 'valibot';

/** Units in which the law counts periods (ГК РФ, arts. 190–194; working days: ТК РФ, art. 112). */
const PERIOD_UNITS = ['minute', 'workingDay', 'calendarDay', 'month'] as const;

/** A statutory period: `{ value: 10, unit: 'workingDay' }`. The day of the event itself is not counted (ГК РФ, art. 191). */
export const PeriodSchema = v.strictObject({
  value: v.pipe(v.number('number'), v.integer('number'), v.minValue(0, 'number')),
  unit: v.picklist(PERIOD_UNITS, 'choice'),
});
/** {@link PeriodSchema}, parsed. */
export type Period = v.InferOutput<typeof PeriodSchema>;
