import { complaintPeriod } from '../../widgets/contract/complaints/grounds.ts';
import { isComplaintMoveAllowed } from '../../widgets/contract/complaints/moves.ts';
import type { Escalation } from '../../widgets/contract/complaints/schemas.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { statesOf } from '../cases/history.ts';
import type { EventContext } from '../events/events.ts';
import { Refusal } from '../http/problem.ts';
import { insert } from '../store/database.ts';
import { seal } from '../store/sealed.ts';
import { moveComplaint } from './complaint-moves.ts';
import { answersTo, complaintStates, wordsOf, type ComplaintRow } from './complaint-rows.ts';
import { statusOf, type ComplaintContext } from './complaint-status.ts';

/** Takes a complaint to the controlling body, with all that belongs to it as it is now. Runs within a transaction. */
export function escalate(
  context: ComplaintContext & EventContext,
  complaint: ComplaintRow,
  comment: string | undefined,
): Escalation {
  const { db, data, key, now } = context;
  const { number, ground } = complaint;
  const move = escalationOf(context, complaint);
  const application = applicationOf(context, complaint);
  const copy = seal(key, { comment, ...copyOf(context, complaint, application) });
  const dueOn = dueDate(complaintPeriod(ground), regionDay(now(), data.region.timeZone), data.calendar);
  const hasAnswer = answersTo(context, complaint).length > 0;
  const escalation: Escalation = {
    number,
    reason: move === 'disagree' ? 'disagree' : 'overdue',
    escalatedAt: moveComplaint(context, complaint, move),
    dueOn,
    contents: [
      'complaint',
      'history',
      ...(hasAnswer ? (['answer'] as const) : []),
      ...(application ? (['application'] as const) : []),
    ],
  };
  db.prepare('UPDATE complaints SET dueOn = ? WHERE number = ?').run(dueOn, number);
  const { reason, escalatedAt, contents } = escalation;
  const row = { complaint: number, reason, escalatedAt, dueOn, contents: JSON.stringify(contents) };
  insert(db, 'escalations', { ...row, sealed: copy });
  return escalation;
}

/** The move that takes a complaint further now. Refuses one that cannot go. */
function escalationOf(context: ComplaintContext, complaint: ComplaintRow) {
  const status = statusOf(context, complaint);
  const move = (['disagree', 'escalateOverdue'] as const).find((name) =>
    isComplaintMoveAllowed(name, status),
  );
  if (!move) throw new Refusal('wrong-state');
  return move;
}

/** The application that a complaint is about. It is not told of one that is somebody else's. */
function applicationOf({ db }: ComplaintContext, { application, citizen }: ComplaintRow): Case | undefined {
  const kase = application === null ? undefined : findCase(db, application);
  return kase?.citizen === citizen ? kase : undefined;
}

/** The whole complaint as it stands now. */
const copyOf = (context: ComplaintContext, complaint: ComplaintRow, application: Case | undefined) => ({
  complaint: { ...statusOf(context, complaint), ...wordsOf(context.key, complaint) },
  history: complaintStates(context.db, complaint),
  answers: answersTo(context, complaint),
  application: application && {
    service: application.service,
    state: application.state,
    history: statesOf(context.db, application.number),
  },
});
