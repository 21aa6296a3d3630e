// Longer than other modules: sixty cases, as a table.
import type { Period } from '../../widgets/deadlines/period.ts';

/**
 * What happens at a step. The applicant applies, answers, withdraws; the official asks, goes on without an answer, prolongs, refuses,
 * issues the result; or one only looks.
 */
type Act = 'apply' | 'ask' | 'answer' | 'continue' | 'prolong' | 'refuse' | 'finish' | 'withdraw' | 'look';

/**
 * When it happens (an instant), what, and what everybody is told from then on: the last day, and how many days are left, negative when
 * it is over. Without the number the case has ended. While a question waits, it is the day if the applicant answered now.
 */
type Step = readonly [at: string, act: Act, dueOn: string, left?: number];

/** A case whose days were counted by hand, with the production calendars of 2026 and 2027. */
export interface DeadlineCase {
  /** The article by which they are counted. */
  law: string;
  about: string;
  period: Period;
  /** The day of registration, where it is not the day on which it was sent. */
  registeredOn?: string;
  /** Of the region; that of Barnaul without it. */
  timeZone?: string;
  steps: readonly [Step, ...Step[]];
}

/** Periods of the law, with all that happens to them. */
export const DEADLINE_CASES: readonly DeadlineCase[] = [
  {
    law: 'ГК РФ, ст. 191',
    about: 'the day of the application is not counted',
    period: { value: 1, unit: 'workingDay' },
    steps: [
      ['2026-11-16T02:00Z', 'apply', '2026-11-17', 1],
      ['2026-11-17T16:59Z', 'look', '2026-11-17', 0],
      ['2026-11-17T17:01Z', 'look', '2026-11-17', -1],
    ],
  },
  {
    law: '210-ФЗ, ст. 11.2, ч. 6',
    about: '15 working days of an ordinary autumn',
    period: { value: 15, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-12-07', 15],
      ['2026-11-30T03:00Z', 'look', '2026-12-07', 5],
      ['2026-12-07T03:00Z', 'look', '2026-12-07', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 11.2, ч. 6',
    about: '5 working days over a week-end',
    period: { value: 5, unit: 'workingDay' },
    steps: [
      ['2026-11-19T03:00Z', 'apply', '2026-11-26', 5],
      ['2026-11-21T03:00Z', 'look', '2026-11-26', 4],
      ['2026-11-26T03:00Z', 'look', '2026-11-26', 0],
    ],
  },
  {
    law: 'ТК РФ, ст. 112',
    about: '4 November within the period',
    period: { value: 3, unit: 'workingDay' },
    steps: [
      ['2026-11-02T03:00Z', 'apply', '2026-11-06', 3],
      ['2026-11-04T03:00Z', 'look', '2026-11-06', 2],
      ['2026-11-06T03:00Z', 'look', '2026-11-06', 0],
    ],
  },
  {
    law: 'ТК РФ, ст. 112',
    about: 'the moved day off, 31 December, and the New Year holidays',
    period: { value: 5, unit: 'workingDay' },
    steps: [
      ['2026-12-28T03:00Z', 'apply', '2027-01-13', 5],
      ['2026-12-31T03:00Z', 'look', '2027-01-13', 3],
      ['2027-01-11T03:00Z', 'look', '2027-01-13', 2],
    ],
  },
  {
    law: 'ТК РФ, ст. 112',
    about: 'sent in the New Year holidays: registered after them',
    registeredOn: '2027-01-11',
    period: { value: 3, unit: 'workingDay' },
    steps: [
      ['2027-01-03T08:00Z', 'apply', '2027-01-14', 4],
      ['2027-01-11T02:00Z', 'look', '2027-01-14', 3],
      ['2027-01-14T02:00Z', 'look', '2027-01-14', 0],
    ],
  },
  {
    law: 'ТК РФ, ст. 112',
    about: '23 February',
    period: { value: 2, unit: 'workingDay' },
    steps: [
      ['2026-02-20T03:00Z', 'apply', '2026-02-25', 2],
      ['2026-02-23T03:00Z', 'look', '2026-02-25', 2],
      ['2026-02-25T03:00Z', 'look', '2026-02-25', 0],
    ],
  },
  {
    law: 'ТК РФ, ст. 112',
    about: '8 March is a Sunday: Monday is a day off',
    period: { value: 1, unit: 'workingDay' },
    steps: [
      ['2026-03-06T03:00Z', 'apply', '2026-03-10', 1],
      ['2026-03-09T03:00Z', 'look', '2026-03-10', 1],
      ['2026-03-10T11:00Z', 'look', '2026-03-10', 0],
    ],
  },
  {
    law: 'ТК РФ, ст. 112',
    about: 'the holidays of May',
    period: { value: 7, unit: 'workingDay' },
    steps: [
      ['2026-04-29T03:00Z', 'apply', '2026-05-12', 7],
      ['2026-05-01T03:00Z', 'look', '2026-05-12', 6],
      ['2026-05-12T03:00Z', 'look', '2026-05-12', 0],
    ],
  },
  {
    law: 'ТК РФ, ст. 112',
    about: '12 June, a Friday',
    period: { value: 1, unit: 'workingDay' },
    steps: [
      ['2026-06-11T03:00Z', 'apply', '2026-06-15', 1],
      ['2026-06-14T03:00Z', 'look', '2026-06-15', 1],
      ['2026-06-15T03:00Z', 'look', '2026-06-15', 0],
    ],
  },
  {
    law: 'ТК РФ, ст. 112, ч. 5',
    about: 'a Saturday on which people work, 20 February 2027',
    period: { value: 2, unit: 'workingDay' },
    steps: [
      ['2027-02-18T03:00Z', 'apply', '2027-02-20', 2],
      ['2027-02-20T03:00Z', 'look', '2027-02-20', 0],
      ['2027-02-24T03:00Z', 'look', '2027-02-20', -1],
    ],
  },
  {
    law: '210-ФЗ, ст. 14',
    about: 'sent on a Saturday: registered on Monday, the first day is Tuesday',
    registeredOn: '2026-11-23',
    period: { value: 10, unit: 'workingDay' },
    steps: [
      ['2026-11-21T05:00Z', 'apply', '2026-12-07', 11],
      ['2026-11-23T05:00Z', 'look', '2026-12-07', 10],
      ['2026-12-07T05:00Z', 'look', '2026-12-07', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 14',
    about: 'sent on a Sunday, a minute before Monday: registered on Monday',
    registeredOn: '2026-11-23',
    period: { value: 1, unit: 'workingDay' },
    steps: [
      ['2026-11-22T16:59Z', 'apply', '2026-11-24', 2],
      ['2026-11-22T17:00Z', 'look', '2026-11-24', 1],
    ],
  },
  {
    law: 'ГК РФ, ст. 191',
    about: 'sent in the first minute of a Monday: the first day is Tuesday',
    period: { value: 1, unit: 'workingDay' },
    steps: [
      ['2026-11-22T17:00Z', 'apply', '2026-11-24', 1],
      ['2026-11-23T17:00Z', 'look', '2026-11-24', 0],
    ],
  },
  {
    law: 'ГрК РФ, ст. 51, ч. 11',
    about: 'a building permit, at night: in Greenwich it is still the day before',
    period: { value: 5, unit: 'workingDay' },
    steps: [
      ['2026-11-16T20:00Z', 'apply', '2026-11-24', 5],
      ['2026-11-23T20:00Z', 'look', '2026-11-24', 0],
      ['2026-11-24T20:00Z', 'look', '2026-11-24', -1],
    ],
  },
  {
    law: 'ЖК РФ, ст. 52, ч. 5',
    about: '30 working days over the turn of the year',
    period: { value: 30, unit: 'workingDay' },
    steps: [
      ['2026-12-01T03:00Z', 'apply', '2027-01-21', 30],
      ['2027-01-09T03:00Z', 'look', '2027-01-21', 9],
      ['2027-01-25T03:00Z', 'look', '2027-01-21', -2],
    ],
  },
  {
    law: '442-ФЗ, ст. 15, ч. 2',
    about: '5 working days before the holidays',
    period: { value: 5, unit: 'workingDay' },
    steps: [
      ['2026-12-25T03:00Z', 'apply', '2027-01-12', 5],
      ['2027-01-12T03:00Z', 'look', '2027-01-12', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 11.2, ч. 6',
    about: 'a region two hours east of Greenwich',
    period: { value: 5, unit: 'workingDay' },
    timeZone: 'Europe/Kaliningrad',
    steps: [
      ['2026-11-20T21:30Z', 'apply', '2026-11-27', 5],
      ['2026-11-27T21:30Z', 'look', '2026-11-27', 0],
      ['2026-11-27T22:30Z', 'look', '2026-11-27', -1],
    ],
  },
  {
    law: '210-ФЗ, ст. 11.2, ч. 6',
    about: 'a region three hours east of Greenwich',
    period: { value: 15, unit: 'workingDay' },
    timeZone: 'Europe/Moscow',
    steps: [
      ['2026-11-19T21:30Z', 'apply', '2026-12-11', 15],
      ['2026-12-10T21:30Z', 'look', '2026-12-11', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 11.2, ч. 6',
    about: 'a region twelve hours east of Greenwich',
    period: { value: 10, unit: 'workingDay' },
    timeZone: 'Asia/Kamchatka',
    steps: [
      ['2026-11-19T20:00Z', 'apply', '2026-12-04', 10],
      ['2026-12-04T11:59Z', 'look', '2026-12-04', 0],
      ['2026-12-04T12:00Z', 'look', '2026-12-04', -1],
    ],
  },
  {
    law: '210-ФЗ, ст. 11.2, ч. 6',
    about: 'no days at all, on a working day',
    period: { value: 0, unit: 'workingDay' },
    steps: [
      ['2026-11-20T03:00Z', 'apply', '2026-11-20', 0],
      ['2026-11-21T03:00Z', 'look', '2026-11-20', -1],
    ],
  },
  {
    law: 'ГК РФ, ст. 193',
    about: 'no days at all, on a Sunday',
    registeredOn: '2026-11-23',
    period: { value: 0, unit: 'workingDay' },
    steps: [
      ['2026-11-22T03:00Z', 'apply', '2026-11-23', 1],
      ['2026-11-23T03:00Z', 'look', '2026-11-23', 0],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 1',
    about: '30 days to a working day',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-10T03:00Z', 'apply', '2026-12-10', 30],
      ['2026-11-25T03:00Z', 'look', '2026-12-10', 15],
      ['2026-12-10T03:00Z', 'look', '2026-12-10', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 193',
    about: '30 days to a Saturday: Monday',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-05T03:00Z', 'apply', '2026-12-07', 32],
      ['2026-12-05T03:00Z', 'look', '2026-12-07', 2],
      ['2026-12-07T03:00Z', 'look', '2026-12-07', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 193',
    about: '30 days to a Sunday: Monday',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-06T03:00Z', 'apply', '2026-12-07', 31],
      ['2026-12-07T03:00Z', 'look', '2026-12-07', 0],
      ['2026-12-07T17:10Z', 'look', '2026-12-07', -1],
    ],
  },
  {
    law: 'ГК РФ, ст. 193',
    about: '30 days into the New Year holidays',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-12-04T03:00Z', 'apply', '2027-01-11', 38],
      ['2027-01-03T03:00Z', 'look', '2027-01-11', 8],
      ['2027-01-11T03:00Z', 'look', '2027-01-11', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 193',
    about: '30 days to 31 December, a moved day off',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-12-01T03:00Z', 'apply', '2027-01-11', 41],
      ['2026-12-31T03:00Z', 'look', '2027-01-11', 11],
      ['2027-01-11T03:00Z', 'look', '2027-01-11', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 193',
    about: '30 days to 9 May',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-04-09T03:00Z', 'apply', '2026-05-12', 33],
      ['2026-05-10T03:00Z', 'look', '2026-05-12', 2],
      ['2026-05-12T03:00Z', 'look', '2026-05-12', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 193',
    about: '30 days to 12 June, a Friday',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-05-13T03:00Z', 'apply', '2026-06-15', 33],
      ['2026-06-15T03:00Z', 'look', '2026-06-15', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 193',
    about: '30 days to a Saturday on which people work',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2027-01-21T03:00Z', 'apply', '2027-02-20', 30],
      ['2027-02-20T16:59Z', 'look', '2027-02-20', 0],
      ['2027-02-20T17:01Z', 'look', '2027-02-20', -1],
    ],
  },
  {
    law: '8-ФЗ, ст. 18, ч. 6',
    about: 'information about the work of an agency, asked for on a Saturday',
    registeredOn: '2026-11-23',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-21T03:00Z', 'apply', '2026-12-23', 32],
      ['2026-12-23T03:00Z', 'look', '2026-12-23', 0],
    ],
  },
  {
    law: '59-ФЗ, ст. 8, ч. 3',
    about: '7 days to pass a letter on',
    period: { value: 7, unit: 'calendarDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-23', 7],
      ['2026-11-23T03:00Z', 'look', '2026-11-23', 0],
    ],
  },
  {
    law: '59-ФЗ, ст. 8, ч. 3',
    about: '7 days, sent on a Sunday: they run from Monday',
    registeredOn: '2026-11-23',
    period: { value: 7, unit: 'calendarDay' },
    steps: [
      ['2026-11-22T03:00Z', 'apply', '2026-11-30', 8],
      ['2026-11-29T03:00Z', 'look', '2026-11-30', 1],
      ['2026-11-30T03:00Z', 'look', '2026-11-30', 0],
    ],
  },
  {
    law: 'ЖК РФ, ст. 26, ч. 4',
    about: '45 days to a working day',
    period: { value: 45, unit: 'calendarDay' },
    steps: [
      ['2026-11-02T03:00Z', 'apply', '2026-12-17', 45],
      ['2026-12-17T03:00Z', 'look', '2026-12-17', 0],
    ],
  },
  {
    law: 'ЖК РФ, ст. 26, ч. 4',
    about: '45 days over the holidays',
    period: { value: 45, unit: 'calendarDay' },
    steps: [
      ['2026-11-24T03:00Z', 'apply', '2027-01-11', 48],
      ['2027-01-08T03:00Z', 'look', '2027-01-11', 3],
      ['2027-01-11T03:00Z', 'look', '2027-01-11', 0],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 1',
    about: '30 days from the last minute of a day',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-10T16:59Z', 'apply', '2026-12-10', 30],
      ['2026-12-10T16:59Z', 'look', '2026-12-10', 0],
      ['2026-12-10T17:00Z', 'look', '2026-12-10', -1],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 1',
    about: '30 days from the first minute of a day',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-10T17:00Z', 'apply', '2026-12-11', 30],
      ['2026-12-11T16:59Z', 'look', '2026-12-11', 0],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 1',
    about: '30 days over the last day of February',
    period: { value: 30, unit: 'calendarDay' },
    timeZone: 'Europe/Moscow',
    steps: [
      ['2027-02-10T07:00Z', 'apply', '2027-03-12', 30],
      ['2027-03-12T07:00Z', 'look', '2027-03-12', 0],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 1',
    about: '30 days in the far east, whose day has begun',
    period: { value: 30, unit: 'calendarDay' },
    timeZone: 'Asia/Kamchatka',
    steps: [
      ['2026-11-09T18:00Z', 'apply', '2026-12-10', 30],
      ['2026-12-09T18:00Z', 'look', '2026-12-10', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 192, ч. 3',
    about: 'a month, to the same number',
    period: { value: 1, unit: 'month' },
    steps: [
      ['2026-10-16T03:00Z', 'apply', '2026-11-16', 31],
      ['2026-11-16T03:00Z', 'look', '2026-11-16', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 192, ч. 3',
    about: 'a month from the 31st: the last day of a shorter one',
    period: { value: 1, unit: 'month' },
    steps: [
      ['2026-08-31T03:00Z', 'apply', '2026-09-30', 30],
      ['2026-09-30T03:00Z', 'look', '2026-09-30', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 192, ч. 3',
    about: 'a month from 31 August',
    period: { value: 1, unit: 'month' },
    steps: [
      ['2026-08-31T03:00Z', 'apply', '2026-09-30', 30],
      ['2026-09-30T03:00Z', 'look', '2026-09-30', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 192, ч. 3',
    about: 'a month, sent on Saturday, 31 January',
    registeredOn: '2026-02-02',
    period: { value: 1, unit: 'month' },
    steps: [
      ['2026-01-31T03:00Z', 'apply', '2026-03-02', 30],
      ['2026-03-02T03:00Z', 'look', '2026-03-02', 0],
    ],
  },
  {
    law: '143-ФЗ, ст. 27',
    about: 'two months to 4 November',
    period: { value: 2, unit: 'month' },
    steps: [
      ['2026-09-04T03:00Z', 'apply', '2026-11-05', 62],
      ['2026-11-04T03:00Z', 'look', '2026-11-05', 1],
      ['2026-11-05T03:00Z', 'look', '2026-11-05', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 192, ч. 3',
    about: 'two months over the turn of the year',
    period: { value: 2, unit: 'month' },
    steps: [
      ['2026-11-09T03:00Z', 'apply', '2027-01-11', 63],
      ['2027-01-11T03:00Z', 'look', '2027-01-11', 0],
    ],
  },
  {
    law: 'ГК РФ, ст. 192, ч. 3',
    about: 'twelve months',
    period: { value: 12, unit: 'month' },
    steps: [
      ['2026-02-24T03:00Z', 'apply', '2027-02-24', 365],
      ['2027-02-24T03:00Z', 'look', '2027-02-24', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'a question stops working days; the answer comes after four',
    period: { value: 10, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-30', 10],
      ['2026-11-19T03:00Z', 'ask', '2026-11-30', 7],
      ['2026-11-23T03:00Z', 'look', '2026-12-02', 7],
      ['2026-11-25T03:00Z', 'answer', '2026-12-04', 7],
      ['2026-12-04T03:00Z', 'look', '2026-12-04', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'answered on the day of the question: nothing is won or lost',
    period: { value: 10, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-30', 10],
      ['2026-11-18T03:00Z', 'ask', '2026-11-30', 8],
      ['2026-11-18T10:00Z', 'answer', '2026-11-30', 8],
      ['2026-11-30T03:00Z', 'look', '2026-11-30', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'asked on the last day, answered two days later',
    period: { value: 3, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-19', 3],
      ['2026-11-19T03:00Z', 'ask', '2026-11-19', 0],
      ['2026-11-20T03:00Z', 'look', '2026-11-20', 0],
      ['2026-11-23T03:00Z', 'answer', '2026-11-23', 0],
      ['2026-11-23T17:01Z', 'look', '2026-11-23', -1],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'answered on a Saturday with nothing left: Monday is the last day',
    period: { value: 3, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-19', 3],
      ['2026-11-19T03:00Z', 'ask', '2026-11-19', 0],
      ['2026-11-21T03:00Z', 'answer', '2026-11-23', 1],
      ['2026-11-23T03:00Z', 'look', '2026-11-23', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'a question stops calendar days',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-10T03:00Z', 'apply', '2026-12-10', 30],
      ['2026-11-20T03:00Z', 'ask', '2026-12-10', 20],
      ['2026-11-27T03:00Z', 'look', '2026-12-17', 20],
      ['2026-12-01T03:00Z', 'answer', '2026-12-21', 20],
      ['2026-12-21T03:00Z', 'look', '2026-12-21', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'a question over the New Year',
    period: { value: 10, unit: 'workingDay' },
    steps: [
      ['2026-12-21T03:00Z', 'apply', '2027-01-13', 10],
      ['2026-12-28T03:00Z', 'ask', '2027-01-13', 5],
      ['2027-01-05T03:00Z', 'look', '2027-01-15', 5],
      ['2027-01-11T03:00Z', 'answer', '2027-01-18', 5],
      ['2027-01-18T03:00Z', 'look', '2027-01-18', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'the official goes on without the answer',
    period: { value: 10, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-30', 10],
      ['2026-11-19T03:00Z', 'ask', '2026-11-30', 7],
      ['2026-11-26T03:00Z', 'continue', '2026-12-07', 7],
      ['2026-12-07T03:00Z', 'look', '2026-12-07', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'two questions, one after the other',
    period: { value: 10, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-30', 10],
      ['2026-11-17T03:00Z', 'ask', '2026-11-30', 9],
      ['2026-11-19T03:00Z', 'answer', '2026-12-02', 9],
      ['2026-11-23T03:00Z', 'ask', '2026-12-02', 7],
      ['2026-11-25T03:00Z', 'answer', '2026-12-04', 7],
      ['2026-12-04T03:00Z', 'look', '2026-12-04', 0],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'asked after the last day: nothing stops, the answer is late',
    period: { value: 5, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-23', 5],
      ['2026-11-24T03:00Z', 'ask', '2026-11-23', -1],
      ['2026-11-26T03:00Z', 'look', '2026-11-23', -3],
      ['2026-11-27T03:00Z', 'answer', '2026-11-23', -4],
      ['2026-11-30T03:00Z', 'look', '2026-11-23', -5],
    ],
  },
  {
    law: '210-ФЗ, ст. 12',
    about: 'withdrawn while a question waits',
    period: { value: 10, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-11-30', 10],
      ['2026-11-19T03:00Z', 'ask', '2026-11-30', 7],
      ['2026-11-20T03:00Z', 'withdraw', '2026-12-01'],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 2',
    about: 'prolonged by 30 days',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-10T03:00Z', 'apply', '2026-12-10', 30],
      ['2026-12-07T03:00Z', 'prolong', '2027-01-11', 35],
      ['2027-01-11T03:00Z', 'look', '2027-01-11', 0],
      ['2027-01-12T03:00Z', 'look', '2027-01-11', -1],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 2',
    about: 'prolonged on the last day',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-05T03:00Z', 'apply', '2026-12-07', 32],
      ['2026-12-07T11:00Z', 'prolong', '2027-01-11', 35],
      ['2026-12-08T03:00Z', 'look', '2027-01-11', 34],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 2',
    about: 'prolonged, then asked and answered',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-10-12T03:00Z', 'apply', '2026-11-11', 30],
      ['2026-11-10T03:00Z', 'prolong', '2026-12-11', 31],
      ['2026-12-01T03:00Z', 'ask', '2026-12-11', 10],
      ['2026-12-05T03:00Z', 'look', '2026-12-15', 10],
      ['2026-12-08T03:00Z', 'answer', '2026-12-18', 10],
      ['2026-12-21T03:00Z', 'look', '2026-12-18', -3],
    ],
  },
  {
    law: '59-ФЗ, ст. 12, ч. 1',
    about: 'a refusal ends the period, also while a question waits',
    period: { value: 30, unit: 'calendarDay' },
    steps: [
      ['2026-11-10T03:00Z', 'apply', '2026-12-10', 30],
      ['2026-11-12T03:00Z', 'ask', '2026-12-10', 28],
      ['2026-11-16T03:00Z', 'refuse', '2026-12-14'],
      ['2027-01-20T03:00Z', 'look', '2026-12-14'],
    ],
  },
  {
    law: '210-ФЗ, ст. 11.2, ч. 6',
    about: 'a result in time: nothing is overdue later',
    period: { value: 15, unit: 'workingDay' },
    steps: [
      ['2026-11-16T03:00Z', 'apply', '2026-12-07', 15],
      ['2026-12-01T03:00Z', 'finish', '2026-12-07'],
      ['2027-02-01T03:00Z', 'look', '2026-12-07'],
    ],
  },
];
