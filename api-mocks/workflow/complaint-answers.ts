import { isComplaintMoveAllowed } from '../../widgets/contract/complaints/moves.ts';
import { moveComplaint } from '../complaints/complaint-moves.ts';
import { findComplaint, unsealComplaint, type ComplaintRow } from '../complaints/complaint-rows.ts';
import type { EventContext } from '../events/events.ts';
import { addToOutbox } from '../events/outbox.ts';
import { insertRow, runTransaction } from '../store/database.ts';
import { seal } from '../store/sealing.ts';
import { MoveError } from './move-error.ts';

/** An official begins to consider a complaint. Throws a `MoveError`. */
export function startComplaintReview(context: EventContext, number: string): void {
  runTransaction(context.db, () => {
    const complaint = requireComplaintToMove(context, number);
    if (!isComplaintMoveAllowed('review', complaint))
      throw new MoveError(`Жалобу ${number} уже рассматривают или рассмотрели.`);
    moveComplaint(context, complaint, 'review');
  });
}

interface Verdict {
  satisfied: boolean;
  text: string;
}

/** Answers a complaint: the body complained of, or, once it is escalated, the controlling one. Throws a `MoveError`. */
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

function requireComplaintToMove({ db }: EventContext, number: string): ComplaintRow {
  const complaint = findComplaint(db, number);
  if (!complaint) throw new MoveError(`Жалобы ${number} нет.`);
  return complaint;
}

/** Who has no cabinet gets the answer where she asked for it. */
function notifyComplainant(
  context: EventContext,
  complaint: ComplaintRow,
  { satisfied, text }: Verdict,
): void {
  const { email, phone } = unsealComplaint(context.key, complaint);
  const subject = `Ответ на жалобу ${complaint.number}`;
  const verdict = satisfied ? 'Жалобу признали верной.' : 'Жалобу отклонили.';
  const advice =
    complaint.state === 'escalated'
      ? 'Не согласны — обратитесь в прокуратуру или в суд.'
      : 'Не согласны — передайте жалобу в контролирующий орган: на портале, по номеру и коду.';
  const receiver = { citizen: null, quietAtNight: true };
  if (email !== undefined) {
    const letter = `Здравствуйте!\n\n${verdict}\n\n${text}\n\n${advice}`;
    addToOutbox(context, receiver, { channel: 'email', to: email, subject, text: letter });
  } else if (phone !== undefined) {
    const letter = `${subject} готов. ${verdict} Весь ответ прочитают по телефону ведомства.`;
    addToOutbox(context, receiver, { channel: 'sms', to: phone, text: letter });
  }
}
