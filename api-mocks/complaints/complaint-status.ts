import * as v from 'valibot';

import { isComplaintAnswered, isComplaintMoveAllowed } from '../../widgets/contract/complaints/moves.ts';
import {
  EscalationSchema,
  type Complaint,
  type ComplaintStatus,
  type ComplaintSummary,
} from '../../widgets/contract/complaints/schemas.ts';
import type { Catalogue } from '../../widgets/contract/forms/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { PortalDataContext } from '../store/portal-data.ts';
import type { KeyContext } from '../store/sealing.ts';
import {
  complaintAnswersOf,
  complaintStatesOf,
  unsealComplaint,
  type ComplaintRow,
} from './complaint-rows.ts';

export type ComplaintContext = DatabaseContext & KeyContext & ClockContext & PortalDataContext;

/** The day on which somebody looks at complaints, `YYYY-MM-DD`, and the agencies that the catalogue has. */
interface ComplaintLookup {
  today: string;
  agencies: Catalogue['agencies'];
}

/** Finding out the day takes a while: for a list it is done once. */
export const complaintLookupOf = ({ data, now }: PortalDataContext & ClockContext): ComplaintLookup => ({
  today: regionDay(now(), data.region.timeZone),
  agencies: data.catalogue.agencies,
});

/** A complaint as it stands in the list. It is overdue when its last day has passed, and nobody has answered. */
export function complaintSummaryOf(
  complaint: ComplaintRow,
  { today, agencies }: ComplaintLookup,
): ComplaintSummary {
  const { number, ground, state, registeredAt, dueOn } = complaint;
  const agency = agencies.find(({ slug }) => slug === complaint.agency) ?? {
    slug: complaint.agency,
    title: complaint.agency,
  };
  const overdue = !isComplaintAnswered(state) && dueOn < today;
  return { number, ground, agency, state, registeredAt, dueOn, overdue };
}

/** A complaint as anybody with its code sees it: no personal data. */
export function complaintStatusOf(context: ComplaintContext, complaint: ComplaintRow): ComplaintStatus {
  const summary = complaintSummaryOf(complaint, complaintLookupOf(context));
  return {
    ...summary,
    history: complaintStatesOf(context.db, complaint),
    answers: complaintAnswersOf(context, complaint).map(({ by, satisfied, at }) => ({ by, satisfied, at })),
    canEscalate:
      isComplaintMoveAllowed('disagree', summary) || isComplaintMoveAllowed('escalateOverdue', summary),
  };
}

/** A complaint as its owner sees it. */
export function complaintOf(context: ComplaintContext, complaint: ComplaintRow): Complaint {
  const row = context.db
    .prepare('SELECT *, complaint AS number FROM escalations WHERE complaint = ?')
    .get(complaint.number);
  const { application } = complaint;
  return {
    ...complaintStatusOf(context, complaint),
    ...(application !== null && { application }),
    ...unsealComplaint(context.key, complaint),
    answers: complaintAnswersOf(context, complaint),
    ...(row && {
      escalation: v.parse(EscalationSchema, {
        ...row,
        contents: JSON.parse(String(row['contents'])) as unknown,
      }),
    }),
  };
}
