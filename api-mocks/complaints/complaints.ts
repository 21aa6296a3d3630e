import type { COMPLAINTS } from '../../widgets/contract/complaints/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import { page } from '../http/paging.ts';
import { complaintOf, complaintsOf, openComplaint, statusOf, summaryOf } from './complaint-cases.ts';
import { escalate } from './complaint-escalation.ts';
import { complain } from './complaint-moves.ts';
import type { Sandbox } from '../sandbox.ts';

/** Complaints (210-ФЗ, arts. 11.1 and 11.2). */
export const complaints = (sandbox: Sandbox): HandlersOf<typeof COMPLAINTS> => ({
  createComplaint({ body, citizen }) {
    const created = complain(sandbox, body, citizen);
    return { status: 201, body: created, headers: { Location: `/v1/complaints/${created.number}` } };
  },
  listComplaints({ citizen, query: { after, limit } }) {
    const { items, next } = page(limit, (most) => complaintsOf(sandbox.db, citizen.id, most, after));
    return {
      status: 200,
      body: { items: items.map((row) => summaryOf(sandbox, row)), ...(next && { next: next.number }) },
    };
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
