import type { COMPLAINT_OPERATIONS } from '../../widgets/contract/complaints/operations.ts';
import type { WrongCodesContext } from '../cases/wrong-codes.ts';
import type { EventContext } from '../events/events.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { readListPage } from '../http/paging.ts';
import type { WallClockContext } from '../store/clock.ts';
import { escalateComplaint } from './complaint-escalation.ts';
import { registerComplaint } from './complaint-moves.ts';
import { complaintsOf, requireOwnComplaint } from './complaint-rows.ts';
import {
  complaintOf,
  complaintLookupOf,
  complaintStatusOf,
  complaintSummaryOf,
  type ComplaintContext,
} from './complaint-status.ts';

/** Handlers of what citizens do with complaints (210-ФЗ, arts. 11.1 and 11.2). Officials answer them in `workflow/`. */
export const complaintHandlers: HandlersOf<
  typeof COMPLAINT_OPERATIONS,
  ComplaintContext & EventContext & WrongCodesContext & WallClockContext
> = {
  createComplaint({ body, citizen }, context) {
    const created = registerComplaint(context, body, citizen);
    return { status: 201, body: created, headers: { Location: `/v1/complaints/${created.number}` } };
  },
  listComplaints({ citizen, query: { after, limit } }, context) {
    const { items, next } = readListPage(limit, (maxRows) =>
      complaintsOf(context.db, citizen.id, { limit: maxRows, after }),
    );
    const lookup = complaintLookupOf(context);
    return {
      status: 200,
      body: {
        items: items.map((row) => complaintSummaryOf(row, lookup)),
        ...(next && { next: next.number }),
      },
    };
  },
  getComplaint: ({ c, params: { number }, citizen }, context) => ({
    status: 200,
    body: complaintOf(context, requireOwnComplaint(context, number, { c, citizen })),
  }),
  getComplaintStatus({ c, params: { number }, headers, citizen }, context) {
    const code = headers['Okno-Case-Code'];
    return {
      status: 200,
      body: complaintStatusOf(context, requireOwnComplaint(context, number, { c, code, citizen })),
    };
  },
  createEscalation({ c, params: { number }, headers, citizen, body }, context) {
    const code = headers['Okno-Case-Code'];
    const complaint = requireOwnComplaint(context, number, { c, code, citizen });
    return { status: 201, body: escalateComplaint(context, complaint, body.comment) };
  },
};
