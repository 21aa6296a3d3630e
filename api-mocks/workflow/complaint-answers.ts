import { isComplaintMoveAllowed } from '../../widgets/contract/complaints/moves.ts';
import { tellComplainant } from '../complaints/complainant-notices.ts';
import { moveComplaint } from '../complaints/complaint-moves.ts';
import { findComplaint, unsealComplaint, type ComplaintRow } from '../complaints/complaint-rows.ts';
import type { EventContext } from '../events/events.ts';
import { insertRow, runTransaction } from '../store/database.ts';
import { seal } from '../store/sealing.ts';
import { MoveError } from './move-error.ts';

/** Moves a complaint to `underReview`. Throws a `MoveError` if there is none, or it is under review already. */
export function startComplaintReview(context: EventContext, number: string): void {
  runTransaction(context.db, () => {
    const complaint = requireComplaintToMove(context, number);
    if (!isComplaintMoveAllowed('review', complaint))
      throw new MoveError(`Жалобу ${number} уже рассматривают или рассмотрели.`);
    moveComplaint(context, complaint, 'review');
  });
}

interface Verdict {
  /** Whether the complaint was right. */
  satisfied: boolean;
  /** The answer, in Russian. */
  text: string;
}

/**
 * Answers a complaint: in the name of the agency, or, after an escalation, of the controlling body. A new complaint is put
 * under review first. Throws a `MoveError` if there is none, or it has been answered.
 */
export function answerComplaint(context: EventContext, number: string, verdict: Verdict): void {
  const { db, key } = context;
  runTransaction(db, () => {
    const registered = requireComplaintToMove(context, number);
    if (isComplaintMoveAllowed('review', registered)) moveComplaint(context, registered, 'review');
    const complaint = requireComplaintToMove(context, number);
    const move = (['answer', 'close'] as const).find((name) => isComplaintMoveAllowed(name, complaint));
    if (!move) throw new MoveError(`На жалобу ${number} уже ответили.`);
    insertRow(db, 'complaintAnswers', {
      complaint: number,
      answerer: move === 'close' ? 'controllingBody' : 'agency',
      satisfied: Number(verdict.satisfied),
      at: moveComplaint(context, complaint, move),
      sealed: seal(key, verdict.text),
    });
    if (complaint.citizen === null) notifyComplainant(context, complaint, verdict);
  });
}

/** Finds a complaint. Throws a `MoveError` if there is none. */
function requireComplaintToMove({ db }: EventContext, number: string): ComplaintRow {
  const complaint = findComplaint(db, number);
  if (!complaint) throw new MoveError(`Жалобы ${number} нет.`);
  return complaint;
}

/** Sends the answer to somebody who has not signed in. */
function notifyComplainant(
  context: EventContext,
  complaint: ComplaintRow,
  { satisfied, text }: Verdict,
): void {
  const { number, state } = complaint;
  const subject = `Ответ на жалобу ${number}`;
  const verdict = satisfied ? 'Жалобу признали верной.' : 'Жалобу отклонили.';
  const advice =
    state === 'escalated'
      ? 'Не согласны — обратитесь в прокуратуру или в суд.'
      : 'Не согласны — передайте жалобу в контролирующий орган.';
  const letter = `${verdict}\n\n${text}\n\n${advice}`;
  const sms = `${subject} готов. ${verdict} Прочитайте его:`;
  tellComplainant(context, { number, ...unsealComplaint(context.key, complaint) }, { subject, letter, sms });
}
