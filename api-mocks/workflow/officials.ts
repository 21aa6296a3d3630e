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
import { prolongPeriod } from './prolongation.ts';

/** What an official wants to do with a case. Without any property: move it to the next state. */
export interface OfficialMoveInput {
  /** The state to move it to. */
  to?: State | undefined;
  /** Makes the case overdue: moves all its dates back by whole weeks. */
  overdue?: boolean | undefined;
  /** Prolongs the period by 30 days; `text` says why. */
  prolong?: boolean | undefined;
  /** Text for the applicant: with `asked` the question, with `refused` the reason, without `to` a letter. */
  text?: string | undefined;
  /** With `refused`: names of the questions in the form whose answers have to be corrected. */
  fields?: readonly string[] | undefined;
}

/**
 * Does what an official wants with a case: makes it overdue, prolongs its period, sends a letter, or moves it to a state through all states before
 * that. Gives a sentence in Russian for each thing that was done. Throws a `MoveError` if there is no such case, or no moves
 * lead there.
 */
export function moveCaseTo(
  context: EventContext,
  number: string,
  { to, overdue, prolong, text, fields }: OfficialMoveInput,
): string[] {
  return runTransaction(context.db, () => {
    const kase = findCase(context.db, number);
    if (!kase) throw new MoveError(`Дела ${number} нет.`);
    if (prolong) return [prolongPeriod(context, kase, text ?? '')];
    const shouldMove = to !== undefined || (!overdue && text === undefined);
    const path = shouldMove ? movesTowards(kase, to) : [];
    const sentences = overdue ? [makeCaseOverdue(context, kase)] : [];
    if (!shouldMove && text !== undefined) {
      sendLetter(context, kase, { role: 'specialist', text });
      sentences.push(`Дело ${number}: письмо отправлено.`);
    }
    return [...sentences, ...moveCaseAlong(context, kase, { path, text, fields })];
  });
}

/** Does the moves of a path one after another. `text` belongs to the last one. Gives a sentence in Russian for each. */
function moveCaseAlong(
  context: EventContext,
  kase: Case,
  { path, text, fields }: { path: readonly CaseMoveName[] } & Pick<OfficialMoveInput, 'text' | 'fields'>,
): string[] {
  return path.map((move, i) => {
    const before = findCase(context.db, kase.number) ?? kase;
    const { state } = positionAfter(before, move);
    moveCase(context, before, { move, ...(i === path.length - 1 && { text, fields }) });
    return `Дело ${kase.number}: «${STATE_WORDS[state].title}».`;
  });
}

/** Moves that can be made by hand: those of officials; and `withdraw`, because in the sandbox one also plays the applicant. */
const MANUAL_MOVES = Object.entries<CaseMove>(CASE_MOVES)
  .filter(([name, { mover }]) => mover === 'specialist' || name === 'withdraw')
  .map(([name]) => name as CaseMoveName);

/**
 * Finds the moves that bring a case to a state; without `target`, to the next one. A state on the way to the result is
 * reached through all states before it, any other state by one move. Throws a `MoveError` if the case has ended, or no moves
 * lead there.
 *
 * @example
 * movesTowards({ state: 'checked', stateBefore: null }, 'ready') // ['request', 'decide', 'issue']
 * movesTowards({ state: 'asked', stateBefore: 'checked' }) // ['continue']
 */
export function movesTowards(position: CasePosition, target?: State): CaseMoveName[] {
  const { state, stateBefore } = position;
  if (isFinalState(state)) throw new MoveError(`Дело закончено: «${STATE_WORDS[state].title}».`);
  // A question does not move a case on: the state after `asked` is the one after the state before the question.
  const to = target ?? nextState(stateBefore ?? state) ?? state;
  const directMove = MANUAL_MOVES.find((move) => targetStateOf(move, position) === to);
  if (directMove) return [directMove];
  const firstMove =
    STATES_TO_RESULT.includes(to) && MANUAL_MOVES.find((move) => leadsToNextState(position, move));
  if (
    firstMove &&
    STATES_TO_RESULT.indexOf(positionAfter(position, firstMove).state) < STATES_TO_RESULT.indexOf(to)
  )
    return [firstMove, ...movesTowards(positionAfter(position, firstMove), to)];
  throw new MoveError(
    to === 'asked'
      ? `Из «${STATE_WORDS[state].title}» вопрос не задают.`
      : `Из «${STATE_WORDS[state].title}» в «${STATE_WORDS[to].title}» дело не идёт: только вперёд.`,
  );
}

/** Whether a move brings a case to the next state on the way to the result. */
const leadsToNextState = (position: CasePosition, move: CaseMoveName): boolean =>
  targetStateOf(move, position) === nextState(position.stateBefore ?? position.state);

/** The position of a case after a move that is allowed. */
const positionAfter = (position: CasePosition, move: CaseMoveName): CasePosition => ({
  state: targetStateOf(move, position) ?? position.state,
  stateBefore: null,
});
