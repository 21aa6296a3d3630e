import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  CalendarSchema,
  addDays,
  answerDueDate,
  daysLeft,
  dueDate,
  isWorkingDay,
  regionDay,
  type DaysLeftUnit,
} from './calendar.ts';
import type { Period } from './period.ts';

/** 2026 with two moved days; other years follow the plain rule. */
const CALENDAR = {
  2026: {
    daysOff: [
      '2026-01-01',
      '2026-01-02',
      '2026-01-05',
      '2026-01-06',
      '2026-01-07',
      '2026-01-08',
      '2026-01-09',
      '2026-02-23',
      '2026-03-09',
      '2026-05-01',
      '2026-05-11',
      '2026-06-12',
      '2026-11-04',
      '2026-12-31',
    ],
    workingDays: ['2026-10-31'],
  },
};

const working = (value: number): Period => ({ value, unit: 'workingDay' });
const calendarDays = (value: number): Period => ({ value, unit: 'calendarDay' });
const months = (value: number): Period => ({ value, unit: 'month' });

describe('isWorkingDay', () => {
  it.each([
    ['an ordinary Friday', '2026-11-20', true],
    ['a Saturday', '2026-11-21', false],
    ['a Sunday', '2026-11-22', false],
    ['a holiday', '2026-11-04', false],
    ['a day off moved by the government', '2026-12-31', false],
    ['a Saturday on which people work', '2026-10-31', true],
  ])('knows %s', (_, day, expected) => {
    expect(isWorkingDay(day, CALENDAR)).toBe(expected);
  });

  it.each([
    ['a new year holiday', '2031-01-06', false],
    ['the first day after them', '2031-01-09', true],
    ['23 February', '2028-02-23', false],
    ['8 March', '2029-03-08', false],
    ['1 May', '2028-05-01', false],
    ['9 May', '2028-05-09', false],
    ['12 June', '2028-06-12', false],
    ['4 November', '2027-11-04', false],
    ['a Monday after a holiday on a Saturday', '2027-05-03', false],
    ['a Monday after a holiday on a Sunday', '2027-05-10', false],
    ['the Tuesday after it', '2027-05-11', true],
    ['a Monday after January holidays on a week-end: the government moves those', '2028-01-10', true],
    ['31 December', '2027-12-31', true],
  ])('falls back on the labour code for a year without calendar: %s', (_, day, expected) => {
    expect(isWorkingDay(day, CALENDAR)).toBe(expected);
  });
});

describe('dueDate', () => {
  it.each<[string, Period, string, string]>([
    ['does not count the day of the event', working(1), '2026-11-16', '2026-11-17'],
    ['passes over a week-end', working(10), '2026-11-16', '2026-11-30'],
    ['counts from a Saturday as from Friday', working(1), '2026-11-21', '2026-11-23'],
    ['passes over a holiday within the week', working(3), '2026-11-02', '2026-11-06'],
    ['counts a working Saturday', working(1), '2026-10-30', '2026-10-31'],
    ['counts 15 working days of a complaint', working(15), '2026-11-21', '2026-12-11'],
    ['passes over the new year into a year without calendar', working(5), '2026-12-28', '2027-01-13'],
    ['ends at once when nothing is given', working(0), '2026-11-20', '2026-11-20'],
    [
      'ends on the next working day when nothing is given at the week-end',
      working(0),
      '2026-11-21',
      '2026-11-23',
    ],
  ])('in working days: %s', (_, period, from, due) => {
    expect(dueDate(period, from, CALENDAR)).toBe(due);
  });

  it.each<[string, Period, string, string]>([
    ['does not count the day of the event', calendarDays(30), '2026-11-11', '2026-12-11'],
    ['moves a Saturday to Monday', calendarDays(5), '2026-11-16', '2026-11-23'],
    ['moves a Sunday to Monday', calendarDays(6), '2026-11-16', '2026-11-23'],
    ['moves a holiday to the next working day', calendarDays(2), '2026-11-02', '2026-11-05'],
    ['leaves a working Saturday where it is', calendarDays(1), '2026-10-30', '2026-10-31'],
    ['moves over the new year holidays', calendarDays(10), '2025-12-25', '2026-01-12'],
    ['crosses 29 February', calendarDays(1), '2028-02-28', '2028-02-29'],
  ])('in calendar days: %s', (_, period, from, due) => {
    expect(dueDate(period, from, CALENDAR)).toBe(due);
  });

  it.each<[string, Period, string, string]>([
    ['ends on the same day of the month', months(1), '2026-10-16', '2026-11-16'],
    ['ends on the last day of a shorter month', months(1), '2028-03-31', '2028-05-02'],
    ['ends on 28 February of a common year', months(3), '2024-11-30', '2025-02-28'],
    ['ends on 29 February of a leap year', months(1), '2028-01-31', '2028-02-29'],
    ['crosses the year', months(2), '2025-12-17', '2026-02-17'],
    ['moves a day off to the next working day', months(1), '2026-10-04', '2026-11-05'],
    ['counts twelve months as a year', months(12), '2025-11-20', '2026-11-20'],
  ])('in months: %s', (_, period, from, due) => {
    expect(dueDate(period, from, CALENDAR)).toBe(due);
  });

  it('in minutes: ends on the same day, even when nobody works', () => {
    expect(dueDate({ value: 15, unit: 'minute' }, '2026-11-21', CALENDAR)).toBe('2026-11-21');
  });

  it('never ends on a day off, and never before the period is over', () => {
    for (let from = '2026-01-01'; from < '2028-01-01'; from = addDays(from, 1))
      for (const period of [working(7), calendarDays(7), months(1)]) {
        const due = dueDate(period, from, CALENDAR);
        expect(isWorkingDay(due, CALENDAR)).toBe(true);
        expect(due >= addDays(from, 7)).toBe(true);
      }
  });
});

describe('answerDueDate', () => {
  it.each<[string, Period, string, string]>([
    ['a working day', working(10), '2026-11-20', '2026-12-04'],
    ['a Saturday: from Monday', working(10), '2026-11-21', '2026-12-07'],
    ['a holiday: from the working day after it', calendarDays(5), '2026-11-04', '2026-11-10'],
    ['a working Saturday: from itself', working(1), '2026-10-31', '2026-11-02'],
    ['a day off, answered by a machine', { value: 15, unit: 'minute' }, '2026-11-21', '2026-11-21'],
  ])('counts from the registration of what came on %s', (_, period, cameOn, due) => {
    expect(answerDueDate(period, cameOn, CALENDAR)).toBe(due);
  });
});

describe('daysLeft', () => {
  it.each<[string, string, string, DaysLeftUnit, number]>([
    ['nothing on the last day', '2026-11-20', '2026-11-20', 'workingDay', 0],
    ['working days only', '2026-11-23', '2026-11-20', 'workingDay', 1],
    ['calendar days', '2026-11-23', '2026-11-20', 'calendarDay', 3],
    ['a full period of ten days', '2026-11-30', '2026-11-16', 'workingDay', 10],
    ['overdue working days', '2026-11-20', '2026-11-24', 'workingDay', -2],
    ['overdue by a week-end as one day', '2026-11-20', '2026-11-22', 'workingDay', -1],
    ['overdue calendar days', '2026-11-20', '2026-11-22', 'calendarDay', -2],
  ])('counts %s', (_, due, today, unit, left) => {
    expect(daysLeft(due, today, { unit, calendar: CALENDAR })).toBe(left);
  });

  it('agrees with dueDate on every day of a year', () => {
    for (let from = '2026-01-01'; from < '2027-01-01'; from = addDays(from, 1))
      expect(
        daysLeft(dueDate(working(10), from, CALENDAR), from, { unit: 'workingDay', calendar: CALENDAR }),
      ).toBe(10);
  });
});

describe('regionDay', () => {
  it.each([
    ['the last minute of a day in Barnaul', '2026-11-21T16:59:59Z', '2026-11-21'],
    ['midnight in Barnaul', '2026-11-21T17:00:00Z', '2026-11-22'],
    ['new year in Barnaul', '2026-12-31T17:00:00Z', '2027-01-01'],
  ])('knows %s', (_, instant, day) => {
    expect(regionDay(new Date(instant), 'Asia/Barnaul')).toBe(day);
  });
});

describe('CalendarSchema', () => {
  it('takes a calendar', () => {
    expect(v.parse(CalendarSchema, CALENDAR)).toEqual(CALENDAR);
  });

  it.each([
    ['a year in words', { next: { daysOff: [], workingDays: [] } }],
    ['a day that is not a day', { 2026: { daysOff: ['4 ноября'], workingDays: [] } }],
    ['a list that is missing', { 2026: { daysOff: [] } }],
  ])('refuses %s', (_, data) => {
    expect(v.safeParse(CalendarSchema, data).success).toBe(false);
  });
});
