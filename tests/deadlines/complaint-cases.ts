// Longer than other modules: forty complaints, as a table.
import type { Ground } from '../../widgets/contract/complaints/grounds.ts';

/** What happens to a complaint after it has come: nothing yet, the agency answers and its author disagrees, or the agency does not answer in time. */
type Fate = 'look' | 'disagree' | 'overdue';

/**
 * A complaint whose days were counted without the engine, from the production calendars of 2026 and 2027: when it came (an instant), the day of
 * registration where that was another one, the last day of the answer; then what happens, when, and the last day from then on.
 */
export interface ComplaintCase {
  /** The article by which the days are counted. */
  law: string;
  ground: Ground;
  at: string;
  registeredOn?: string;
  dueOn: string;
  then?: readonly [at: string, fate: Fate, dueOn: string];
  /** Of the region; that of Barnaul without it. */
  timeZone?: string;
}

/** 15 working days from the registration. */
const USUAL = '210-ФЗ, ст. 11.2, ч. 6';
/** 5 working days for documents that were not accepted and errors that were not corrected. */
const SHORT = '210-ФЗ, ст. 11.2, ч. 6 (5 рабочих дней)';
/** A complaint that comes on a day off is registered on the next working day. */
const REGISTERED = '210-ФЗ, ст. 11.2, ч. 6; ТК РФ, ст. 112';
/** The controlling body counts from the registration with it. */
const FORWARDED = '210-ФЗ, ст. 11.2, ч. 1 и 6';

/** Complaints on every ground, over holidays, on days off, at midnight, in other time zones, and passed on to the controlling body. */
export const COMPLAINT_CASES: readonly ComplaintCase[] = [
  { law: USUAL, ground: 'lateRegistration', at: '2026-11-16T03:00Z', dueOn: '2026-12-07' },
  { law: USUAL, ground: 'overdue', at: '2026-11-16T03:00Z', dueOn: '2026-12-07' },
  { law: USUAL, ground: 'extraDocuments', at: '2026-11-16T03:00Z', dueOn: '2026-12-07' },
  { law: SHORT, ground: 'refusedDocuments', at: '2026-11-16T03:00Z', dueOn: '2026-11-23' },
  { law: USUAL, ground: 'refusedService', at: '2026-11-16T03:00Z', dueOn: '2026-12-07' },
  { law: USUAL, ground: 'extraFee', at: '2026-11-16T03:00Z', dueOn: '2026-12-07' },
  { law: SHORT, ground: 'uncorrectedErrors', at: '2026-11-16T03:00Z', dueOn: '2026-11-23' },
  { law: USUAL, ground: 'lateIssue', at: '2026-11-16T03:00Z', dueOn: '2026-12-07' },
  { law: USUAL, ground: 'unlawfulSuspension', at: '2026-11-16T03:00Z', dueOn: '2026-12-07' },
  { law: USUAL, ground: 'newDocuments', at: '2026-11-16T03:00Z', dueOn: '2026-12-07' },
  { law: USUAL, ground: 'overdue', at: '2026-02-19T03:00Z', dueOn: '2026-03-16' },
  { law: USUAL, ground: 'overdue', at: '2026-03-05T03:00Z', dueOn: '2026-03-27' },
  { law: USUAL, ground: 'overdue', at: '2026-04-29T03:00Z', dueOn: '2026-05-22' },
  { law: USUAL, ground: 'overdue', at: '2026-06-10T03:00Z', dueOn: '2026-07-02' },
  { law: USUAL, ground: 'overdue', at: '2026-11-02T03:00Z', dueOn: '2026-11-24' },
  { law: USUAL, ground: 'overdue', at: '2026-12-29T03:00Z', dueOn: '2027-01-28' },
  { law: SHORT, ground: 'refusedDocuments', at: '2026-02-19T03:00Z', dueOn: '2026-02-27' },
  { law: SHORT, ground: 'refusedDocuments', at: '2026-03-05T03:00Z', dueOn: '2026-03-13' },
  { law: SHORT, ground: 'refusedDocuments', at: '2026-04-29T03:00Z', dueOn: '2026-05-07' },
  { law: SHORT, ground: 'refusedDocuments', at: '2026-06-10T03:00Z', dueOn: '2026-06-18' },
  { law: SHORT, ground: 'refusedDocuments', at: '2026-11-02T03:00Z', dueOn: '2026-11-10' },
  { law: SHORT, ground: 'refusedDocuments', at: '2026-12-29T03:00Z', dueOn: '2027-01-14' },
  {
    law: REGISTERED,
    ground: 'refusedService',
    at: '2026-11-21T05:00Z',
    registeredOn: '2026-11-23',
    dueOn: '2026-12-14',
  },
  {
    law: REGISTERED,
    ground: 'uncorrectedErrors',
    at: '2026-11-22T05:00Z',
    registeredOn: '2026-11-23',
    dueOn: '2026-11-30',
  },
  {
    law: REGISTERED,
    ground: 'extraFee',
    at: '2026-11-04T05:00Z',
    registeredOn: '2026-11-05',
    dueOn: '2026-11-26',
  },
  {
    law: REGISTERED,
    ground: 'lateIssue',
    at: '2027-01-03T05:00Z',
    registeredOn: '2027-01-11',
    dueOn: '2027-02-01',
  },
  {
    law: REGISTERED,
    ground: 'refusedDocuments',
    at: '2026-12-31T05:00Z',
    registeredOn: '2027-01-11',
    dueOn: '2027-01-18',
  },
  {
    law: REGISTERED,
    ground: 'overdue',
    at: '2026-11-20T17:01Z',
    registeredOn: '2026-11-23',
    dueOn: '2026-12-14',
  },
  { law: REGISTERED, ground: 'overdue', at: '2026-11-20T16:59Z', dueOn: '2026-12-11' },
  {
    law: REGISTERED,
    ground: 'overdue',
    at: '2026-11-20T20:59Z',
    dueOn: '2026-12-11',
    timeZone: 'Europe/Moscow',
  },
  {
    law: REGISTERED,
    ground: 'overdue',
    at: '2026-11-20T12:01Z',
    registeredOn: '2026-11-23',
    dueOn: '2026-12-14',
    timeZone: 'Asia/Kamchatka',
  },
  {
    law: FORWARDED,
    ground: 'overdue',
    at: '2026-11-16T03:00Z',
    dueOn: '2026-12-07',
    then: ['2026-11-30T03:00Z', 'disagree', '2026-12-21'],
  },
  {
    law: FORWARDED,
    ground: 'refusedDocuments',
    at: '2026-11-16T03:00Z',
    dueOn: '2026-11-23',
    then: ['2026-11-19T03:00Z', 'disagree', '2026-11-26'],
  },
  {
    law: FORWARDED,
    ground: 'extraFee',
    at: '2026-11-16T03:00Z',
    dueOn: '2026-12-07',
    then: ['2026-12-05T03:00Z', 'disagree', '2026-12-28'],
  },
  {
    law: FORWARDED,
    ground: 'lateRegistration',
    at: '2026-11-16T03:00Z',
    dueOn: '2026-12-07',
    then: ['2026-12-29T03:00Z', 'disagree', '2027-01-28'],
  },
  {
    law: FORWARDED,
    ground: 'uncorrectedErrors',
    at: '2026-12-25T03:00Z',
    dueOn: '2027-01-12',
    then: ['2026-12-30T03:00Z', 'disagree', '2027-01-15'],
  },
  {
    law: FORWARDED,
    ground: 'overdue',
    at: '2026-11-16T03:00Z',
    dueOn: '2026-12-07',
    then: ['2026-12-08T03:00Z', 'overdue', '2026-12-29'],
  },
  {
    law: FORWARDED,
    ground: 'refusedDocuments',
    at: '2026-11-16T03:00Z',
    dueOn: '2026-11-23',
    then: ['2026-11-24T03:00Z', 'overdue', '2026-12-01'],
  },
  {
    law: FORWARDED,
    ground: 'newDocuments',
    at: '2026-11-16T03:00Z',
    dueOn: '2026-12-07',
    then: ['2026-12-12T03:00Z', 'overdue', '2027-01-13'],
  },
  {
    law: USUAL,
    ground: 'extraDocuments',
    at: '2026-11-16T03:00Z',
    dueOn: '2026-12-07',
    then: ['2026-12-07T03:00Z', 'look', '2026-12-07'],
  },
];
