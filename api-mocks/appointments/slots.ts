import type { Slot } from '../../widgets/contract/appointments/schemas.ts';
import type { OfficeHours } from '../../widgets/contract/region/schemas.ts';
import { addDays, isWorkingDay, regionDay, type Calendar } from '../../widgets/deadlines/calendar.ts';
import { RegionClock } from '../store/region-clock.ts';

/** Minutes of one visit. */
const SLOT_MINUTES = 20;
/** When an agency receives people whose hours are not known. That makes 12 and 9 visits. */
const USUAL_HOURS = [{ days: [0, 1, 2, 3, 4, 5, 6], intervals: ['09:00–13:00', '14:00–17:00'] }];
/** A visit can be booked this many days ahead. */
const MAX_DAYS_AHEAD = 60;
const DAY_MS = 24 * 60 * 60_000;

/** What a search for slots needs to know. */
export interface SlotSearch {
  /** Slots before it are over. */
  now: Date;
  /** Days off and working days of the region. */
  calendar: Calendar;
  /** Name of the IANA database: `Asia/Novosibirsk`. */
  timeZone: string;
  /** When the office is open; `USUAL_HOURS` where that is not known. */
  hours?: OfficeHours[string] | undefined;
}

/**
 * The slot that starts at an instant, in milliseconds since 1970, in local time with its offset:
 * `{ startsAt: '2026-11-23T09:00:00+07:00', endsAt: '2026-11-23T09:20:00+07:00' }`.
 */
export function slotAt(startsAt: number, clock: RegionClock): Slot {
  const timeOf = (instant: Date) => clock.wallTime(instant) + clock.offsetAt(instant);
  return { startsAt: timeOf(new Date(startsAt)), endsAt: timeOf(new Date(startsAt + SLOT_MINUTES * 60_000)) };
}

/** When the slots of a day, `YYYY-MM-DD`, start, in milliseconds since 1970: at full hours, 20 and 40 minutes past, while it is open. */
function slotStartsOn(day: string, clock: RegionClock, hours: OfficeHours[string]): number[] {
  const midnight = clock.instantAt(day, 0).getTime();
  // 0 is Monday.
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const { intervals = [] } = hours.find(({ days }) => days.includes(weekday)) ?? {};
  return intervals.flatMap((interval) => {
    const [from = 0, to = 0] = interval.split('–').map(minutesOf);
    const first = Math.ceil(from / SLOT_MINUTES);
    const end = Math.floor(to / SLOT_MINUTES);
    return Array.from(
      { length: Math.max(0, end - first) },
      (_, i) => midnight + (first + i) * SLOT_MINUTES * 60_000,
    );
  });
}

/** Minutes from midnight: `12:18` → 738. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}

/**
 * When the slots start that can be booked on `days` days, the first of them `from` (`YYYY-MM-DD`), in milliseconds since
 * 1970. Slots that somebody has taken are among them. There are none on days off, in the past, and later than `MAX_DAYS_AHEAD`.
 */
export function bookableSlotStarts(
  { now, calendar, timeZone, hours = USUAL_HOURS }: SlotSearch,
  from: string,
  days: number,
): number[] {
  const today = regionDay(now, timeZone);
  const clock = new RegionClock(timeZone);
  return Array.from({ length: days }, (_, i) => addDays(from, i))
    .filter((day) => day >= today && day <= addDays(today, MAX_DAYS_AHEAD) && isWorkingDay(day, calendar))
    .flatMap((day) => slotStartsOn(day, clock, hours))
    .filter((startsAt) => startsAt > now.getTime());
}

/** Whether a slot that can be booked starts at an instant, in milliseconds since 1970. Somebody may have booked it. */
export const isBookableSlotStart = (search: SlotSearch, startsAt: number): boolean =>
  // Looks at the range first: a day far from now has a year of more than four digits, which is no `YYYY-MM-DD`.
  startsAt > search.now.getTime() &&
  startsAt < search.now.getTime() + (MAX_DAYS_AHEAD + 1) * DAY_MS &&
  bookableSlotStarts(search, regionDay(new Date(startsAt), search.timeZone), 1).includes(startsAt);
