import type { ComplaintStatus, ComplaintSummary } from '../contract/complaints/schemas.ts';
import { COMPLAINT_STATE_WORDS } from '../contract/complaints/moves.ts';
import type { CaseSummary } from './rows.ts';

/** What the list shows of a complaint. Its states have other names than those of an application. */
export function complaintSummary(
  status: ComplaintSummary & Partial<Pick<ComplaintStatus, 'titles'>>,
): CaseSummary {
  const { number, agency, registeredAt, dueOn, overdue, titles } = status;
  const state = `complaint-${status.state}`;
  const words: Partial<Record<string, string>> = COMPLAINT_STATE_WORDS;
  const isOver = status.state === 'answered' || status.state === 'closed';
  return {
    number,
    service: { slug: 'complaint', title: '', short: '' },
    agency,
    state,
    titles: { [state]: titles?.[status.state] ?? words[status.state] ?? '' },
    submittedAt: registeredAt,
    dueOn,
    overdue,
    // How many days are left is not said in the list; that some are left says that it goes on.
    ...(!isOver && { daysLeft: { value: overdue ? -1 : 1, unit: 'workingDay' } }),
    rated: false,
    isComplaint: true,
  };
}
