import * as v from 'valibot';

import type { AppointmentInput } from '../../widgets/contract/appointments/schemas.ts';
import { findCase } from '../cases/cases.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { Citizen } from '../http/identity.ts';
import { Refusal } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import { insert, type DatabaseContext } from '../store/database.ts';
import type { DataContext } from '../store/portal-data.ts';
import {
  BookingSchema,
  officeOf,
  ownBooking,
  searchIn,
  stateOf,
  type Booking,
  type SlotContext,
} from './bookings.ts';
import { isBookable } from './slots.ts';

/** How many appointments of one citizen may lie ahead. */
const MOST_AHEAD = 3;

export type BookingContext = EventContext & DataContext;

/** Books a visit. Runs within a transaction, as all below: nobody comes between the look and the entry. */
export function bookVisit(context: BookingContext, citizen: Citizen, input: AppointmentInput): Booking {
  const { db, now } = context;
  const { office, application } = input;
  const contact = officeOf(context, office);
  if (!contact) throw invalid('/office', 'unknown');
  if (application !== undefined && findCase(db, application)?.citizen !== citizen.id)
    throw invalid('/application', 'unknown');
  const id = crypto.randomUUID();
  const startsAt = freeSlot(context, { id, office, citizen: citizen.id }, input.startsAt);
  if (visitsAhead(context, citizen.id).length >= MOST_AHEAD) throw new Refusal('appointment-limit');
  insert(db, 'appointments', {
    id,
    citizen: citizen.id,
    office,
    contact: JSON.stringify(contact),
    startsAt,
    application: application ?? null,
    changedAt: now().toISOString(),
  });
  addEvent(context, { citizen: citizen.id, kind: 'appointmentChanged', subject: id });
  return ownBooking(context, id, citizen);
}

/** Moves a visit to another time in the same office. Gives the appointment as it is then. */
export function moveVisit(context: BookingContext, booking: Booking, startsAt: string): Booking {
  const { id, citizen, contact } = booking;
  if (stateOf(booking, context.now()) !== 'booked') throw tooLate();
  const start = freeSlot(context, { id, office: contact.slug, citizen }, startsAt);
  return changeVisit(context, booking, { startsAt: start });
}

/** Cancels a visit; one that is cancelled stays so. */
export function cancelVisit(context: BookingContext, booking: Booking): void {
  const state = stateOf(booking, context.now());
  if (state === 'over') throw tooLate();
  if (state === 'booked') changeVisit(context, booking, { cancelled: 1 });
}

function changeVisit(
  context: EventContext,
  { id, citizen, startsAt, cancelled }: Booking,
  change: { startsAt: number } | { cancelled: 1 },
): Booking {
  const row = context.db
    .prepare(
      `UPDATE appointments SET startsAt = :startsAt, cancelled = :cancelled, sequence = sequence + 1, changedAt = :at
       WHERE id = :id RETURNING *`,
    )
    .get({ id, startsAt, cancelled, ...change, at: context.now().toISOString() });
  addEvent(context, { citizen, kind: 'appointmentChanged', subject: id });
  return v.parse(BookingSchema, row);
}

const visitsAhead = ({ db, now }: DatabaseContext & ClockContext, citizen: string) =>
  db
    .prepare('SELECT id, startsAt FROM appointments WHERE citizen = ? AND cancelled = 0 AND startsAt > ?')
    .all(citizen, now().getTime());

/** The slot that begins at an instant, in milliseconds, if the appointment may have it. */
function freeSlot(
  context: SlotContext,
  { id, office, citizen }: { id: string; office: string; citizen: string },
  at: string,
): number {
  const start = Date.parse(at);
  if (!isBookable(searchIn(context), start)) throw invalid('/startsAt', 'slot');
  const holder = context.db
    .prepare('SELECT id FROM appointments WHERE office = ? AND startsAt = ? AND cancelled = 0')
    .get(office, start);
  if (holder && holder['id'] !== id) throw new Refusal('slot-taken');
  if (visitsAhead(context, citizen).some((other) => other['startsAt'] === start && other['id'] !== id))
    throw new Refusal('slot-taken', { detail: 'На это время вы уже записаны в другое место.' });
  return start;
}

const invalid = (pointer: string, code: string) => new Refusal('invalid', { errors: [{ pointer, code }] });
const tooLate = () => new Refusal('wrong-state', { detail: 'Приём уже прошёл или отменён.' });
