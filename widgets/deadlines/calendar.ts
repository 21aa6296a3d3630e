import * as v from 'valibot';

import type { Period } from './period.ts';

const DaysSchema = v.array(v.pipe(v.string(), v.isoDate()));

/**
 * The production calendar: `calendar.json` beside `okno.js`. By year, the days off that are not Saturday or Sunday, and the
 * Saturdays and Sundays on which people work. A year that is not in it follows the plain rule of ТК РФ, arts. 111 and 112.
 */
export const CalendarSchema = v.record(
  v.pipe(v.string(), v.regex(/^\d{4}$/)),
  v.object({ daysOff: DaysSchema, workingDays: DaysSchema }),
);
export type Calendar = v.InferOutput<typeof CalendarSchema>;

/** Public holidays, `MM-DD`, and the January holidays as a row (ТК РФ, art. 112, part 1). */
const HOLIDAYS = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];
const isJanuaryHoliday = (day: string) => /-01-0[1-8]$/.test(day);
const isHoliday = (day: string) => HOLIDAYS.includes(day.slice(5));

/**
 * The day, `YYYY-MM-DD`, that it is at an instant in a time zone of the IANA database.
 *
 * @example regionDay(new Date('2026-12-31T17:00:00Z'), 'Asia/Novosibirsk') // '2027-01-01'
 */
export const regionDay = (instant: Date, timeZone: string): string =>
  // Swedish dates are written as ISO 8601 writes them.
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);

/** The day `count` days after another; before it where negative. Days are `YYYY-MM-DD`. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The same day of a later month, or the last day of that month where it has none (ГК РФ, art. 192, part 3). */
function addMonths(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + count, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastDay));
  return date.toISOString().slice(0, 10);
}

/** Whether people work on a day, `YYYY-MM-DD`. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  const year = calendar[day.slice(0, 4)];
  if (year) return isWeekend ? year.workingDays.includes(day) : !year.daysOff.includes(day);
  if (isWeekend || isHoliday(day) || isJanuaryHoliday(day)) return false;
  // A holiday on a week-end moves the day off to the next working day (art. 112, part 2): no two of these holidays are neighbours, so to the Monday.
  return !(weekday === 1 && (isHoliday(addDays(day, -1)) || isHoliday(addDays(day, -2))));
}

/** The day itself, or the first working day after it. */
function firstWorkingDay(day: string, calendar: Calendar): string {
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/**
 * The last day of a period, `YYYY-MM-DD`, that begins with an event on the day `from` (ГК РФ, arts. 191–194). The day of the
 * event is not counted; a last day on which people do not work moves to the next working day. Minutes end on the same day.
 */
export function dueDate({ value, unit }: Period, from: string, calendar: Calendar): string {
  switch (unit) {
    case 'minute':
      return from;
    case 'calendarDay':
      return firstWorkingDay(addDays(from, value), calendar);
    case 'month':
      return firstWorkingDay(addMonths(from, value), calendar);
    case 'workingDay': {
      let day = value === 0 ? firstWorkingDay(from, calendar) : from;
      for (let left = value; left > 0; left--) day = firstWorkingDay(addDays(day, 1), calendar);
      return day;
    }
  }
}

/** The unit in which people are told how much of a period is left. */
export type DaysLeftUnit = 'workingDay' | 'calendarDay';

/** How days are counted: all of them, or those on which people work by a calendar. */
export interface CountingRule {
  unit: DaysLeftUnit;
  calendar: Calendar;
}

/**
 * How many days are left after `today` up to and with the day `due`: 0 on the last day. Overdue, the days gone since, negative;
 * at least one, though nobody has worked on them.
 */
export function daysLeft(due: string, today: string, count: CountingRule): number {
  if (due < today) return Math.min(-1, -daysBetween(due, today, count));
  return daysBetween(today, due, count);
}

/** Days after `from`, up to and with `to`. */
function daysBetween(from: string, to: string, { unit, calendar }: CountingRule): number {
  if (unit === 'calendarDay') return (Date.parse(to) - Date.parse(from)) / 86_400_000;
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days++;
  return days;
}
