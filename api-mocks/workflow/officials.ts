import {
  CASE_MOVES,
  STATES_TO_RESULT,
  isFinalState,
  nextState,
  targetStateOf,
  type CaseMove,
  type CaseMoveName,
  type CasePosition,
  STATE_WORDS,
} from '../../widgets/contract/applications/moves.ts';
import type { State } from '../../widgets/contract/applications/schemas.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { sendLetter } from '../cases/letters.ts';
import type { EventContext } from '../events/events.ts';
import { runTransaction } from '../store/database.ts';
import { moveCase } from './case-moves.ts';
import { MoveError } from './move-error.ts';
import { makeCaseOverdue } from './overdue.ts';

/** What an official wants of a case. */
export interface OfficialMoveInput {
  /** Where to; without it, and without `overdue` and `text`, one step on. */
  to?: State | undefined;
  /** Puts the case back in time by whole weeks, so that its last day has passed. */
  overdue?: boolean | undefined;
  /** What the official writes to the applicant: with `asked` the question, with `refused` the reason. */
  text?: string | undefined;
}

/** Moves a case as an official wants it. Gives what was done, in Russian, one sentence each. Throws a `MoveError`. */
export function moveCaseTo(
  context: EventContext,
  number: string,
  { to, overdue, text }: OfficialMoveInput,
): string[] {
  return runTransaction(context.db, () => {
    const kase = findCase(context.db, number);
    if (!kase) throw new MoveError(`Дела ${number} нет.`);
    const isMoved = to !== undefined || (!overdue && text === undefined);
    const path = isMoved ? movesTowards(kase, to) : [];
    const done = overdue ? [makeCaseOverdue(context, kase)] : [];
    if (!isMoved && text !== undefined) {
      sendLetter(context, kase, { role: 'specialist', text });
      done.push(`Дело ${number}: письмо отправлено.`);
    }
    return [...done, ...moveCaseAlong(context, kase, { path, text })];
  });
}

/** Moves a case along a path; the words go out with the last move. Gives a sentence for each. */
function moveCaseAlong(
  context: EventContext,
  kase: Case,
  { path, text }: { path: readonly CaseMoveName[]; text: string | undefined },
): string[] {
  return path.map((move, i) => {
    const before = findCase(context.db, kase.number) ?? kase;
    const { state } = positionAfter(before, move);
    moveCase(context, before, { move, text: i === path.length - 1 ? text : undefined });
    return `Дело ${kase.number}: «${STATE_WORDS[state].title}».`;
  });
}

/** Officials do their own moves; in the sandbox one also plays the applicant who withdraws. */
const MANUAL_MOVES = Object.entries<CaseMove>(CASE_MOVES)
  .filter(([name, { mover }]) => mover === 'specialist' || name === 'withdraw')
  .map(([name]) => name as CaseMoveName);

/**
 * The moves that bring a case where an official wants it; without a wish, one step on. To a state of the way it goes through all
 * states before it; every other one is a single move away. Throws a `MoveError` where no path leads there.
 */
export function movesTowards(kase: CasePosition, wish?: State): CaseMoveName[] {
  const { state, stateBefore } = kase;
  if (isFinalState(state)) throw new MoveError(`Дело закончено: «${STATE_WORDS[state].title}».`);
  const to = wish ?? nextState(stateBefore ?? state) ?? state;
  const direct = MANUAL_MOVES.find((move) => targetStateOf(move, kase) === to);
  if (direct) return [direct];
  const step = STATES_TO_RESULT.includes(to) && MANUAL_MOVES.find((move) => leadsToNextState(kase, move));
  if (step && STATES_TO_RESULT.indexOf(positionAfter(kase, step).state) < STATES_TO_RESULT.indexOf(to))
    return [step, ...movesTowards(positionAfter(kase, step), to)];
  throw new MoveError(
    to === 'asked'
      ? `Из «${STATE_WORDS[state].title}» вопрос не задают.`
      : `Из «${STATE_WORDS[state].title}» в «${STATE_WORDS[to].title}» дело не идёт: только вперёд.`,
  );
}

/** Whether a move brings a case one state on along the way. */
const leadsToNextState = (place: CasePosition, move: CaseMoveName): boolean =>
  targetStateOf(move, place) === nextState(place.stateBefore ?? place.state);

/** Where a case stands after a move that is allowed. */
const positionAfter = (place: CasePosition, move: CaseMoveName): CasePosition => ({
  state: targetStateOf(move, place) ?? place.state,
  stateBefore: null,
});
