import { complaintPeriod } from '../../widgets/contract/complaints/grounds.ts';
import { isComplaintMoveAllowed } from '../../widgets/contract/complaints/moves.ts';
import type { Escalation } from '../../widgets/contract/complaints/schemas.ts';
import { answerDueDate } from '../../widgets/deadlines/calendar.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { todayIn } from '../cases/deadline.ts';
import { statesOf } from '../cases/history.ts';
import type { EventContext } from '../events/events.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow } from '../store/database.ts';
import { seal } from '../store/sealing.ts';
import { moveComplaint } from './complaint-moves.ts';
import {
  complaintAnswersOf,
  complaintStatesOf,
  unsealComplaint,
  type ComplaintRow,
} from './complaint-rows.ts';
import { complaintStatusOf, type ComplaintContext } from './complaint-status.ts';

/**
 * Passes a complaint on to the controlling body, with an encrypted copy of everything that belongs to it now. The period
 * starts anew. Runs within a transaction. Throws 409 `wrong-state` if the complaint cannot be escalated now.
 */
export function escalateComplaint(
  context: ComplaintContext & EventContext,
  complaint: ComplaintRow,
  comment: string | undefined,
): Escalation {
  const { db, data, key } = context;
  const { number, ground } = complaint;
  const move = requireEscalationMove(context, complaint);
  const application = complainedCase(context, complaint);
  const sealedCopy = seal(key, { comment, ...copyComplaint(context, complaint, application) });
  const dueOn = answerDueDate(complaintPeriod(ground), todayIn(context).today, data.calendar);
  const hasAnswer = complaintAnswersOf(context, complaint).length > 0;
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
  insertRow(db, 'escalations', { ...row, sealed: sealedCopy });
  return escalation;
}

/**
 * The move that escalates a complaint now: `disagree` with an answer, or `escalateOverdue` if the last day has passed without
 * one. Throws 409 `wrong-state` if neither is allowed.
 */
function requireEscalationMove(context: ComplaintContext, complaint: ComplaintRow) {
  const status = complaintStatusOf(context, complaint);
  const move = (['disagree', 'escalateOverdue'] as const).find((name) =>
    isComplaintMoveAllowed(name, status),
  );
  if (!move) throw new HttpProblem('wrong-state');
  return move;
}

/**
 * The application that a complaint is about. Gives `undefined` if the complaint names none, or somebody else's: its history must
 * not be copied.
 */
function complainedCase({ db }: ComplaintContext, { application, citizen }: ComplaintRow): Case | undefined {
  const kase = application === null ? undefined : findCase(db, application);
  return kase?.citizen === citizen ? kase : undefined;
}

/** What the controlling body gets: the complaint with its texts, history and answers, and the application that it is about. */
const copyComplaint = (
  context: ComplaintContext,
  complaint: ComplaintRow,
  application: Case | undefined,
) => ({
  complaint: { ...complaintStatusOf(context, complaint), ...unsealComplaint(context.key, complaint) },
  history: complaintStatesOf(context.db, complaint),
  answers: complaintAnswersOf(context, complaint),
  application: application && {
    service: application.service,
    state: application.state,
    history: statesOf(context.db, application.number),
  },
});
