import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { APPOINTMENTS } from '../../widgets/contract/appointments/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import { calendarOf } from './appointment-calendar.ts';
import { appointmentOf, book, bookingsOf, cancel, freeAt, moveTo, officeOf, ownBooking } from './bookings.ts';
import { transaction } from '../store/database.ts';
import { page } from '../http/paging.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { slotAt } from './slots.ts';

/** Appointments in the agencies of the catalogue. */
export const appointments = (sandbox: Sandbox): HandlersOf<typeof APPOINTMENTS> => ({
  listSlots({ params: { office }, query: { from, days } }) {
    if (!officeOf(sandbox, office)) throw new Refusal('not-found');
    const free = freeAt(sandbox, office, from ?? regionDay(sandbox.now()), days);
    return { status: 200, body: { items: free.map(slotAt) } };
  },
  createAppointment({ body, citizen }) {
    const appointment = appointmentOf(sandbox, book(sandbox, citizen, body));
    return { status: 201, body: appointment, headers: { Location: `/v1/appointments/${appointment.id}` } };
  },
  listAppointments({ query: { after, limit }, citizen }) {
    const { items, next } = page(limit, (most) => bookingsOf(sandbox, citizen, most, after));
    return {
      status: 200,
      body: {
        items: items.map((booking) => appointmentOf(sandbox, booking)),
        ...(next && { next: next.id }),
      },
    };
  },
  getAppointment: ({ params, citizen }) => ({
    status: 200,
    body: appointmentOf(sandbox, ownBooking(sandbox, params.id, citizen)),
  }),
  moveAppointment({ params, body, citizen }) {
    const moved = moveTo(sandbox, citizen, ownBooking(sandbox, params.id, citizen), body.startsAt);
    return { status: 200, body: appointmentOf(sandbox, moved) };
  },
  cancelAppointment({ params, citizen }) {
    transaction(sandbox.db, () => {
      cancel(sandbox, citizen, ownBooking(sandbox, params.id, citizen));
    });
    return { status: 204 };
  },
  getAppointmentCalendar({ c, params, citizen }) {
    const booking = ownBooking(sandbox, params.id, citizen);
    const { sequence, changedAt } = booking;
    return c.body(calendarOf({ ...appointmentOf(sandbox, booking), sequence, changedAt }), 200, {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="priem.ics"',
    });
  },
});
