import { checked, count, day, optionalList, record, text } from './fields.ts';

/** Working days of one year as the government sets them: `content/calendar/<year>.yaml`. */
export const CalendarYearSchema = record({
  year: ['год', count],
  /** Days off besides Saturdays and Sundays. */
  daysOff: ['выходные', optionalList(day)],
  /** Saturdays and Sundays on which people work. */
  workingDays: ['рабочие', optionalList(day)],
  basis: ['основание', text],
  checked,
});
