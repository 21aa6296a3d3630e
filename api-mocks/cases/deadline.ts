import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import type { ApplicationStatus } from '../../widgets/contract/applications/schemas.ts';
import { daysLeft, dueDate, regionDay, type Calendar } from '../../widgets/deadlines/calendar.ts';
import type { Period } from '../../widgets/deadlines/period.ts';
import type { ClockContext } from '../store/clock.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import type { Case } from './cases.ts';

const unitOf = ({ unit }: Period) => (unit === 'workingDay' ? 'workingDay' : 'calendarDay');

/** What is left of the period of a case on a day, `YYYY-MM-DD`; `null` where it has run out, and so cannot wait. */
export function daysLeftOf({ dueOn, period }: Case, day: string, calendar: Calendar): number | null {
  const left = daysLeft(dueOn, day, { unit: unitOf(period), calendar });
  return left < 0 ? null : left;
}

/** The last day of a case: what was left when the question was asked is left when it is answered, on the day `answered`. */
export const resumedDueOn = (
  { dueOn, period, daysLeft: left }: Case,
  answered: string,
  calendar: Calendar,
): string => (left === null ? dueOn : dueDate({ value: left, unit: unitOf(period) }, answered, calendar));

/** The day on which somebody looks at a case, `YYYY-MM-DD`, and the calendar by which days are counted. */
export interface Today {
  today: string;
  calendar: Calendar;
}

/** Finding out the day takes a while: for a list it is done once. */
export const todayIn = ({ data: { calendar, region }, now }: RegionDataContext & ClockContext): Today => ({
  today: regionDay(now(), region.timeZone),
  calendar,
});

/** By when a case has to be answered, as its applicant is told. While a question waits for her, the period waits, too. */
export function deadlineOf(
  kase: Case,
  { today, calendar }: Today,
): Pick<ApplicationStatus, 'dueOn' | 'daysLeft' | 'overdue'> {
  const { state, period, daysLeft: left } = kase;
  const dueOn = resumedDueOn(kase, today, calendar);
  if (isFinalState(state)) return { dueOn, overdue: false };
  const unit = unitOf(period);
  const value = left ?? daysLeft(dueOn, today, { unit, calendar });
  return { dueOn, daysLeft: { value, unit }, overdue: dueOn < today };
}
