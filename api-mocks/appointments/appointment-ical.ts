import type { Context } from 'hono';
import { ICalAlarmType, ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

import type { Appointment } from '../../widgets/contract/appointments/schemas.ts';
import type { ClockContext } from '../store/clock.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { KeyContext } from '../store/sealing.ts';
import { RegionClock } from '../store/region-clock.ts';
import { appointmentOf, regionNowOf, type AppointmentRow } from './appointment-rows.ts';
import { bringInWords, thingsToBring } from './visit-offers.ts';

/** The calendar reminds of the appointment this long before its start. */
const REMINDER_SECONDS = 24 * 60 * 60;

/** An appointment, and what tells a calendar that it has changed. */
interface VersionedAppointment extends Appointment {
  /** How often it was moved or cancelled. */
  sequence: number;
  /** The last change, ISO 8601. */
  changedAt: string;
  /** What to bring, if the agency has said it. */
  bring?: readonly string[];
}

/**
 * Writes an appointment as a file for calendars (iCalendar, RFC 5545), with local times of `timeZone`.
 *
 * The `UID` stays the same, and `SEQUENCE` grows with each change: so a calendar that imports the file again replaces its
 * event. An appointment that was moved once has these lines: `UID:8e03…@okno`, `SEQUENCE:1`,
 * `DTSTART;TZID=Asia/Novosibirsk:20261123T090000`, `STATUS:CONFIRMED`.
 */
export function writeICalendar(appointment: VersionedAppointment, timeZone: string): string {
  const clock = new RegionClock(timeZone);
  const { id, office, startsAt, endsAt, state, sequence, changedAt } = appointment;
  const cancelled = state === 'cancelled';
  const start = new Date(startsAt);
  const calendar = new ICalCalendar({
    // RFC 5546: the method CANCEL is for organisers who invite guests by mail. A published event is cancelled by its STATUS.
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Okno', product: 'Portal', language: 'RU' },
    timezone: {
      name: null,
      generator: (name) => writeVTimeZone(name, clock.offsetAt(start).replace(':', '')),
    },
  });
  const event = calendar.createEvent({
    id: `${id}@okno`,
    sequence,
    stamp: new Date(changedAt),
    timezone: timeZone,
    // A text without offset: the library writes it unchanged, whatever the server's own time zone is.
    start: clock.wallTime(start),
    end: clock.wallTime(new Date(endsAt)),
    summary: `${cancelled ? 'Отменено. ' : ''}Приём: ${office.title}`,
    description: descriptionOf(appointment),
    location: office.address ?? office.title,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (!cancelled) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: REMINDER_SECONDS });
  return `${moveAlarmLast(calendar.toString())}\r\n`;
}

/** Responds with an appointment as a file for calendars. */
export function calendarResponse(
  c: Context,
  context: ClockContext & RegionDataContext & DatabaseContext & KeyContext,
  row: AppointmentRow,
): Response {
  const { sequence, changedAt, application } = row;
  const bring = application === null ? [] : thingsToBring(context, application);
  const appointment = { ...appointmentOf(row, regionNowOf(context)), sequence, changedAt, bring };
  return c.body(writeICalendar(appointment, context.data.region.timeZone), 200, {
    'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'Content-Disposition': 'attachment; filename="priem.ics"',
  });
}

/** The text of the calendar's event: what to bring, and when the office is open, and its phone. */
const descriptionOf = ({ office, application, bring = [] }: VersionedAppointment): string =>
  [
    bringInWords(bring) ?? 'Возьмите паспорт.',
    ...(application === undefined ? [] : [`Номер заявления: ${application}.`]),
    ...(office.hours === undefined ? [] : [`Часы работы: ${office.hours}.`]),
    ...(office.phone === undefined ? [] : [`Телефон: ${office.phone}.`]),
    'Перенести или отменить запись можно там же, где вы записались.',
  ].join('\n');

/**
 * Moves the alarm to the end of the event. The library writes properties after it (`STATUS`), and RFC 5545, 3.6.1, wants
 * components last: `BEGIN:VALARM … END:VALARM`, `STATUS:CONFIRMED`, `END:VEVENT` becomes `STATUS:CONFIRMED`,
 * `BEGIN:VALARM … END:VALARM`, `END:VEVENT`.
 */
const moveAlarmLast = (text: string): string =>
  text.replace(/(BEGIN:VALARM.*?END:VALARM\r\n)(.*?)(?=END:VEVENT)/s, '$2$1');

/**
 * Describes the time zone by one offset, `+0700`: that of the event. The file has one event, so other offsets in the zone's
 * history do not matter.
 */
const writeVTimeZone = (name: string, offset: string) =>
  [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ].join('\n');
