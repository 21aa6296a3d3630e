import * as v from 'valibot';

import { isComplaintAnswered, isComplaintMoveAllowed } from '../../widgets/contract/complaints/moves.ts';
import {
  EscalationSchema,
  type Complaint,
  type ComplaintStatus,
  type ComplaintSummary,
} from '../../widgets/contract/complaints/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { DataContext, RegionContext } from '../store/portal-data.ts';
import type { KeyContext } from '../store/sealed.ts';
import { answersTo, complaintStates, wordsOf, type ComplaintRow } from './complaint-rows.ts';

export type ComplaintContext = DatabaseContext & KeyContext & ClockContext & DataContext;

/** Whether the last day of the answer has passed, and nobody has answered. */
const isOverdue = ({ data, now }: RegionContext & ClockContext, { state, dueOn }: ComplaintRow): boolean =>
  !isComplaintAnswered(state) && dueOn < regionDay(now(), data.region.timeZone);

/** A complaint as it stands in the list. */
export function summaryOf(context: DataContext & ClockContext, complaint: ComplaintRow): ComplaintSummary {
  const { number, ground, state, registeredAt, dueOn } = complaint;
  const { agencies } = context.data.catalogue;
  const agency = agencies.find(({ slug }) => slug === complaint.agency) ?? {
    slug: complaint.agency,
    title: complaint.agency,
  };
  return { number, ground, agency, state, registeredAt, dueOn, overdue: isOverdue(context, complaint) };
}

/** A complaint as anybody with its code sees it: no personal data. */
export function statusOf(context: ComplaintContext, complaint: ComplaintRow): ComplaintStatus {
  const summary = summaryOf(context, complaint);
  return {
    ...summary,
    history: complaintStates(context.db, complaint),
    answers: answersTo(context, complaint).map(({ by, satisfied, at }) => ({ by, satisfied, at })),
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
    ...statusOf(context, complaint),
    ...(application !== null && { application }),
    ...wordsOf(context.key, complaint),
    answers: answersTo(context, complaint),
    ...(row && {
      escalation: v.parse(EscalationSchema, {
        ...row,
        contents: JSON.parse(String(row['contents'])) as unknown,
      }),
    }),
  };
}
