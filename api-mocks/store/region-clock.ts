import { dateFormat } from '../../widgets/deadlines/date-format.ts';

/** Converts between instants and the local time of the region. `timeZone` is a name of the IANA database: `Asia/Novosibirsk`. */
export class RegionClock {
  readonly #wall: Intl.DateTimeFormat;
  readonly #offset: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.#wall = dateFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    this.#offset = dateFormat('en', { timeZone, timeZoneName: 'longOffset' });
  }

  /**
   * The offset from UTC at an instant. A law may change it: many regions moved their clocks in 2016.
   *
   * @example new RegionClock('Asia/Novosibirsk').offsetAt(new Date('2026-11-21T05:00:00Z')) // '+07:00'
   */
  offsetAt(instant: Date): string {
    const name = this.#offset.formatToParts(instant).find(({ type }) => type === 'timeZoneName');
    // Intl gives `GMT+07:00`, and `GMT` alone where there is no offset.
    return name?.value.slice('GMT'.length) || '+00:00';
  }

  /**
   * Local time at an instant, without offset.
   *
   * @example new RegionClock('Asia/Novosibirsk').wallTime(new Date('2026-11-21T05:00:00Z')) // '2026-11-21T12:00:00'
   */
  wallTime(instant: Date): string {
    return this.#wall.format(instant).replace(' ', 'T');
  }

  /**
   * The instant so many minutes after midnight of a day, `YYYY-MM-DD`. The offset is that of the day's start.
   *
   * @example new RegionClock('Asia/Novosibirsk').instantAt('2026-11-21', 9 * 60) // 2026-11-21T02:00:00.000Z
   */
  instantAt(day: string, minutes: number): Date {
    const offset = this.offsetAt(new Date(`${day}T00:00:00Z`));
    return new Date(Date.parse(`${day}T00:00:00${offset}`) + minutes * 60_000);
  }
}

const LONG_DAY = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * Writes a day, `YYYY-MM-DD`, as people do.
 *
 * @example dateInWords('2026-11-21') // '21 ноября 2026 г.'
 */
export const dateInWords = (day: string): string => LONG_DAY.format(new Date(day));

/**
 * Writes an instant, ISO 8601, as people in a time zone do.
 *
 * @example dateTimeInWords('2026-11-21T05:00:00Z', 'Asia/Novosibirsk') // '21 ноября 2026 г. в 12:00'
 */
export const dateTimeInWords = (instant: string, timeZone: string): string =>
  dateFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(instant));
