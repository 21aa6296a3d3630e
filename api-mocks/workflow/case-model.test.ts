import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { checkProperty } from '../../tests/random-examples.ts';
import { STATES_TO_RESULT, isFinalState } from '../../widgets/contract/applications/moves.ts';
import {
  StateSchema,
  ApplicationCreatedSchema,
  STATES,
  type State,
  type Application,
} from '../../widgets/contract/applications/schemas.ts';
import { isWorkingDay, regionDay } from '../../widgets/deadlines/calendar.ts';
import { findCase } from '../cases/cases.ts';
import { historyOf } from '../cases/history.ts';
import { advanceSchedules } from './automatic-officials.ts';
import { MoveError } from './move-error.ts';
import { moveCaseTo } from './officials.ts';
import { SCRIPTS } from './scripts.ts';
import { fullApplicationOf } from '../cases/status.ts';
import {
  EXAMPLE_ANSWERS,
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  startTestSandbox,
} from '../testing.ts';

/** What can happen to a case. */
type Turn =
  | { turn: 'wait'; hours: number; officialsWork: boolean }
  | { turn: 'move'; to: State | undefined }
  | { turn: 'overdue' }
  | { turn: 'withdraw' }
  | { turn: 'answer' };

const wait = fc.record({
  turn: fc.constant('wait' as const),
  hours: fc.integer({ min: 0, max: 240 }),
  officialsWork: fc.boolean(),
});
const to = fc.constantFrom(undefined, undefined, 'asked' as const, 'asked' as const, ...STATES);
const turns = fc.array(
  fc.oneof<fc.MaybeWeightedArbitrary<Turn>[]>(
    { weight: 4, arbitrary: wait },
    { weight: 3, arbitrary: fc.record({ turn: fc.constant('move' as const), to }) },
    { weight: 2, arbitrary: fc.constant({ turn: 'answer' }) },
    { weight: 1, arbitrary: fc.constantFrom({ turn: 'overdue' }, { turn: 'withdraw' }) },
  ),
  { maxLength: 12, size: 'max' },
);
const words = fc.constantFrom(...Object.values(SCRIPTS).map(({ keyword }) => keyword ?? 'Примеров'));

/** One portal for all histories: its calendar only goes on. */
async function town() {
  let now = TEST_NOW.getTime();
  const portal = await startTestSandbox({ wallNow: () => new Date(now) });
  const send = (path: string, body: object) =>
    portal.post(path, body, { 'Idempotency-Key': newIdempotencyKey(), ...portal.headersOf('anna') });

  async function apply(word: string) {
    const response = await send(
      '/v1/applications',
      exampleApplication({ ...EXAMPLE_ANSWERS, childLastName: word }),
    );
    return v.parse(ApplicationCreatedSchema, await response.json()).number;
  }
  async function play(number: string, turn: Turn): Promise<number | undefined> {
    switch (turn.turn) {
      case 'wait':
        now += turn.hours * 3_600_000;
        if (turn.officialsWork) advanceSchedules(portal.context());
        return undefined;
      case 'withdraw':
        return (await send(`/v1/applications/${number}/withdrawal`, {})).status;
      case 'answer':
        return (await send(`/v1/applications/${number}/answers`, { text: 'Вот' })).status;
      default:
        try {
          moveCaseTo(portal.context(), number, turn.turn === 'overdue' ? { overdue: true } : { to: turn.to });
        } catch (error) {
          // The officials' own rules: what they may do is what the states below allow.
          if (!(error instanceof MoveError)) throw error;
        }
        return undefined;
    }
  }
  const whole = (number: string): Application => {
    const found = findCase(portal.context().db, number);
    if (!found) throw new Error(`There is no ${number}`);
    return fullApplicationOf(portal.context(), found);
  };
  const deeds = (number: string) => historyOf(portal.context().db, number);
  return { apply, play, whole, deeds, today: () => regionDay(new Date(now), 'Asia/Barnaul') };
}

/** Whether a case may come from one state to the next; `standing` is where it stood before a question. */
function isLawful(from: State, to: State, standing: State): boolean {
  if (isFinalState(from)) return false;
  if (to === 'asked') return from !== 'asked' && from !== 'decided';
  if (to === 'refused' || to === 'withdrawn') return true;
  const steps = STATES_TO_RESULT.indexOf(to) - STATES_TO_RESULT.indexOf(from === 'asked' ? standing : from);
  return steps === 1 || (from === 'asked' && steps === 0);
}

const knownState = (state: string): State => v.parse(StateSchema, state);

function expectLawful(history: Application['history']): void {
  let standing: State = 'registered';
  const states = history.map(({ state }) => knownState(state));
  expect(states[0]).toBe('registered');
  for (const [i, state] of states.slice(1).entries()) {
    const from = states[i] ?? 'registered';
    if (from !== 'asked') standing = from;
    expect(isLawful(from, state, standing), `${from} → ${state}`).toBe(true);
  }
}

const asked = ({ history }: Application) => history.filter(({ state }) => state === 'asked').length;

describe('whatever happens to a case', () => {
  it('keeps to its states, its history in order and its last day', async () => {
    const { apply, play, whole, deeds, today } = await town();
    await checkProperty(
      fc.asyncProperty(words, turns, async (word, played) => {
        const number = await apply(word);
        let before = whole(number);
        for (const turn of played) {
          const status = await play(number, turn);
          const after = whole(number);
          const ended = isFinalState(knownState(after.state));

          expectLawful(after.history);
          expect(after.history.at(-1)?.state).toBe(after.state);
          expect(after.history.length).toBeGreaterThanOrEqual(before.history.length);
          if (isFinalState(knownState(before.state))) expect(after.history).toEqual(before.history);
          const instants = deeds(number).map(({ at }) => at);
          expect(instants).toEqual([...instants].sort());

          // Whole weeks back may be a holiday.
          if (!played.some((other) => other.turn === 'overdue'))
            expect(isWorkingDay(after.dueOn, {})).toBe(true);
          expect(after.overdue).toBe(!ended && after.dueOn < today());
          expect(after.daysLeft === undefined).toBe(ended);
          expect((after.daysLeft?.value ?? 0) < 0).toBe(after.overdue);
          expect(after.question !== undefined).toBe(after.state === 'asked');
          // Officials who come back late refuse as of the day when the answer was due.
          if (turn.turn !== 'overdue' && !ended) expect(after.dueOn >= before.dueOn).toBe(true);
          const waited = before.state === 'asked' || asked(after) > asked(before);
          if (turn.turn !== 'overdue' && !waited) expect(after.dueOn).toBe(before.dueOn);
          if (turn.turn === 'answer' && status === 201) expect(after.dueOn).toBe(before.dueOn);

          if (turn.turn === 'withdraw')
            expect(status).toBe(isFinalState(knownState(before.state)) ? 409 : 201);
          if (turn.turn === 'answer') expect(status).toBe(before.state === 'asked' ? 201 : 409);
          before = after;
        }
      }),
      50,
    );
  });
});
