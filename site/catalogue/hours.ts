import OpeningHours from 'opening_hours';
import * as v from 'valibot';

import type { RegionContent } from './region.ts';

/**
 * Opening hours in OpenStreetMap's syntax, e.g. `Mo-Th 09:00-13:00,13:48-18:00; Fr 09:00-17:00; PH off`.
 * https://wiki.openstreetmap.org/wiki/Key:opening_hours
 */
export const openingHours = v.pipe(
  v.string('hours'),
  v.check((value) => {
    try {
      return new OpeningHours(value, RUSSIA).getWarnings().length === 0;
    } catch {
      return false;
    }
  }, 'hours'),
);

/** The library needs a country to know what `PH` (public holidays) means. Where in the country does not matter to the syntax. */
const RUSSIA = { lat: 0, lon: 0, address: { country_code: 'ru', state: '' } };

/** Week days in a row that have the same hours: `{ days: [0, 1, 2, 3], intervals: ['09:00–13:00', '13:48–18:00'] }`. */
export interface DayHours {
  /** 0 is Monday. */
  days: number[];
  /** When it is open, in the order of the day; empty on a day off. Midnight is `00:00` at the beginning, `24:00` at the end. */
  intervals: string[];
}

/** A Monday with no public holiday in its week, and not the last or first of its month. */
const ORDINARY_MONDAY = new Date(2026, 9, 12);

/**
 * The hours of an ordinary week, days in a row with the same hours together. Exceptions (sanitary days, holidays) are not in it.
 *
 * @example weeklyHours('Mo-Fr 09:00-18:00', region)
 * // [{ days: [0, 1, 2, 3, 4], intervals: ['09:00–18:00'] }, { days: [5, 6], intervals: [] }]
 */
export function weeklyHours(hours: string, region: Pick<RegionContent, 'name' | 'centre'>): DayHours[] {
  const key = JSON.stringify([hours, region.name, region.centre]);
  const week = knownWeeks.get(key) ?? findWeeklyHours(hours, region);
  knownWeeks.set(key, week);
  return week;
}

/** Weeks that were found before: the hours of one agency stand on the cards of all its services. */
const knownWeeks = new Map<string, DayHours[]>();

function findWeeklyHours(
  hours: string,
  { name, centre }: Pick<RegionContent, 'name' | 'centre'>,
): DayHours[] {
  const opening = new OpeningHours(hours, {
    lat: centre.latitude,
    lon: centre.longitude,
    address: { country_code: 'ru', state: name },
  });
  const week: DayHours[] = [];
  for (let day = 0; day < 7; day++) {
    const dayStart = new Date(ORDINARY_MONDAY);
    dayStart.setDate(dayStart.getDate() + day);
    const dayEnd = new Date(dayStart);
    dayEnd.setDate(dayEnd.getDate() + 1);
    const intervals = opening
      .getOpenIntervals(dayStart, dayEnd)
      .map(
        ([start, end]) =>
          `${formatTime(start)}–${end.getTime() === dayEnd.getTime() ? '24:00' : formatTime(end)}`,
      );
    const previousDays = week.at(-1);
    if (previousDays?.intervals.join() === intervals.join()) previousDays.days.push(day);
    else week.push({ days: [day], intervals });
  }
  return week;
}

/** The hours of an ordinary week of each agency, by its slug: the portal offers visits then. */
export const officeHours = (
  agencies: ReadonlyMap<string, { hours: { value: string } }>,
  region: Pick<RegionContent, 'name' | 'centre'>,
): Record<string, DayHours[]> =>
  Object.fromEntries([...agencies].map(([slug, { hours }]) => [slug, weeklyHours(hours.value, region)]));

const formatTime = (date: Date) =>
  `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
