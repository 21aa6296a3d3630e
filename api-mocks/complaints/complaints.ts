import type { COMPLAINTS } from '../../widgets/contract/complaints/operations.ts';
import type { GuessesContext } from '../cases/codes.ts';
import type { EventContext } from '../events/events.ts';
import type { HandlersOf } from '../http/api.ts';
import { readPage } from '../http/paging.ts';
import type { WallClockContext } from '../store/clock.ts';
import { escalate } from './complaint-escalation.ts';
import { registerComplaint } from './complaint-moves.ts';
import { complaintsOf, openComplaint } from './complaint-rows.ts';
import { complaintOf, listingIn, statusOf, summaryOf, type ComplaintContext } from './complaint-status.ts';

/** Complaints (210-ФЗ, arts. 11.1 and 11.2): what citizens do with them. Officials answer them in `workflow/`. */
export const complaints: HandlersOf<
  typeof COMPLAINTS,
  ComplaintContext & EventContext & GuessesContext & WallClockContext
> = {
  createComplaint({ body, citizen }, context) {
    const created = registerComplaint(context, body, citizen);
    return { status: 201, body: created, headers: { Location: `/v1/complaints/${created.number}` } };
  },
  listComplaints({ citizen, query: { after, limit } }, context) {
    const { items, next } = readPage(limit, (most) =>
      complaintsOf(context.db, citizen.id, { limit: most, after }),
    );
    const listing = listingIn(context);
    return {
      status: 200,
      body: { items: items.map((row) => summaryOf(row, listing)), ...(next && { next: next.number }) },
    };
  },
  getComplaint: ({ params: { number }, citizen }, context) => ({
    status: 200,
    body: complaintOf(context, openComplaint(context, number, { citizen })),
  }),
  getComplaintStatus({ params: { number }, headers, citizen }, context) {
    const code = headers['Okno-Case-Code'];
    return { status: 200, body: statusOf(context, openComplaint(context, number, { code, citizen })) };
  },
  createEscalation({ params: { number }, headers, citizen, body }, context) {
    const code = headers['Okno-Case-Code'];
    const complaint = openComplaint(context, number, { code, citizen });
    return { status: 201, body: escalate(context, complaint, body.comment) };
  },
};
