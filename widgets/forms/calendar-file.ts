import { addDays } from '../deadlines/calendar.ts';

/** A day to remember. */
interface DayInCalendar {
  /** Stays the same for the same thing: a calendar that imports the file again replaces its event. */
  id: string;
  /** `YYYY-MM-DD`. */
  day: string;
  /** When the file was made, in milliseconds since 1970. */
  madeAt: number;
  title: string;
  text: string;
}

/** Bytes that a line may have (RFC 5545, section 3.1). */
const LINE_BYTES = 75;

/**
 * Writes a file for calendars (iCalendar, RFC 5545) with one whole day, of which the calendar reminds the day before. The library that
 * the portal uses for appointments would be many times as large.
 *
 * @example
 * calendarFile({ id: '22-2026-000001', day: '2026-12-04', … }) // 'BEGIN:VCALENDAR\r\n…DTSTART;VALUE=DATE:20261204\r\n…'
 */
export const calendarFile = ({ id, day, madeAt, title, text }: DayInCalendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Okno//Widgets//RU',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@okno`,
    `DTSTAMP:${basic(new Date(madeAt).toISOString().replace(/\.\d+/, ''))}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');

/** `2026-12-04` → `20261204` */
const basic = (iso: string): string => iso.replaceAll(/[-:]/g, '');

/** RFC 5545, section 3.3.11. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);

/** Breaks a line that is too long; the next one begins with a space. A letter of several bytes stays whole. */
function folded(line: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const lines = [''];
  for (const letter of line) {
    const last = lines.at(-1) ?? '';
    if (bytes(last + letter) <= LINE_BYTES) lines[lines.length - 1] = last + letter;
    else lines.push(` ${letter}`);
  }
  return lines.join('\r\n');
}
