const ZONE = 'Asia/Barnaul';
const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });
const OFFSET = new Intl.DateTimeFormat('en', { timeZone: ZONE, timeZoneName: 'longOffset' });

/** The offset of the region at an instant, `+07:00`: the law has changed it before (2016). */
export const offsetAt = (instant: Date): string =>
  OFFSET.formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')
    ?.value.slice(3) ?? '+00:00';

/** An instant as the clocks of the region show it, without offset: `2026-11-23T09:00:00`. */
export const wallTime = (instant: Date): string => WALL.format(instant).replace(' ', 'T');

/** The instant at which the clocks of the region show a day, `YYYY-MM-DD`, and so many minutes after its midnight. */
export function instantAt(day: string, minutes: number): Date {
  const offset = offsetAt(new Date(`${day}T00:00:00Z`));
  return new Date(Date.parse(`${day}T00:00:00${offset}`) + minutes * 60_000);
}
