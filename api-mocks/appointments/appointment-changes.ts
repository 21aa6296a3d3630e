import * as v from 'valibot';

import type { AppointmentInput } from '../../widgets/contract/appointments/schemas.ts';
import type { AgencyContact } from '../../widgets/contract/forms/schemas.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import {
  AppointmentRowSchema,
  findOffice,
  appointmentStateOf,
  isVisitor,
  visitorOf,
  type AppointmentRow,
} from './appointment-rows.ts';
import { fieldProblem, requireFreeSlot, upcomingAppointments } from './free-slots.ts';

/** A citizen may have this many appointments that are still to come. */
const MAX_UPCOMING = 3;

/** What changing an appointment needs. */
export type AppointmentContext = EventContext;

interface NewAppointment {
  /** Id of the citizen; of a case without one, its `visitorOf`. */
  citizen: string;
  contact: AgencyContact;
  /** ISO 8601. */
  startsAt: string;
  /** Number of the case that it is about. */
  application: string | null;
  /** So many appointments the citizen may have before this one. */
  maxUpcoming?: number;
}

/**
 * Books an appointment. Runs within a transaction, as all functions below: nobody takes the slot between the check and the
 * insert.
 *
 * Throws 422 `invalid` for an office, application or slot that does not exist, 409 `slot-taken`, and 409 `appointment-limit` if
 * the citizen has `MAX_UPCOMING` appointments already.
 */
export function bookAppointment(
  context: AppointmentContext & PortalDataContext,
  citizen: Citizen,
  input: AppointmentInput,
): AppointmentRow {
  const { office, application } = input;
  const contact = findOffice(context, office);
  if (!contact) throw fieldProblem('/office', 'unknown');
  if (application !== undefined && findCase(context.db, application)?.citizen !== citizen.id)
    throw fieldProblem('/application', 'unknown');
  return insertAppointment(context, {
    citizen: citizen.id,
    contact,
    startsAt: input.startsAt,
    application: application ?? null,
    maxUpcoming: MAX_UPCOMING,
  });
}

/**
 * Books a time to which the agency of a case has invited its applicant. Throws as `bookAppointment`, but has no limit: she was asked
 * to come.
 */
export const bookVisit = (context: AppointmentContext, kase: Case, startsAt: string): AppointmentRow =>
  insertAppointment(context, {
    citizen: kase.citizen ?? visitorOf(kase.number),
    contact: kase.agency,
    startsAt,
    application: kase.number,
  });

/** Inserts an appointment, and adds an event. */
function insertAppointment(
  context: AppointmentContext,
  { citizen, contact, startsAt, application, maxUpcoming = Infinity }: NewAppointment,
): AppointmentRow {
  const id = crypto.randomUUID();
  const row = {
    id,
    citizen,
    office: contact.slug,
    contact: JSON.stringify(contact),
    startsAt: requireFreeSlot(context, { id, office: contact.slug, citizen }, startsAt),
    application,
    changedAt: context.now().toISOString(),
  };
  if (upcomingAppointments(context, citizen).length >= maxUpcoming)
    throw new HttpProblem('appointment-limit');
  insertRow(context.db, 'appointments', row);
  const inserted = { ...row, contact, sequence: 0, cancelled: 0 };
  addAppointmentEvent(context, inserted);
  return inserted;
}

/** Tells the citizen of a change. For somebody without an account the case itself shows it. */
function addAppointmentEvent(context: EventContext, { id, citizen }: AppointmentRow): void {
  if (!isVisitor(citizen)) addEvent(context, { citizen, kind: 'appointmentChanged', subject: id });
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
  { id, startsAt, cancelled }: AppointmentRow,
  change: { startsAt: number } | { cancelled: 1 },
): AppointmentRow {
  const row = context.db
    .prepare(
      `UPDATE appointments SET startsAt = :startsAt, cancelled = :cancelled, sequence = sequence + 1, changedAt = :at
       WHERE id = :id RETURNING *`,
    )
    .get({ id, startsAt, cancelled, ...change, at: context.now().toISOString() });
  const updated = v.parse(AppointmentRowSchema, row);
  addAppointmentEvent(context, updated);
  return updated;
}

/** 409 for an appointment that has started or was cancelled. */
const notBookedProblem = () => new HttpProblem('wrong-state', { detail: 'Приём уже прошёл или отменён.' });
