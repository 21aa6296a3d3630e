import type { APPOINTMENTS } from '../../widgets/contract/appointments/operations.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { HandlersOf } from '../http/api.ts';
import { readPage } from '../http/paging.ts';
import { Refusal } from '../http/problem.ts';
import { transaction } from '../store/database.ts';
import { RegionClock } from '../store/region-time.ts';
import { calendarOf } from './appointment-calendar.ts';
import { bookVisit, cancelVisit, moveVisit, type BookingContext } from './booking-changes.ts';
import { appointmentOf, bookingsOf, freeAt, momentIn, officeOf, ownBooking } from './bookings.ts';
import { slotAt } from './slots.ts';

/** Appointments in the agencies of the catalogue. */
export const appointments: HandlersOf<typeof APPOINTMENTS, BookingContext> = {
  listSlots({ params: { office }, query: { from, days } }, context) {
    if (!officeOf(context, office)) throw new Refusal('not-found');
    const { timeZone } = context.data.region;
    const clock = new RegionClock(timeZone);
    const free = freeAt(context, office, { from: from ?? regionDay(context.now(), timeZone), days });
    return { status: 200, body: { items: free.map((startsAt) => slotAt(startsAt, clock)) } };
  },
  createAppointment({ body, citizen }, context) {
    const appointment = appointmentOf(bookVisit(context, citizen, body), momentIn(context));
    return { status: 201, body: appointment, headers: { Location: `/v1/appointments/${appointment.id}` } };
  },
  listAppointments({ query: { after, limit }, citizen }, context) {
    const { items, next } = readPage(limit, (most) => bookingsOf(context, citizen, { limit: most, after }));
    const moment = momentIn(context);
    return {
      status: 200,
      body: {
        items: items.map((booking) => appointmentOf(booking, moment)),
        ...(next && { next: next.id }),
      },
    };
  },
  getAppointment: ({ params, citizen }, context) => ({
    status: 200,
    body: appointmentOf(ownBooking(context, params.id, citizen), momentIn(context)),
  }),
  moveAppointment({ params, body, citizen }, context) {
    const moved = moveVisit(context, ownBooking(context, params.id, citizen), body.startsAt);
    return { status: 200, body: appointmentOf(moved, momentIn(context)) };
  },
  cancelAppointment({ params, citizen }, context) {
    transaction(context.db, () => {
      cancelVisit(context, ownBooking(context, params.id, citizen));
    });
    return { status: 204 };
  },
  getAppointmentCalendar({ c, params, citizen }, context) {
    const booking = ownBooking(context, params.id, citizen);
    const { sequence, changedAt } = booking;
    const event = { ...appointmentOf(booking, momentIn(context)), sequence, changedAt };
    return c.body(calendarOf(event, context.data.region.timeZone), 200, {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="priem.ics"',
    });
  },
};
