import type { APPOINTMENT_OPERATIONS } from '../../widgets/contract/appointments/operations.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { readListPage } from '../http/paging.ts';
import { HttpProblem } from '../http/problem.ts';
import { runTransaction } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import { RegionClock } from '../store/region-clock.ts';
import { calendarResponse } from './appointment-ical.ts';
import {
  bookAppointment,
  cancelAppointment,
  rescheduleAppointment,
  type AppointmentContext,
} from './appointment-changes.ts';
import {
  appointmentOf,
  appointmentsOf,
  freeSlotStarts,
  regionNowOf,
  findOffice,
  requireOwnAppointment,
} from './appointment-rows.ts';
import { slotAt } from './slots.ts';

/** Handlers of appointments in the agencies of the catalogue. */
export const appointmentHandlers: HandlersOf<
  typeof APPOINTMENT_OPERATIONS,
  AppointmentContext & PortalDataContext
> = {
  listSlots({ params: { office }, query: { from, days } }, context) {
    if (!findOffice(context, office)) throw new HttpProblem('not-found');
    const { timeZone } = context.data.region;
    const clock = new RegionClock(timeZone);
    const freeStarts = freeSlotStarts(context, office, {
      from: from ?? regionDay(context.now(), timeZone),
      days,
    });
    return { status: 200, body: { items: freeStarts.map((startsAt) => slotAt(startsAt, clock)) } };
  },
  createAppointment({ body, citizen }, context) {
    const appointment = appointmentOf(bookAppointment(context, citizen, body), regionNowOf(context));
    return { status: 201, body: appointment, headers: { Location: `/v1/appointments/${appointment.id}` } };
  },
  listAppointments({ query: { after, limit }, citizen }, context) {
    const { items, next } = readListPage(limit, (maxRows) =>
      appointmentsOf(context, citizen, { limit: maxRows, after }),
    );
    const regionNow = regionNowOf(context);
    return {
      status: 200,
      body: {
        items: items.map((row) => appointmentOf(row, regionNow)),
        ...(next && { next: next.id }),
      },
    };
  },
  getAppointment: ({ params, citizen }, context) => ({
    status: 200,
    body: appointmentOf(requireOwnAppointment(context, params.id, citizen), regionNowOf(context)),
  }),
  moveAppointment({ params, body, citizen }, context) {
    const moved = rescheduleAppointment(
      context,
      requireOwnAppointment(context, params.id, citizen),
      body.startsAt,
    );
    return { status: 200, body: appointmentOf(moved, regionNowOf(context)) };
  },
  cancelAppointment({ params, citizen }, context) {
    runTransaction(context.db, () => {
      cancelAppointment(context, requireOwnAppointment(context, params.id, citizen));
    });
    return { status: 204 };
  },
  getAppointmentCalendar: ({ c, params, citizen }, context) =>
    calendarResponse(c, context, requireOwnAppointment(context, params.id, citizen)),
};
