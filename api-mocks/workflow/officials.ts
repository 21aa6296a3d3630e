import {
  CASE_MOVES,
  WAY,
  isEnd,
  nextState,
  targetOf,
  type CaseMove,
  type CaseMoveName,
  type CasePlace,
  STATE_WORDS,
} from '../../widgets/contract/applications/moves.ts';
import type { State } from '../../widgets/contract/applications/schemas.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { sendLetter } from '../cases/letters.ts';
import type { EventContext } from '../events/events.ts';
import { transaction } from '../store/database.ts';
import { moveCase } from './case-moves.ts';
import { MoveError } from './move-error.ts';
import { makeOverdue } from './overdue.ts';

/** What an official wants of a case. */
export interface Order {
  /** Where to; without it, and without `overdue` and `text`, one step on. */
  to?: State | undefined;
  /** Puts the case back in time by whole weeks, so that its last day has passed. */
  overdue?: boolean | undefined;
  /** What the official writes to the applicant: with `asked` the question, with `refused` the reason. */
  text?: string | undefined;
}

/** Moves a case as an official wants it. Gives what was done, in Russian, one sentence each. Throws a `MoveError`. */
export function moveCaseTo(context: EventContext, number: string, { to, overdue, text }: Order): string[] {
  return transaction(context.db, () => {
    const kase = findCase(context.db, number);
    if (!kase) throw new MoveError(`Дела ${number} нет.`);
    const isMoved = to !== undefined || (!overdue && text === undefined);
    const path = isMoved ? pathTo(kase, to) : [];
    const done = overdue ? [makeOverdue(context, kase)] : [];
    if (!isMoved && text !== undefined) {
      sendLetter(context, kase, { role: 'specialist', text });
      done.push(`Дело ${number}: письмо отправлено.`);
    }
    return [...done, ...moveAlong(context, kase, { path, text })];
  });
}

/** Moves a case along a path; the words go out with the last move. Gives a sentence for each. */
function moveAlong(
  context: EventContext,
  kase: Case,
  { path, text }: { path: readonly CaseMoveName[]; text: string | undefined },
): string[] {
  return path.map((move, i) => {
    const before = findCase(context.db, kase.number) ?? kase;
    const { state } = placeAfter(before, move);
    moveCase(context, before, { move, text: i === path.length - 1 ? text : undefined });
    return `Дело ${kase.number}: «${STATE_WORDS[state].title}».`;
  });
}

/** Officials do their own moves; in the sandbox one also plays the applicant who withdraws. */
const BY_HAND = Object.entries<CaseMove>(CASE_MOVES)
  .filter(([name, { who }]) => who === 'specialist' || name === 'withdraw')
  .map(([name]) => name as CaseMoveName);

/**
 * The moves that bring a case where an official wants it; without a wish, one step on. To a state of the way it goes through all
 * states before it; every other one is a single move away. Throws a `MoveError` where no path leads there.
 */
export function pathTo(kase: CasePlace, wish?: State): CaseMoveName[] {
  const { state, standing } = kase;
  if (isEnd(state)) throw new MoveError(`Дело закончено: «${STATE_WORDS[state].title}».`);
  const to = wish ?? nextState(standing ?? state) ?? state;
  const direct = BY_HAND.find((move) => targetOf(move, kase) === to);
  if (direct) return [direct];
  const step = WAY.includes(to) && BY_HAND.find((move) => isStepFrom(kase, move));
  if (step && WAY.indexOf(placeAfter(kase, step).state) < WAY.indexOf(to))
    return [step, ...pathTo(placeAfter(kase, step), to)];
  throw new MoveError(
    to === 'asked'
      ? `Из «${STATE_WORDS[state].title}» вопрос не задают.`
      : `Из «${STATE_WORDS[state].title}» в «${STATE_WORDS[to].title}» дело не идёт: только вперёд.`,
  );
}

/** Whether a move brings a case one state on along the way. */
const isStepFrom = (place: CasePlace, move: CaseMoveName): boolean =>
  targetOf(move, place) === nextState(place.standing ?? place.state);

/** Where a case stands after a move that is allowed. */
const placeAfter = (place: CasePlace, move: CaseMoveName): CasePlace => ({
  state: targetOf(move, place) ?? place.state,
  standing: null,
});
