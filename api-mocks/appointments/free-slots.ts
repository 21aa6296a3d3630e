import { HttpProblem } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { slotSearchOf, type SlotContext } from './appointment-rows.ts';
import { isBookableSlotStart } from './slots.ts';

/** The appointments of a citizen that are booked and still to come. */
export const upcomingAppointments = ({ db, now }: DatabaseContext & ClockContext, citizen: string) =>
  db
    .prepare('SELECT id, startsAt FROM appointments WHERE citizen = ? AND cancelled = 0 AND startsAt > ?')
    .all(citizen, now().getTime());

/**
 * Checks that the appointment `id`, a new one or one that moves, may have the slot that starts at `at`, ISO 8601. Gives the start
 * in milliseconds since 1970. Throws 422 `invalid` if no slot starts then, and 409 `slot-taken` if another appointment has the
 * slot, or the citizen has another appointment at the same time.
 */
export function requireFreeSlot(
  context: SlotContext,
  { id, office, citizen }: { id: string; office: string; citizen: string },
  at: string,
): number {
  const start = Date.parse(at);
  if (!isBookableSlotStart(slotSearchOf(context, office), start)) throw fieldProblem('/startsAt', 'slot');
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
export const fieldProblem = (pointer: string, code: string) =>
  new HttpProblem('invalid', { errors: [{ pointer, code }] });
