import * as v from 'valibot';

import type { Appointment } from '../../widgets/contract/appointments/schemas.ts';
import { AgencyContactSchema, type AgencyContact } from '../../widgets/contract/forms/schemas.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { PortalDataContext, RegionDataContext } from '../store/portal-data.ts';
import { RegionClock } from '../store/region-clock.ts';
import { bookableSlotStarts, slotAt, type SlotSearch } from './slots.ts';

/** What a search for free slots needs. */
export type SlotContext = DatabaseContext & ClockContext & RegionDataContext;

/** Parses a row of the table `appointments`. */
export const AppointmentRowSchema = v.object({
  id: v.string(),
  citizen: v.string(),
  contact: v.pipe(v.string(), v.parseJson(), AgencyContactSchema),
  startsAt: v.number(),
  application: v.nullable(v.string()),
  sequence: v.number(),
  cancelled: v.number(),
  changedAt: v.string(),
});
/**
 * An appointment as the database stores it: `startsAt` in milliseconds since 1970, `cancelled` 0 or 1, `application` the number
 * of the case that it is about. `contact` is the office as it was when the citizen booked.
 */
export type AppointmentRow = v.InferOutput<typeof AppointmentRowSchema>;

/** Whom an appointment belongs to if its case was sent without signing in: no citizen has such an id. */
export const visitorOf = (number: string): string => `${VISITOR_PREFIX}${number}`;
const VISITOR_PREFIX = 'case ';

/** Whether an id of `AppointmentRow.citizen` was made by `visitorOf`. */
export const isVisitor = (citizen: string): boolean => citizen.startsWith(VISITOR_PREFIX);

/** Finds an appointment of a citizen. Throws 404 `not-found` if there is none, and also if it is somebody else's. */
export function requireOwnAppointment({ db }: DatabaseContext, id: string, citizen: Citizen): AppointmentRow {
  const row = db.prepare('SELECT * FROM appointments WHERE id = ? AND citizen = ?').get(id, citizen.id);
  if (!row) throw new HttpProblem('not-found');
  return v.parse(AppointmentRowSchema, row);
}

/**
 * Appointments of a citizen, the latest first: at most `limit` that follow the one with the id `after`; without it, the first
 * ones.
 */
export const appointmentsOf = (
  { db }: DatabaseContext,
  citizen: Citizen,
  { limit, after = null }: { limit: number; after?: string | undefined | null },
): AppointmentRow[] =>
  db
    .prepare(
      `SELECT * FROM appointments WHERE citizen = :citizen
         AND (:after IS NULL OR (startsAt, id) < (SELECT startsAt, id FROM appointments WHERE id = :after AND citizen = :citizen))
       ORDER BY startsAt DESC, id DESC LIMIT :limit`,
    )
    .all({ citizen: citizen.id, after, limit })
    .map((row) => v.parse(AppointmentRowSchema, row));

/** The state of an appointment: `cancelled`, `over` if it has started, else `booked`. */
export function appointmentStateOf({ startsAt, cancelled }: AppointmentRow, now: Date): Appointment['state'] {
  if (cancelled) return 'cancelled';
  return startsAt <= now.getTime() ? 'over' : 'booked';
}

/** The time now by the officials' calendar, and the clock that converts it to the region's local time. */
interface RegionNow {
  now: Date;
  clock: RegionClock;
}

/** Makes what `appointmentOf` needs. Making a `RegionClock` is slow: do it once for a list. */
export const regionNowOf = ({ now, data }: ClockContext & RegionDataContext): RegionNow => ({
  now: now(),
  clock: new RegionClock(data.region.timeZone),
});

/** Turns a row into the appointment that its citizen sees. */
export function appointmentOf(row: AppointmentRow, { now, clock }: RegionNow): Appointment {
  const { id, contact, startsAt, application } = row;
  return {
    id,
    office: contact,
    ...slotAt(startsAt, clock),
    ...(application !== null && { application }),
    state: appointmentStateOf(row, now),
  };
}

/** Finds an office, which is an agency of the catalogue, by its slug. Gives `undefined` if there is none. */
export const findOffice = ({ data }: PortalDataContext, slug: string): AgencyContact | undefined =>
  data.catalogue.agencies.find((agency) => agency.slug === slug);

/** Makes what a search for slots of an office needs, as of now. */
export const slotSearchOf = (
  { now, data: { calendar, region, offices } }: ClockContext & RegionDataContext,
  office: string,
): SlotSearch => ({
  now: now(),
  calendar,
  timeZone: region.timeZone,
  hours: offices?.[office],
});

/**
 * When the free slots of an office start, in milliseconds since 1970, on `days` days, the first of them `from` (`YYYY-MM-DD`).
 */
export function freeSlotStarts(
  context: SlotContext,
  office: string,
  { from, days }: { from: string; days: number },
): number[] {
  const rows = context.db
    .prepare('SELECT startsAt FROM appointments WHERE office = ? AND cancelled = 0')
    .all(office);
  const takenStarts = new Set(rows.map((row) => row['startsAt']));
  return bookableSlotStarts(slotSearchOf(context, office), from, days).filter(
    (startsAt) => !takenStarts.has(startsAt),
  );
}
