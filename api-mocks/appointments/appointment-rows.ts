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

export type SlotContext = DatabaseContext & ClockContext & RegionDataContext;

/** A row of `appointments`. */
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
/** An appointment as the database keeps it. */
export type AppointmentRow = v.InferOutput<typeof AppointmentRowSchema>;

/** The appointment of a citizen. What is somebody else's looks like what is not there. */
export function requireOwnAppointment({ db }: DatabaseContext, id: string, citizen: Citizen): AppointmentRow {
  const row = db.prepare('SELECT * FROM appointments WHERE id = ? AND citizen = ?').get(id, citizen.id);
  if (!row) throw new HttpProblem('not-found');
  return v.parse(AppointmentRowSchema, row);
}

/** At most `limit` appointments of a citizen, the latest first, behind the one with the id `after`. */
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

/** Whether a visit is still to come at an instant. */
export function appointmentStateOf({ startsAt, cancelled }: AppointmentRow, now: Date): Appointment['state'] {
  if (cancelled) return 'cancelled';
  return startsAt <= now.getTime() ? 'over' : 'booked';
}

/** When somebody looks at appointments, and the clocks by which their times are written. */
interface RegionNow {
  now: Date;
  clock: RegionClock;
}

/** Making the clocks takes a while: for a list it is done once. */
export const regionNowOf = ({ now, data }: ClockContext & RegionDataContext): RegionNow => ({
  now: now(),
  clock: new RegionClock(data.region.timeZone),
});

/** An appointment as its citizen sees it. */
export function appointmentOf(booking: AppointmentRow, { now, clock }: RegionNow): Appointment {
  const { id, contact, startsAt, application } = booking;
  return {
    id,
    office: contact,
    ...slotAt(startsAt, clock),
    ...(application !== null && { application }),
    state: appointmentStateOf(booking, now),
  };
}

/** An office by its slug. */
export const findOffice = ({ data }: PortalDataContext, slug: string): AgencyContact | undefined =>
  data.catalogue.agencies.find((agency) => agency.slug === slug);

/** A search for slots at this instant. */
export const slotSearchOf = ({
  now,
  data: { calendar, region },
}: ClockContext & RegionDataContext): SlotSearch => ({
  now: now(),
  calendar,
  timeZone: region.timeZone,
});

/** When an office can still receive somebody, in milliseconds, on `days` days from the day `from` on. */
export function freeSlotStarts(
  context: SlotContext,
  office: string,
  { from, days }: { from: string; days: number },
): number[] {
  const rows = context.db
    .prepare('SELECT startsAt FROM appointments WHERE office = ? AND cancelled = 0')
    .all(office);
  const taken = new Set(rows.map((row) => row['startsAt']));
  return bookableSlotStarts(slotSearchOf(context), from, days).filter((startsAt) => !taken.has(startsAt));
}
