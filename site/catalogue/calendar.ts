import { checked, wholeNumber, day, optionalList, fieldGroup, nonEmptyText } from './fields.ts';

/** Working days of one year as the government sets them: `content/calendar/<year>.yaml`. */
export const CalendarYearSchema = fieldGroup({
  year: ['год', wholeNumber],
  /** Days off besides Saturdays and Sundays. */
  daysOff: ['выходные', optionalList(day)],
  /** Saturdays and Sundays on which people work. */
  workingDays: ['рабочие', optionalList(day)],
  /** The act of the government that says so. */
  basis: ['основание', nonEmptyText],
  checked,
});
