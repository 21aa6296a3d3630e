import type { Slot } from '../../widgets/contract/appointments/schemas.ts';
import { addDays, isWorkingDay, regionDay, type Calendar } from '../../widgets/deadlines/calendar.ts';
import { RegionClock } from '../store/region-clock.ts';

/** Minutes of one visit. */
const SLOT_MINUTES = 20;
/** From and to, in minutes of the day, without lunch. */
const OPENING_MINUTES = [
  [9 * 60, 13 * 60],
  [14 * 60, 17 * 60],
] as const;
/** How many days ahead of today one can book. */
const MAX_DAYS_AHEAD = 60;
const DAY_MS = 24 * 60 * 60_000;

/** The instant at which somebody looks for a slot, and the days and clocks of the region. */
export interface SlotSearch {
  now: Date;
  calendar: Calendar;
  timeZone: string;
}

/** A visit that begins at an instant, in milliseconds. */
export function slotAt(startsAt: number, clock: RegionClock): Slot {
  const timeOf = (instant: Date) => clock.wallTime(instant) + clock.offsetAt(instant);
  return { startsAt: timeOf(new Date(startsAt)), endsAt: timeOf(new Date(startsAt + SLOT_MINUTES * 60_000)) };
}

/** The beginnings of all visits of a day, `YYYY-MM-DD`, in milliseconds. */
function slotStartsOn(day: string, clock: RegionClock): number[] {
  const midnight = clock.instantAt(day, 0).getTime();
  return OPENING_MINUTES.flatMap(([from, to]) =>
    Array.from(
      { length: (to - from) / SLOT_MINUTES },
      (_, i) => midnight + (from + i * SLOT_MINUTES) * 60_000,
    ),
  );
}

/**
 * The beginnings of the visits that can be booked on `days` days from the day `from` on, in milliseconds; taken ones too. Nobody
 * is received on a day off.
 */
export function bookableSlotStarts(
  { now, calendar, timeZone }: SlotSearch,
  from: string,
  days: number,
): number[] {
  const today = regionDay(now, timeZone);
  const clock = new RegionClock(timeZone);
  return Array.from({ length: days }, (_, i) => addDays(from, i))
    .filter((day) => day >= today && day <= addDays(today, MAX_DAYS_AHEAD) && isWorkingDay(day, calendar))
    .flatMap((day) => slotStartsOn(day, clock))
    .filter((startsAt) => startsAt > now.getTime());
}

/** Whether a visit that can be booked begins at an instant, in milliseconds. */
export const isBookableSlotStart = (search: SlotSearch, startsAt: number): boolean =>
  // Days far from now have more digits than a day can have.
  startsAt > search.now.getTime() &&
  startsAt < search.now.getTime() + (MAX_DAYS_AHEAD + 1) * DAY_MS &&
  bookableSlotStarts(search, regionDay(new Date(startsAt), search.timeZone), 1).includes(startsAt);
