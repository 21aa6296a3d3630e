import type { Slot } from '../../widgets/contract/appointments/schemas.ts';
import { addDays, isWorkingDay, regionDay, type Calendar } from '../../widgets/deadlines/calendar.ts';
import { instantAt, offsetAt, wallTime } from '../store/region-time.ts';

/** Minutes of one visit. */
const MINUTES = 20;
/** From and to, in minutes of the day, without lunch. */
const HOURS = [
  [9 * 60, 13 * 60],
  [14 * 60, 17 * 60],
] as const;
/** How many days ahead of today one can book. */
const DAYS_AHEAD = 60;
const DAY = 24 * 60 * 60_000;

/** A visit that begins at an instant, in milliseconds. */
export function slotAt(startsAt: number): Slot {
  const [start, end] = [new Date(startsAt), new Date(startsAt + MINUTES * 60_000)];
  return { startsAt: wallTime(start) + offsetAt(start), endsAt: wallTime(end) + offsetAt(end) };
}

/** The beginnings of all visits of a day, `YYYY-MM-DD`, in milliseconds. Nobody is received on a day off. */
function startsOn(day: string, calendar: Calendar): number[] {
  if (!isWorkingDay(day, calendar)) return [];
  return HOURS.flatMap(([from, to]) =>
    Array.from({ length: (to - from) / MINUTES }, (_, i) => instantAt(day, from + i * MINUTES).getTime()),
  );
}

/** The beginnings of the visits that can be booked at `now`, on `days` days from the day `from` on; taken ones too. */
export function bookable(now: Date, calendar: Calendar, from: string, days: number): number[] {
  const today = regionDay(now);
  return Array.from({ length: days }, (_, i) => addDays(from, i))
    .filter((day) => day >= today && day <= addDays(today, DAYS_AHEAD))
    .flatMap((day) => startsOn(day, calendar))
    .filter((startsAt) => startsAt > now.getTime());
}

/** Whether a visit that can be booked at `now` begins at an instant, in milliseconds. */
export const isBookable = (now: Date, calendar: Calendar, startsAt: number): boolean =>
  // Days far from now have more digits than a day can have.
  startsAt > now.getTime() &&
  startsAt < now.getTime() + (DAYS_AHEAD + 1) * DAY &&
  bookable(now, calendar, regionDay(new Date(startsAt)), 1).includes(startsAt);
