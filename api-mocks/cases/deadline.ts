import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import type { ApplicationStatus } from '../../widgets/contract/applications/schemas.ts';
import {
  daysLeft,
  dueDate,
  regionDay,
  registrationDay,
  type Calendar,
} from '../../widgets/deadlines/calendar.ts';
import type { Period } from '../../widgets/deadlines/period.ts';
import type { ClockContext } from '../store/clock.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { RegionClock } from '../store/region-clock.ts';
import type { Case } from './cases.ts';

/** The unit in which the days of a period are counted: a period in months is counted in calendar days. */
const unitOf = ({ unit }: Period) => (unit === 'workingDay' ? 'workingDay' : 'calendarDay');

/**
 * Counts the days that are left of a case's period on a day, `YYYY-MM-DD`: 3 if `dueOn` is Thursday, the day is Monday, and
 * the period is in working days. Gives `null` if the period is over: then it cannot stop any more.
 */
export function daysLeftOf({ dueOn, period }: Case, day: string, calendar: Calendar): number | null {
  const days = daysLeft(dueOn, day, { unit: unitOf(period), calendar });
  return days < 0 ? null : days;
}

/**
 * The last day of a case whose question is answered on the day `answeredOn`: the period runs on with the days that were left
 * when the question was asked. With 3 working days left and an answer on Friday, 27 November, it is Wednesday, 2 December. If
 * the period was over, or no question waits, the last day stays.
 */
export const resumedDueOn = (
  { dueOn, period, daysLeft: daysWhenAsked }: Case,
  answeredOn: string,
  calendar: Calendar,
): string =>
  daysWhenAsked === null
    ? dueOn
    : dueDate({ value: daysWhenAsked, unit: unitOf(period) }, answeredOn, calendar);

/** Today in the region, and the calendar by which its days are counted. */
export interface Today {
  /** `YYYY-MM-DD`. */
  today: string;
  /** Days off and working days of the region. */
  calendar: Calendar;
  /** Converts instants to local time. */
  clock: RegionClock;
}

/** Today by the officials' calendar. Converting an instant to a day is slow: do it once for a list. */
export const todayIn = ({ data: { calendar, region }, now }: RegionDataContext & ClockContext): Today => ({
  today: regionDay(now(), region.timeZone),
  calendar,
  clock: new RegionClock(region.timeZone),
});

/**
 * The day of registration of what came on a day, `YYYY-MM-DD`, where that was a day off: it is shown beside the last day, which is
 * counted from it.
 *
 * @example lateRegistration('2026-11-28', calendar) // { registeredOn: '2026-11-30' }
 */
export function lateRegistration(cameOn: string, calendar: Calendar): { registeredOn?: string } {
  const registeredOn = registrationDay(cameOn, calendar);
  return registeredOn === cameOn ? {} : { registeredOn };
}

/**
 * The deadline of a case, as the applicant sees it. While a question waits for her, the period stands: `daysLeft` stays the
 * same, and `dueOn` is the last day if she answered today. A case that has ended has no days left and is not overdue.
 */
export function deadlineOf(
  kase: Case,
  { today, calendar }: Omit<Today, 'clock'>,
): Pick<ApplicationStatus, 'dueOn' | 'daysLeft' | 'overdue'> {
  const { state, period, daysLeft: daysWhenAsked } = kase;
  const dueOn = resumedDueOn(kase, today, calendar);
  if (isFinalState(state)) return { dueOn, overdue: false };
  const unit = unitOf(period);
  const value = daysWhenAsked ?? daysLeft(dueOn, today, { unit, calendar });
  return { dueOn, daysLeft: { value, unit }, overdue: dueOn < today };
}
