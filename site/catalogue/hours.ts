import OpeningHours from 'opening_hours';
import * as v from 'valibot';

import type { RegionContent } from './region.ts';

/** Opening hours in OpenStreetMap's syntax, e.g. `Mo-Th 09:00-13:00,13:48-18:00; Fr 09:00-17:00; PH off`. https://wiki.openstreetmap.org/wiki/Key:opening_hours */
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

/** Week days with the same hours: `{ days: [0, 1, 2, 3], intervals: ['09:00–13:00', '13:48–18:00'] }`. */
export interface DayHours {
  /** Days in a row; 0 is Monday. */
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
export function weeklyHours(
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
    const from = new Date(ORDINARY_MONDAY);
    from.setDate(from.getDate() + day);
    const to = new Date(from);
    to.setDate(to.getDate() + 1);
    const open = opening
      .getOpenIntervals(from, to)
      .map(
        ([start, end]) =>
          `${formatTime(start)}–${end.getTime() === to.getTime() ? '24:00' : formatTime(end)}`,
      );
    const last = week.at(-1);
    if (last?.intervals.join() === open.join()) last.days.push(day);
    else week.push({ days: [day], intervals: open });
  }
  return week;
}

const formatTime = (date: Date) =>
  `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
