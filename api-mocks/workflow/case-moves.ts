import {
  CASE_MOVES,
  isFinalState,
  targetStateOf,
  type CaseMove,
  type CaseMoveName,
  type Consequence,
  STATE_WORDS,
} from '../../widgets/contract/applications/moves.ts';
import type { State } from '../../widgets/contract/applications/schemas.ts';
import type { NoticeKind } from '../../widgets/contract/notices/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { lateRegistration } from '../cases/deadline.ts';
import { addHistoryEntry } from '../cases/history.ts';
import { sendLetter } from '../cases/letters.ts';
import { issueResult } from '../cases/result-files.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import { cancelUpcomingVisit } from '../appointments/upcoming-visit.ts';
import { cancelInvoices } from '../payments/invoices.ts';
import { insertRow } from '../store/database.ts';
import { seal } from '../store/sealing.ts';
import { MoveError } from './move-error.ts';
import { resumeAnswerPeriod, stopAnswerPeriod } from './question-period.ts';
import { REFUSED_NOTE } from './words.ts';

/** A move of a case, and its texts. */
export interface CaseMoveInput {
  /** A row of the table `CASE_MOVES`. */
  move: CaseMoveName;
  /** Text of the letter to the applicant, or of the question. Without it, the usual letter of the new state, if it has one. */
  text?: string | undefined;
  /** With a refusal: names of the questions in the form whose answers have to be corrected. */
  fields?: readonly string[] | undefined;
  /** Text in the history. Without it, the usual note of the new state. */
  note?: string | undefined;
}

/**
 * Moves a case by the table `CASE_MOVES`, with all consequences: history, letters, period, result, event. Runs within a
 * transaction. Throws a `MoveError` if the table does not allow the move.
 *
 * The way of a case that is asked a question:
 *
 * | state before | move      | state after  | consequences                                             |
 * | ------------ | --------- | ------------ | -------------------------------------------------------- |
 * | `registered` | `check`   | `checked`    | a letter                                                 |
 * | `checked`    | `ask`     | `asked`      | the period stops, the question goes out as a letter      |
 * | `asked`      | `answer`  | `checked`    | the period runs on: the state before the question        |
 * | `checked`    | `request` | `requested`  | a letter                                                 |
 * | `requested`  | `decide`  | `decided`    | none                                                     |
 * | `decided`    | `issue`   | `ready`      | a letter, the result as a file                           |
 *
 * Each row also adds an entry to the history and an event.
 */
export function moveCase(context: EventContext, kase: Case, input: CaseMoveInput): void {
  const to = targetStateOf(input.move, kase);
  if (to === undefined)
    throw new MoveError(`Из «${STATE_WORDS[kase.state].title}» так дело не идёт: ${input.move}.`);
  applyCaseMove(context, kase, { ...input, to });
}

/** Does the first move of a case whose row has just been inserted. Runs within the same transaction. */
export function registerCase(context: EventContext, kase: Case): void {
  applyCaseMove(context, kase, { move: 'register', to: CASE_MOVES.register.to });
}

/** What a move to a state is for the applicant; other moves are news. */
const NOTICE_OF_STATE: Partial<Record<State, NoticeKind>> = {
  registered: 'registered',
  asked: 'question',
  refused: 'refusal',
  ready: 'result',
};

/** Moves a case to the state `to`, with all consequences. The caller has checked that the table allows it. */
function applyCaseMove(context: EventContext, kase: Case, input: CaseMoveInput & { to: State }): void {
  const { number, citizen } = kase;
  const { mover, consequences }: CaseMove = CASE_MOVES[input.move];
  // The history has no role for the portal: what happens when a period is over counts as the official's work.
  const role = mover === 'applicant' ? 'applicant' : 'specialist';
  const text = input.text ?? (consequences.includes('sendLetter') ? STATE_WORDS[input.to].letter : undefined);
  context.db.prepare('UPDATE applications SET state = ? WHERE number = ?').run(input.to, number);
  const at = addHistoryEntry(context, number, { action: 'stateChanged', role, note: historyNoteOf(input) });
  if (text !== undefined) sendLetter(context, kase, { role, text, hasNotice: true });
  for (const consequence of consequences)
    if (consequence !== 'sendLetter')
      CONSEQUENCES[consequence](context, kase, { at: new Date(at), text: text ?? '' });
  if (input.to === 'refused') storeRefusal(context, number, { text: text ?? '', fields: input.fields ?? [] });
  const notice = NOTICE_OF_STATE[input.to] ?? 'news';
  const by = deadlineAfterMove(context, number);
  const registration =
    input.move === 'register' ? lateRegistration(dayOf(context, at), context.data.calendar) : {};
  addEvent(context, { citizen, kind: 'applicationChanged', subject: number, notice, by, ...registration });
}

const dayOf = ({ data }: EventContext, instant: string) => regionDay(new Date(instant), data.region.timeZone);

/** The last day of which the applicant is told: to answer a question, or of the agency's answer; none that is over, or after the end. */
function deadlineAfterMove({ db, now, data }: EventContext, number: string): string | undefined {
  const kase = findCase(db, number);
  if (!kase || isFinalState(kase.state)) return undefined;
  if (kase.answerDueOn !== null) return kase.answerDueOn;
  return kase.dueOn < regionDay(now(), data.region.timeZone) ? undefined : kase.dueOn;
}

/** Keeps the explanation of a refusal, and the questions that it is about. */
function storeRefusal(
  { db, key }: EventContext,
  application: string,
  refusal: { text: string; fields: readonly string[] },
): void {
  insertRow(db, 'refusals', { application, sealed: seal(key, refusal) });
}

/**
 * The note of a move in the history: the given one, or else the usual note of the new state. An official's reason for a refusal
 * is personal: the history, which anybody with the code can read, only says where to find it (`REFUSED_NOTE`).
 */
function historyNoteOf({ to, text, note }: CaseMoveInput & { to: State }): string {
  const hasReason = to === 'refused' && text !== undefined;
  return note ?? (hasReason ? REFUSED_NOTE : STATE_WORDS[to].note);
}

/** When the case was moved, and the text that went to the applicant. */
interface MoveDetails {
  at: Date;
  text: string;
}

/** What each consequence does. The letter has been sent before. `kase` is the case before the move. */
const CONSEQUENCES: Record<
  Exclude<Consequence, 'sendLetter'>,
  (context: EventContext, kase: Case, moved: MoveDetails) => void
> = {
  stopAnswerPeriod,
  resumeAnswerPeriod,
  closeQuestion(context, kase, moved) {
    // Only a case that is `asked` has a question. `resumeAnswerPeriod` also deletes it.
    if (kase.state === 'asked') resumeAnswerPeriod(context, kase, moved);
  },
  issueResult,
  cancelInvoices(context, { number }) {
    cancelInvoices(context, number);
  },
  cancelVisit: cancelUpcomingVisit,
};
