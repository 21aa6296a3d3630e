import * as v from 'valibot';

import {
  COMPLAINT_STATE_WORDS,
  isComplaintAnswered,
  isComplaintMoveAllowed,
} from '../../widgets/contract/complaints/moves.ts';
import {
  EscalationSchema,
  type Complaint,
  type ComplaintStatus,
  type ComplaintSummary,
} from '../../widgets/contract/complaints/schemas.ts';
import type { Catalogue } from '../../widgets/contract/forms/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import { lateRegistration } from '../cases/deadline.ts';
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

/** What showing a complaint needs. */
export type ComplaintContext = DatabaseContext & KeyContext & ClockContext & PortalDataContext;

/** What of a complaint this portal has names for. */
type Named = Pick<ComplaintRow, 'state' | 'ground'>;

/** Today, `YYYY-MM-DD`, and the agencies of the catalogue. */
interface ComplaintLookup {
  today: string;
  agencies: Catalogue['agencies'];
}

/** Makes the lookup that `complaintSummaryOf` needs. Converting an instant to a day is slow: do it once for a list. */
export const complaintLookupOf = ({ data, now }: PortalDataContext & ClockContext): ComplaintLookup => ({
  today: regionDay(now(), data.region.timeZone),
  agencies: data.catalogue.agencies,
});

/**
 * A complaint in a list. It is overdue if its last day is over and nobody has answered. An agency that the catalogue does not
 * have any more is shown by its slug.
 */
export function complaintSummaryOf(
  complaint: ComplaintRow,
  { today, agencies }: ComplaintLookup,
): ComplaintSummary & Named {
  const { number, ground, state, registeredAt, dueOn } = complaint;
  const agency = agencies.find(({ slug }) => slug === complaint.agency) ?? {
    slug: complaint.agency,
    title: complaint.agency,
  };
  const overdue = !isComplaintAnswered(state) && dueOn < today;
  return { number, ground, agency, state, registeredAt, dueOn, overdue };
}

/** A complaint as anybody with its code sees it, without what its author wrote. */
export function complaintStatusOf(
  context: ComplaintContext,
  complaint: ComplaintRow,
): ComplaintStatus & Named {
  const summary = complaintSummaryOf(complaint, complaintLookupOf(context));
  const history = complaintStatesOf(context.db, complaint);
  const { region, calendar } = context.data;
  return {
    ...summary,
    ...lateRegistration(regionDay(new Date(complaint.registeredAt), region.timeZone), calendar),
    history,
    titles: Object.fromEntries(history.map(({ state }) => [state, COMPLAINT_STATE_WORDS[state]])),
    answers: complaintAnswersOf(context, complaint),
    ...(!isComplaintAnswered(summary.state) && {
      holder:
        summary.state === 'escalated'
          ? { by: 'controllingBody', title: 'Контролирующий орган' }
          : { by: 'agency', title: summary.agency.title },
    }),
    canEscalate:
      isComplaintMoveAllowed('disagree', summary) || isComplaintMoveAllowed('escalateOverdue', summary),
  };
}

/** A complaint with everything in it, for its author. */
export function complaintOf(context: ComplaintContext, complaint: ComplaintRow): Complaint & Named {
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
