import type { Handlers } from '../http/api.ts';
import { complaintOf, complaintsOf, openComplaint, statusOf, summaryOf } from './complaint-cases.ts';
import { escalate } from './complaint-escalation.ts';
import { complain } from './complaint-moves.ts';
import type { Sandbox } from '../sandbox.ts';

type ComplaintHandlers = Pick<
  Handlers,
  'createComplaint' | 'listComplaints' | 'getComplaint' | 'getComplaintStatus' | 'createEscalation'
>;

/** Complaints (210-ФЗ, arts. 11.1 and 11.2). */
export const complaints = (sandbox: Sandbox): ComplaintHandlers => ({
  createComplaint({ body, citizen }) {
    const created = complain(sandbox, body, citizen);
    return { status: 201, body: created, headers: { Location: `/v1/complaints/${created.number}` } };
  },
  listComplaints({ citizen, query: { after, limit = 20 } }) {
    const found = complaintsOf(sandbox.db, citizen.id, limit + 1, after);
    const items = found.slice(0, limit).map((row) => summaryOf(sandbox, row));
    const next = found.length > limit ? items.at(-1)?.number : undefined;
    return { status: 200, body: { items, ...(next !== undefined && { next }) } };
  },
  getComplaint: ({ params: { number }, citizen }) => ({
    status: 200,
    body: complaintOf(sandbox, openComplaint(sandbox, number, undefined, citizen)),
  }),
  getComplaintStatus: ({ params: { number }, headers, citizen }) => ({
    status: 200,
    body: statusOf(sandbox, openComplaint(sandbox, number, headers['Okno-Case-Code'], citizen)),
  }),
  createEscalation: ({ params: { number }, headers, citizen, body }) => ({
    status: 201,
    body: escalate(sandbox, openComplaint(sandbox, number, headers['Okno-Case-Code'], citizen), body.comment),
  }),
});
