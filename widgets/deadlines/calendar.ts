import * as v from 'valibot';

import { dateFormat } from './date-format.ts';
import type { Period } from './period.ts';

/** A list of days, `YYYY-MM-DD`. */
const DaysSchema = v.array(v.pipe(v.string(), v.isoDate()));

/**
 * The production calendar: `calendar.json` beside `okno.js`. Year → `daysOff`, days off from Monday to Friday, and `workingDays`,
 * Saturdays and Sundays on which people work. A year that is not in it follows the general rule of ТК РФ, arts. 111 and 112.
 */
export const CalendarSchema = v.record(
  v.pipe(v.string(), v.regex(/^\d{4}$/)),
  v.object({ daysOff: DaysSchema, workingDays: DaysSchema }),
);
/** {@link CalendarSchema}, parsed. */
export type Calendar = v.InferOutput<typeof CalendarSchema>;

/** Public holidays, `MM-DD` (ТК РФ, art. 112, part 1). The holidays of 1 to 8 January are checked apart: they are not moved. */
const HOLIDAYS = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];
/** Whether a day is one of 1 to 8 January. */
const isJanuaryHoliday = (day: string) => /-01-0[1-8]$/.test(day);
/** Whether a day is one of {@link HOLIDAYS}. */
const isHoliday = (day: string) => HOLIDAYS.includes(day.slice(5));

/**
 * The day (`YYYY-MM-DD`) at an instant in an IANA time zone.
 *
 * @example regionDay(new Date('2026-12-31T17:00:00Z'), 'Asia/Novosibirsk') // '2027-01-01'
 */
export const regionDay = (instant: Date, timeZone: string): string =>
  // The Swedish format of dates is that of ISO 8601.
  dateFormat('sv-SE', { timeZone }).format(instant);

/**
 * The day (`YYYY-MM-DD`) `count` days after `day`; before it if `count` is negative.
 *
 * @example addDays('2026-12-31', 1) // '2027-01-01'
 */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The day with the same number `count` months later, or else the last of that month: 28 February (ГК РФ, art. 192, part 3). */
function addMonths(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + count, 1);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, lastDay));
  return date.toISOString().slice(0, 10);
}

/** Whether people work on a day (`YYYY-MM-DD`): as the calendar says, or without its year by the general rule. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isWeekend = weekday === 0 || weekday === 6;
  const exceptions = calendar[day.slice(0, 4)];
  if (exceptions) return isWeekend ? exceptions.workingDays.includes(day) : !exceptions.daysOff.includes(day);
  if (isWeekend || isHoliday(day) || isJanuaryHoliday(day)) return false;
  // A holiday on a weekend makes the next working day a day off (art. 112, part 2). No two of these holidays are neighbours, so that
  // day is the Monday.
  return !(weekday === 1 && (isHoliday(addDays(day, -1)) || isHoliday(addDays(day, -2))));
}

/** The day itself, or the first working day after it. */
function firstWorkingDay(day: string, calendar: Calendar): string {
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1);
  return day;
}

/**
 * The last day (`YYYY-MM-DD`) of a period that begins with an event on the day `from` (ГК РФ, arts. 191–194). The day of the event
 * is not counted. If people do not work on the last day, it moves to the next working day. A period of minutes ends on the same day.
 *
 * @example dueDate({ value: 1, unit: 'workingDay' }, '2026-11-27', {}) // '2026-11-30', the Monday after a Friday
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
      for (let counted = 0; counted < value; counted++) day = firstWorkingDay(addDays(day, 1), calendar);
      return day;
    }
  }
}

/**
 * The day (`YYYY-MM-DD`) on which an agency registers what has reached it on the day `arrivedOn`: that day, or the first working day after
 * a day off.
 *
 * No federal act says so of all services: the regulation of each sets the term of registration (210-ФЗ, art. 14), and regulations of
 * many regions agree on the first working day after a day off: https://docs.cntd.ru/document/406492900 (paragraph 29),
 * https://docs.cntd.ru/document/574829120 (26), https://docs.cntd.ru/document/407160610 (2.24). Some of them count what comes in the evening as of
 * the next working day too, and allow one working day for the registration; so do the rules of complaints («не позднее следующего
 * рабочего дня со дня ее поступления», paragraph 132 of https://docs.cntd.ru/document/499087817). Both may make an answer due a
 * working day later than we say, never earlier.
 *
 * @example registrationDay('2026-11-28', {}) // '2026-11-30', the Monday after a Saturday
 */
export const registrationDay = firstWorkingDay;

/**
 * The last day (`YYYY-MM-DD`) of the answer to what has reached an agency on the day `arrivedOn`. The period runs from the registration:
 * 59-ФЗ, art. 12, part 1; 210-ФЗ, art. 11.2, part 6. What is answered within minutes is answered by a machine, on the same day.
 *
 * @example answerDueDate({ value: 1, unit: 'workingDay' }, '2026-11-28', {}) // '2026-12-01': registered on Monday, the 30th
 */
export const answerDueDate = (period: Period, arrivedOn: string, calendar: Calendar): string =>
  dueDate(period, period.unit === 'minute' ? arrivedOn : registrationDay(arrivedOn, calendar), calendar);

/** The unit in which widgets show how much of a period is left. */
export type DaysLeftUnit = 'workingDay' | 'calendarDay';

/** How days are counted: all of them (`calendarDay`), or only the working days of a calendar (`workingDay`). */
export interface CountingRule {
  unit: DaysLeftUnit;
  calendar: Calendar;
}

/**
 * The number of days after `today` up to and including the day `due`: 0 on the last day. After it the number of days since then,
 * negative: −1 or less, also on a weekend that follows the last day.
 *
 * @example daysLeft('2026-11-30', '2026-11-27', { unit: 'workingDay', calendar: {} }) // 1: only the Monday
 * @example daysLeft('2026-11-27', '2026-11-28', { unit: 'workingDay', calendar: {} }) // -1, although it is a Saturday
 */
export function daysLeft(due: string, today: string, rule: CountingRule): number {
  if (due < today) return Math.min(-1, -daysBetween(due, today, rule));
  return daysBetween(today, due, rule);
}

/** The number of days after `from` up to and including `to`: from a Friday to the Monday 1 working day, or 3 calendar days. */
function daysBetween(from: string, to: string, { unit, calendar }: CountingRule): number {
  if (unit === 'calendarDay') return (Date.parse(to) - Date.parse(from)) / 86_400_000;
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) days++;
  return days;
}
