import * as v from 'valibot';

import type { Appointment, AppointmentInput } from '../../widgets/contract/appointments/schemas.ts';
import { AgencyContactSchema, type AgencyContact } from '../../widgets/contract/forms/schemas.ts';
import { findCase } from '../cases/cases.ts';
import type { Citizen } from '../sign-in/citizens.ts';
import { insert } from '../store/database.ts';
import { announce } from '../events/events.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { bookable, isBookable, slotAt } from './slots.ts';

/** How many appointments of one citizen may lie ahead. */
export const MOST_AHEAD = 3;

const RowSchema = v.object({
  id: v.string(),
  contact: v.pipe(v.string(), v.parseJson(), AgencyContactSchema),
  startsAt: v.number(),
  application: v.nullable(v.string()),
  sequence: v.number(),
  cancelled: v.number(),
  changedAt: v.string(),
});
/** An appointment as the database keeps it. */
export type Booking = v.InferOutput<typeof RowSchema>;

/** The appointment of a citizen. What is somebody else's looks like what is not there. */
export function ownBooking({ db }: Sandbox, id: string, citizen: Citizen): Booking {
  const row = db.prepare('SELECT * FROM appointments WHERE id = ? AND citizen = ?').get(id, citizen.id);
  if (!row) throw new Refusal('not-found');
  return v.parse(RowSchema, row);
}

/** At most `limit` appointments of a citizen, the latest first, behind the one with the id `after`. */
export const bookingsOf = ({ db }: Sandbox, citizen: Citizen, limit: number, after?: string): Booking[] =>
  db
    .prepare(
      `SELECT * FROM appointments WHERE citizen = :citizen
         AND (:after IS NULL OR (startsAt, id) < (SELECT startsAt, id FROM appointments WHERE id = :after AND citizen = :citizen))
       ORDER BY startsAt DESC, id DESC LIMIT :limit`,
    )
    .all({ citizen: citizen.id, after: after ?? null, limit })
    .map((row) => v.parse(RowSchema, row));

/** An appointment as its citizen sees it. */
export function appointmentOf({ now }: Sandbox, booking: Booking): Appointment {
  const { id, contact, startsAt, application, cancelled } = booking;
  const gone = startsAt <= now().getTime() ? 'over' : 'booked';
  return {
    id,
    office: contact,
    ...slotAt(startsAt),
    ...(application !== null && { application }),
    state: cancelled ? 'cancelled' : gone,
  };
}

/** An office by its slug. */
export const officeOf = ({ data }: Sandbox, slug: string): AgencyContact | undefined =>
  data.catalogue.agencies.find((agency) => agency.slug === slug);

/** When an office can still receive somebody, in milliseconds, on `days` days from the day `from` on. */
export function freeAt({ db, data, now }: Sandbox, office: string, from: string, days: number): number[] {
  const rows = db.prepare('SELECT startsAt FROM appointments WHERE office = ? AND cancelled = 0').all(office);
  const taken = new Set(rows.map((row) => row['startsAt']));
  return bookable(now(), data.calendar, from, days).filter((startsAt) => !taken.has(startsAt));
}

/** Books a visit. Runs within a transaction, as all below: nobody comes between the look and the entry. */
export function book(sandbox: Sandbox, citizen: Citizen, input: AppointmentInput): Booking {
  const { office, application } = input;
  const contact = officeOf(sandbox, office);
  if (!contact) throw invalid('/office', 'unknown');
  if (application !== undefined && findCase(sandbox.db, application)?.citizen !== citizen.id)
    throw invalid('/application', 'unknown');
  const id = crypto.randomUUID();
  const startsAt = freeSlot(sandbox, citizen, { id, office }, input.startsAt);
  if (aheadOf(sandbox, citizen).length >= MOST_AHEAD) throw new Refusal('appointment-limit');
  insert(sandbox.db, 'appointments', {
    id,
    citizen: citizen.id,
    office,
    contact: JSON.stringify(contact),
    startsAt,
    application: application ?? null,
    changedAt: sandbox.now().toISOString(),
  });
  announce(sandbox, citizen.id, 'appointmentChanged', id);
  return ownBooking(sandbox, id, citizen);
}

/** Moves a visit to another time in the same office. */
export function moveTo(sandbox: Sandbox, citizen: Citizen, booking: Booking, startsAt: string): Booking {
  const { id, contact } = booking;
  if (appointmentOf(sandbox, booking).state !== 'booked') throw tooLate();
  const start = freeSlot(sandbox, citizen, { id, office: contact.slug }, startsAt);
  change(sandbox, citizen, id, 'startsAt = :value', start);
  return ownBooking(sandbox, id, citizen);
}

/** Cancels a visit; one that is cancelled stays so. */
export function cancel(sandbox: Sandbox, citizen: Citizen, booking: Booking): void {
  const { state } = appointmentOf(sandbox, booking);
  if (state === 'over') throw tooLate();
  if (state === 'booked') change(sandbox, citizen, booking.id, 'cancelled = :value', 1);
}

function change(sandbox: Sandbox, citizen: Citizen, id: string, what: string, value: number): void {
  sandbox.db
    .prepare(`UPDATE appointments SET ${what}, sequence = sequence + 1, changedAt = :at WHERE id = :id`)
    .run({ id, value, at: sandbox.now().toISOString() });
  announce(sandbox, citizen.id, 'appointmentChanged', id);
}

const aheadOf = ({ db, now }: Sandbox, citizen: Citizen) =>
  db
    .prepare('SELECT id, startsAt FROM appointments WHERE citizen = ? AND cancelled = 0 AND startsAt > ?')
    .all(citizen.id, now().getTime());

/** The slot that begins at an instant, in milliseconds, if the appointment may have it. */
function freeSlot(
  sandbox: Sandbox,
  citizen: Citizen,
  { id, office }: { id: string; office: string },
  at: string,
) {
  const start = Date.parse(at);
  const { data, db, now } = sandbox;
  if (!isBookable(now(), data.calendar, start)) throw invalid('/startsAt', 'slot');
  const holder = db
    .prepare('SELECT id FROM appointments WHERE office = ? AND startsAt = ? AND cancelled = 0')
    .get(office, start);
  if (holder && holder['id'] !== id) throw new Refusal('slot-taken');
  if (aheadOf(sandbox, citizen).some((other) => other['startsAt'] === start && other['id'] !== id))
    throw new Refusal('slot-taken', { detail: 'На это время вы уже записаны в другое место.' });
  return start;
}

const invalid = (pointer: string, code: string) => new Refusal('invalid', { errors: [{ pointer, code }] });
const tooLate = () => new Refusal('wrong-state', { detail: 'Приём уже прошёл или отменён.' });
