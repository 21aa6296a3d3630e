import {
  CASE_MOVES,
  targetStateOf,
  type CaseMove,
  type CaseMoveName,
  type Consequence,
  STATE_WORDS,
} from '../../widgets/contract/applications/moves.ts';
import type { State } from '../../widgets/contract/applications/schemas.ts';
import type { Case } from '../cases/cases.ts';
import { addHistoryEntry } from '../cases/history.ts';
import { sendLetter } from '../cases/letters.ts';
import { issueResult } from '../cases/result-files.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import { cancelInvoices } from '../payments/invoices.ts';
import { MoveError } from './move-error.ts';
import { resumeAnswerPeriod, stopAnswerPeriod } from './question-period.ts';
import { REFUSED_NOTE } from './words.ts';

export interface CaseMoveInput {
  move: CaseMoveName;
  /** What is written to the applicant; without it, what is usual. A question is asked in these words. */
  text?: string | undefined;
  /** What the history says; without it, what is usual. */
  note?: string | undefined;
}

/**
 * Moves a case as the table of moves says, with all that follows: the history, letters, the period, the result, the event. Runs
 * within a transaction. Throws a `MoveError` where the table does not allow it.
 */
export function moveCase(context: EventContext, kase: Case, step: CaseMoveInput): void {
  const to = targetStateOf(step.move, kase);
  if (to === undefined)
    throw new MoveError(`Из «${STATE_WORDS[kase.state].title}» так дело не идёт: ${step.move}.`);
  applyCaseMove(context, kase, { ...step, to });
}

/** The first move of a case, whose row was inserted just now. Runs within the same transaction. */
export function registerCase(context: EventContext, kase: Case): void {
  applyCaseMove(context, kase, { move: 'register', to: CASE_MOVES.register.to });
}

function applyCaseMove(context: EventContext, kase: Case, step: CaseMoveInput & { to: State }): void {
  const { number, citizen } = kase;
  const { mover, consequences }: CaseMove = CASE_MOVES[step.move];
  // The history knows no portal: what runs out by itself, the official has on her desk.
  const role = mover === 'applicant' ? 'applicant' : 'specialist';
  const text = step.text ?? (consequences.includes('sendLetter') ? STATE_WORDS[step.to].letter : undefined);
  context.db.prepare('UPDATE applications SET state = ? WHERE number = ?').run(step.to, number);
  const at = addHistoryEntry(context, number, { action: 'stateChanged', role, note: historyNoteOf(step) });
  if (text !== undefined) sendLetter(context, kase, { role, text });
  for (const consequence of consequences)
    if (consequence !== 'sendLetter')
      CONSEQUENCES[consequence](context, kase, { at: new Date(at), text: text ?? '' });
  addEvent(context, { citizen, kind: 'applicationChanged', subject: number });
}

function historyNoteOf({ to, text, note }: CaseMoveInput & { to: State }): string {
  const hasReason = to === 'refused' && text !== undefined;
  return note ?? (hasReason ? REFUSED_NOTE : STATE_WORDS[to].note);
}

/** When the case was moved, and the words that went to the applicant. */
interface MoveDetails {
  at: Date;
  text: string;
}

/** What each consequence of the table does; the letter has gone out before. `kase` is as it was before the move. */
const CONSEQUENCES: Record<
  Exclude<Consequence, 'sendLetter'>,
  (context: EventContext, kase: Case, moved: MoveDetails) => void
> = {
  stopAnswerPeriod,
  resumeAnswerPeriod,
  closeQuestion(context, kase, moved) {
    if (kase.state === 'asked') resumeAnswerPeriod(context, kase, moved);
  },
  issueResult,
  cancelInvoices(context, { number }) {
    cancelInvoices(context, number);
  },
};
