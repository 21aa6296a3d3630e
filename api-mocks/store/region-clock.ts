/** The clocks of the region: what they show at an instant, and when they show it. `timeZone` is of the IANA database. */
export class RegionClock {
  readonly #wall: Intl.DateTimeFormat;
  readonly #offset: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.#wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    this.#offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  }

  /** The offset of the region at an instant, `+05:00`. A law may change it: many regions moved their clocks in 2016. */
  offsetAt(instant: Date): string {
    const name = this.#offset.formatToParts(instant).find(({ type }) => type === 'timeZoneName');
    // `GMT+05:00`; Greenwich itself is `GMT`.
    return name?.value.slice('GMT'.length) || '+00:00';
  }

  /** An instant as the clocks show it, without offset: `2026-11-23T09:00:00`. */
  wallTime(instant: Date): string {
    return this.#wall.format(instant).replace(' ', 'T');
  }

  /** The instant at which the clocks show a day, `YYYY-MM-DD`, and so many minutes after its midnight. */
  instantAt(day: string, minutes: number): Date {
    const offset = this.offsetAt(new Date(`${day}T00:00:00Z`));
    return new Date(Date.parse(`${day}T00:00:00${offset}`) + minutes * 60_000);
  }
}

const LONG_DAY = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });

/** A day, `YYYY-MM-DD`, as people write it: «21 ноября 2026 г.». */
export const dateInWords = (day: string): string => LONG_DAY.format(new Date(day));

/** An instant, ISO 8601, as people in a time zone write it: «21 ноября 2026 г. в 12:00». */
export const dateTimeInWords = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
