import { ICalAlarmType, ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

import type { Appointment } from '../../widgets/contract/appointments/schemas.ts';
import { RegionClock } from '../store/region-clock.ts';

interface VersionedAppointment extends Appointment {
  /** How often it was moved or cancelled. */
  sequence: number;
  changedAt: string;
}

/**
 * An appointment as a calendar takes it in (RFC 5545): the same event again, whenever it was moved or cancelled. Its times are
 * those of `timeZone`.
 */
export function writeICalendar(appointment: VersionedAppointment, timeZone: string): string {
  const clock = new RegionClock(timeZone);
  const { id, office, startsAt, endsAt, state, sequence, changedAt } = appointment;
  const cancelled = state === 'cancelled';
  const start = new Date(startsAt);
  const calendar = new ICalCalendar({
    // RFC 5546 keeps CANCEL for those who invite guests by mail: what is published is cancelled by its STATUS.
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
    // Without offset: the library takes it as it stands, wherever the server is.
    start: clock.wallTime(start),
    end: clock.wallTime(new Date(endsAt)),
    summary: `${cancelled ? 'Отменено. ' : ''}Приём: ${office.title}`,
    description: descriptionOf(appointment),
    location: office.address ?? office.title,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (!cancelled) event.createAlarm({ type: ICalAlarmType.display, triggerBefore: 24 * 60 * 60 });
  return `${moveAlarmLast(calendar.toString())}\r\n`;
}

const descriptionOf = ({ office, application }: Appointment): string =>
  [
    application === undefined ? 'Возьмите паспорт.' : `Возьмите паспорт. Номер заявления: ${application}.`,
    ...(office.phone === undefined ? [] : [`Телефон: ${office.phone}.`]),
    'Перенести или отменить запись можно в личном кабинете.',
  ].join('\n');

/** The library writes STATUS behind the alarm; RFC 5545 wants components last. */
const moveAlarmLast = (text: string): string =>
  text.replace(/(BEGIN:VALARM.*?END:VALARM\r\n)(.*?)(?=END:VEVENT)/s, '$2$1');

/** The one offset that matters to the one event; the rest of the zone's history calendars know themselves. */
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
