import type { Escalation } from '../../widgets/contract/complaints/schemas.ts';
import { complaintPeriod } from '../../widgets/contract/complaints/grounds.ts';
import { dueDate, regionDay } from '../../widgets/deadlines/calendar.ts';
import { findCase } from '../cases/cases.ts';
import { answersTo, historyOf, statusOf, wordsOf, type ComplaintRow } from './complaint-cases.ts';
import { enter } from './complaint-moves.ts';
import { insert } from '../store/database.ts';
import { stepsOf } from '../cases/history.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { seal } from '../store/sealed.ts';

/** Takes a complaint to the controlling body, with all that belongs to it as it is now. Runs within a transaction. */
export function escalate(sandbox: Sandbox, found: ComplaintRow, comment: string | undefined): Escalation {
  const { db, data, key, now } = sandbox;
  const status = statusOf(sandbox, found);
  if (!status.canEscalate) throw new Refusal('wrong-state');
  const { number, ground, state, citizen } = found;
  const answers = answersTo(sandbox, found);
  const application = found.application === null ? undefined : findCase(db, found.application);
  const about = application?.citizen === citizen ? application : undefined;
  const dueOn = dueDate(complaintPeriod(ground), regionDay(now()), data.calendar);
  const history = historyOf(db, found);
  const escalation: Escalation = {
    number,
    reason: state === 'answered' ? 'disagree' : 'overdue',
    escalatedAt: enter(sandbox, found, 'escalated'),
    dueOn,
    contents: [
      'complaint',
      'history',
      ...(answers.length ? (['answer'] as const) : []),
      ...(about ? (['application'] as const) : []),
    ],
  };
  db.prepare('UPDATE complaints SET dueOn = ? WHERE number = ?').run(dueOn, number);
  const { number: complaint, contents, ...row } = escalation;
  const service = about && { service: about.service, state: about.state, history: stepsOf(db, about.number) };
  insert(db, 'escalations', {
    complaint,
    ...row,
    contents: JSON.stringify(contents),
    sealed: seal(key, {
      comment,
      complaint: { ...status, ...wordsOf(key, found) },
      history,
      answers,
      application: service,
    }),
  });
  return escalation;
}
