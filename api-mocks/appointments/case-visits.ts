import type { VISIT_OPERATIONS } from '../../widgets/contract/visits/operations.ts';
import type { CaseVisits } from '../../widgets/contract/visits/schemas.ts';
import { requireCase, type CaseAccessContext } from '../cases/case-access.ts';
import type { Case } from '../cases/cases.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { HttpProblem } from '../http/problem.ts';
import { runTransaction } from '../store/database.ts';
import { bookVisit, cancelAppointment, rescheduleAppointment } from './appointment-changes.ts';
import { calendarResponse } from './appointment-ical.ts';
import { appointmentOf, appointmentStateOf, regionNowOf } from './appointment-rows.ts';
import { newestVisitOf } from './upcoming-visit.ts';
import { offeredSlots, openOfferOf, type VisitOfferContext } from './visit-offers.ts';

type VisitContext = CaseAccessContext & VisitOfferContext;

/** Handlers of the visit to which the agency invites the applicant of a case. It is an appointment like any other. */
export const visitHandlers: HandlersOf<typeof VISIT_OPERATIONS, VisitContext> = {
  getCaseVisits: (request, context) => ({
    status: 200,
    body: visitsOf(context, requireCase(context, request)),
  }),
  chooseVisit(request, context) {
    const kase = requireCase(context, request);
    runTransaction(context.db, () => {
      chooseTime(context, kase, request.body.startsAt);
    });
    return { status: 200, body: visitsOf(context, kase) };
  },
  cancelVisit(request, context) {
    const kase = requireCase(context, request);
    const row = newestVisitOf(context, kase);
    if (!row) throw new HttpProblem('not-found');
    runTransaction(context.db, () => {
      cancelAppointment(context, row);
    });
    return { status: 204 };
  },
  getVisitCalendar(request, context) {
    const row = newestVisitOf(context, requireCase(context, request));
    if (!row) throw new HttpProblem('not-found');
    return calendarResponse(request.c, context, row);
  },
};

/** The open offer, with the times that are free now; and the newest appointment about the case. */
function visitsOf(context: VisitContext, kase: Case): CaseVisits {
  const offer = openOfferOf(context, kase);
  const row = newestVisitOf(context, kase);
  return {
    ...(offer && {
      offer: {
        office: kase.agency,
        purpose: offer.purpose,
        ...(offer.bring.length && { bring: offer.bring }),
        by: offer.chooseBy,
        slots: offeredSlots(context, kase, offer),
      },
    }),
    ...(row && { chosen: appointmentOf(row, regionNowOf(context)) }),
  };
}

/**
 * Books the time, or moves the visit that is booked to it. Throws 409 `wrong-state` without an open offer, 422 `invalid` for a time
 * that is not offered, 409 `slot-taken`.
 */
function chooseTime(context: VisitContext, kase: Case, startsAt: string): void {
  const offer = openOfferOf(context, kase);
  if (!offer)
    throw new HttpProblem('wrong-state', { detail: 'Ведомство сейчас не приглашает, или приём уже прошёл.' });
  const row = newestVisitOf(context, kase);
  const isBooked = row && appointmentStateOf(row, context.now()) === 'booked';
  if (isBooked && row.startsAt === Date.parse(startsAt)) return;
  if (!offer.includes(startsAt))
    throw new HttpProblem('invalid', { errors: [{ pointer: '/startsAt', code: 'slot' }] });
  if (isBooked) rescheduleAppointment(context, row, startsAt);
  else bookVisit(context, kase, startsAt);
}
