import { readEntries } from '../../site/content/read.ts';
import type { Calendar } from '../../widgets/deadlines/calendar.ts';

/** The working days of `content/calendar`. */
export const REAL_CALENDAR: Calendar = Object.fromEntries(
  readEntries('calendar', 'content').map(({ data: { year, daysOff, workingDays } }) => [
    String(year),
    { daysOff, workingDays },
  ]),
);
