import * as v from 'valibot';

import type { Case } from '../cases/cases.ts';
import type { DatabaseContext } from '../store/database.ts';
import { cancelAppointment, type AppointmentContext } from './appointment-changes.ts';
import { AppointmentRowSchema, appointmentStateOf, type AppointmentRow } from './appointment-rows.ts';

/** The newest appointment about a case; one that is cancelled only if there is no other. */
export function newestVisitOf(
  { db }: DatabaseContext,
  { number }: Pick<Case, 'number'>,
): AppointmentRow | undefined {
  const row = db
    .prepare('SELECT * FROM appointments WHERE application = ? ORDER BY cancelled, startsAt DESC LIMIT 1')
    .get(number);
  return row && v.parse(AppointmentRowSchema, row);
}

/** Cancels the visit of a case that has ended, if it is still to come: nobody waits for the applicant. Runs within a transaction. */
export function cancelUpcomingVisit(context: AppointmentContext, kase: Pick<Case, 'number'>): void {
  const row = newestVisitOf(context, kase);
  if (row && appointmentStateOf(row, context.now()) === 'booked') cancelAppointment(context, row);
}
