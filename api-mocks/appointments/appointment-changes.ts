import * as v from 'valibot';

import type { AppointmentInput } from '../../widgets/contract/appointments/schemas.ts';
import { findCase } from '../cases/cases.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import {
  AppointmentRowSchema,
  findOffice,
  requireOwnAppointment,
  slotSearchOf,
  appointmentStateOf,
  type AppointmentRow,
  type SlotContext,
} from './appointment-rows.ts';
import { isBookableSlotStart } from './slots.ts';

/** A citizen may have this many appointments that are still to come. */
const MAX_UPCOMING = 3;

/** What changing an appointment needs. */
export type AppointmentContext = EventContext & PortalDataContext;

/**
 * Books an appointment. Runs within a transaction, as all functions below: nobody takes the slot between the check and the
 * insert.
 *
 * Throws 422 `invalid` for an office, application or slot that does not exist, 409 `slot-taken`, and 409 `appointment-limit` if
 * the citizen has `MAX_UPCOMING` appointments already.
 */
export function bookAppointment(
  context: AppointmentContext,
  citizen: Citizen,
  input: AppointmentInput,
): AppointmentRow {
  const { db, now } = context;
  const { office, application } = input;
  const contact = findOffice(context, office);
  if (!contact) throw fieldProblem('/office', 'unknown');
  if (application !== undefined && findCase(db, application)?.citizen !== citizen.id)
    throw fieldProblem('/application', 'unknown');
  const id = crypto.randomUUID();
  const startsAt = requireFreeSlot(context, { id, office, citizen: citizen.id }, input.startsAt);
  if (upcomingAppointments(context, citizen.id).length >= MAX_UPCOMING)
    throw new HttpProblem('appointment-limit');
  insertRow(db, 'appointments', {
    id,
    citizen: citizen.id,
    office,
    contact: JSON.stringify(contact),
    startsAt,
    application: application ?? null,
    changedAt: now().toISOString(),
  });
  addEvent(context, { citizen: citizen.id, kind: 'appointmentChanged', subject: id });
  return requireOwnAppointment(context, id, citizen);
}

/**
 * Moves an appointment to another time in the same office. Gives the changed row. Throws 409 `wrong-state` if it is over or
 * cancelled, and for the new slot the same as `bookAppointment`.
 */
export function rescheduleAppointment(
  context: AppointmentContext,
  row: AppointmentRow,
  startsAt: string,
): AppointmentRow {
  const { id, citizen, contact } = row;
  if (appointmentStateOf(row, context.now()) !== 'booked') throw notBookedProblem();
  const start = requireFreeSlot(context, { id, office: contact.slug, citizen }, startsAt);
  return updateAppointment(context, row, { startsAt: start });
}

/** Cancels an appointment. Does nothing if it is cancelled. Throws 409 `wrong-state` if it is over. */
export function cancelAppointment(context: AppointmentContext, row: AppointmentRow): void {
  const state = appointmentStateOf(row, context.now());
  if (state === 'over') throw notBookedProblem();
  if (state === 'booked') updateAppointment(context, row, { cancelled: 1 });
}

/** Changes the row, counts the change in `sequence` (calendars ask for it), and adds an event. */
function updateAppointment(
  context: EventContext,
  { id, citizen, startsAt, cancelled }: AppointmentRow,
  change: { startsAt: number } | { cancelled: 1 },
): AppointmentRow {
  const row = context.db
    .prepare(
      `UPDATE appointments SET startsAt = :startsAt, cancelled = :cancelled, sequence = sequence + 1, changedAt = :at
       WHERE id = :id RETURNING *`,
    )
    .get({ id, startsAt, cancelled, ...change, at: context.now().toISOString() });
  addEvent(context, { citizen, kind: 'appointmentChanged', subject: id });
  return v.parse(AppointmentRowSchema, row);
}

/** The appointments of a citizen that are booked and still to come. */
const upcomingAppointments = ({ db, now }: DatabaseContext & ClockContext, citizen: string) =>
  db
    .prepare('SELECT id, startsAt FROM appointments WHERE citizen = ? AND cancelled = 0 AND startsAt > ?')
    .all(citizen, now().getTime());

/**
 * Checks that the appointment `id`, a new one or one that moves, may have the slot that starts at `at`, ISO 8601. Gives the start
 * in milliseconds since 1970. Throws 422 `invalid` if no slot starts then, and 409 `slot-taken` if another appointment has the
 * slot, or the citizen has another appointment at the same time.
 */
function requireFreeSlot(
  context: SlotContext,
  { id, office, citizen }: { id: string; office: string; citizen: string },
  at: string,
): number {
  const start = Date.parse(at);
  if (!isBookableSlotStart(slotSearchOf(context), start)) throw fieldProblem('/startsAt', 'slot');
  const otherAppointment = context.db
    .prepare('SELECT id FROM appointments WHERE office = ? AND startsAt = ? AND cancelled = 0')
    .get(office, start);
  if (otherAppointment && otherAppointment['id'] !== id) throw new HttpProblem('slot-taken');
  if (
    upcomingAppointments(context, citizen).some((other) => other['startsAt'] === start && other['id'] !== id)
  )
    throw new HttpProblem('slot-taken', { detail: 'На это время вы уже записаны в другое место.' });
  return start;
}

/** 422 for one wrong field of the request: `fieldProblem('/office', 'unknown')`. */
const fieldProblem = (pointer: string, code: string) =>
  new HttpProblem('invalid', { errors: [{ pointer, code }] });
/** 409 for an appointment that has started or was cancelled. */
const notBookedProblem = () => new HttpProblem('wrong-state', { detail: 'Приём уже прошёл или отменён.' });
