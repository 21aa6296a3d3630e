import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  CASE_MOVES,
  STATES_TO_RESULT,
  type CaseMove,
  type CaseMoveName,
  type CasePosition,
} from '../../widgets/contract/applications/moves.ts';
import { ApplicationCreatedSchema, STATES, type State } from '../../widgets/contract/applications/schemas.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { historyOf } from '../cases/history.ts';
import { runTransaction } from '../store/database.ts';
import { exampleApplication, newIdempotencyKey, startTestSandbox } from '../testing.ts';
import { moveCase } from './case-moves.ts';
import { MoveError } from './move-error.ts';
import { moveCaseTo } from './officials.ts';

const MOVES = Object.entries<CaseMove>(CASE_MOVES) as [CaseMoveName, CaseMove][];

/** Where a case can stand: each state, and `asked` once for each state in which a question can be asked. */
const PLACES: readonly CasePosition[] = STATES.flatMap((state): CasePosition[] =>
  state === 'asked'
    ? CASE_MOVES.ask.from.map((stateBefore) => ({ state, stateBefore }))
    : [{ state, stateBefore: null }],
);
const nameOf = ({ state, stateBefore }: CasePosition) => (stateBefore ? `${state} at ${stateBefore}` : state);
const EVERYWHERE = PLACES.map((place) => [nameOf(place), place] as const);

/** A portal on which Anna applies, and brings each case to a place. */
async function openPortal() {
  const portal = await startTestSandbox();
  const context = portal.context();
  const send = (path: string, body: object) =>
    portal.post(`/v1/applications${path}`, body, {
      'Idempotency-Key': newIdempotencyKey(),
      ...portal.headersOf('anna'),
    });
  const read = (number: string): Case => findCase(context.db, number) as Case;
  async function caseAt({ state, stateBefore }: CasePosition): Promise<Case> {
    const created = await send('', exampleApplication());
    const { number } = v.parse(ApplicationCreatedSchema, await created.json());
    for (const to of [stateBefore, state])
      if (to !== null && to !== read(number).state) moveCaseTo(context, number, { to });
    return read(number);
  }
  return { context, send, read, caseAt };
}

/** What a case is besides its row: all that a move could leave behind. */
const tracesOf = ({ context }: Awaited<ReturnType<typeof openPortal>>, { number }: Case) => ({
  history: historyOf(context.db, number),
  events: context.db.prepare('SELECT id FROM events WHERE subject = ?').all(number),
});

describe('the table of moves', () => {
  it('leads along the way, each step from where the one before it ends', () => {
    expect(STATES_TO_RESULT).toEqual(['registered', 'checked', 'requested', 'decided', 'ready']);
    const steps = MOVES.filter(([, { leadsToResult }]) => leadsToResult);
    for (const [i, [, { from }]] of steps.entries()) expect(from).toEqual(i ? [STATES_TO_RESULT[i - 1]] : []);
  });

  it.each(EVERYWHERE)('is all that moves a case from %s', async (_, place) => {
    const portal = await openPortal();
    const { context, read, caseAt } = portal;
    const after: Record<'back' | 'next', State | null | undefined> = {
      back: place.stateBefore,
      next: STATES_TO_RESULT[STATES_TO_RESULT.indexOf(place.stateBefore ?? place.state) + 1],
    };
    let kase = await caseAt(place);
    for (const [move, { from, to, mover }] of MOVES) {
      const before = tracesOf(portal, kase);
      const act = () => {
        runTransaction(context.db, () => {
          moveCase(context, kase, { move });
        });
      };
      if (!from.includes(place.state)) {
        expect(act, move).toThrow(MoveError);
        expect(read(kase.number), move).toEqual(kase);
        expect(tracesOf(portal, kase), move).toEqual(before);
        continue;
      }
      act();
      const state = to === 'back' || to === 'next' ? after[to] : to;
      const { history } = tracesOf(portal, kase);
      const [entry] = history.slice(before.history.length);
      const role = mover === 'applicant' ? 'applicant' : 'specialist';
      expect(read(kase.number), move).toMatchObject({ state });
      expect(entry, move).toMatchObject({ action: 'stateChanged', role, state });
      kase = await caseAt(place);
    }
  });

  it.each(EVERYWHERE)('is all that the applicant can do from %s', async (_, place) => {
    const { send, caseAt } = await openPortal();
    const ask = async (path: string, body: object) =>
      (await send(`/${(await caseAt(place)).number}/${path}`, body)).status;
    const expected = ({ from }: CaseMove) => (from.includes(place.state) ? 201 : 409);
    expect(await ask('withdrawal', {})).toBe(expected(CASE_MOVES.withdraw));
    expect(await ask('answers', { text: 'Вот' })).toBe(expected(CASE_MOVES.answer));
  });
});

describe('what follows a move', () => {
  it.each(MOVES.filter(([name]) => name !== 'register'))(
    'is done with %s',
    async (move, { from, consequences }) => {
      const { context, read, caseAt } = await openPortal();
      const place = PLACES.find(({ state }) => state === from.at(-1)) ?? {
        state: 'registered',
        stateBefore: null,
      };
      const asked = from.includes('asked')
        ? { state: 'asked' as const, stateBefore: 'checked' as const }
        : place;
      const { number } = await caseAt(asked);
      const done = () => ({
        letters: count('letters'),
        files: count('files'),
        questions: count('questions'),
      });
      const count = (table: string) =>
        context.db.prepare(`SELECT count(*) AS count FROM ${table} WHERE application = ?`).get(number)?.[
          'count'
        ] as number;
      const before = done();
      runTransaction(context.db, () => {
        moveCase(context, read(number), { move });
      });
      expect(done()).toEqual({
        letters: before.letters + Number(consequences.includes('sendLetter')),
        files: Number(consequences.includes('issueResult')),
        questions: Number(consequences.includes('stopAnswerPeriod')),
      });
    },
  );
});

describe('an official', () => {
  it.each<[string, State[]]>([
    ['registered', ['checked', 'requested', 'asked', 'decided', 'ready', 'refused', 'withdrawn']],
    ['checked', ['requested', 'asked', 'decided', 'ready', 'refused', 'withdrawn']],
    ['requested', ['asked', 'decided', 'ready', 'refused', 'withdrawn']],
    ['asked at registered', ['checked', 'requested', 'decided', 'ready', 'refused', 'withdrawn']],
    ['asked at checked', ['requested', 'decided', 'ready', 'refused', 'withdrawn']],
    ['asked at requested', ['decided', 'ready', 'refused', 'withdrawn']],
    ['decided', ['ready', 'refused', 'withdrawn']],
    ['ready', []],
    ['refused', []],
    ['withdrawn', []],
  ])('brings a case from %s to %j, and nowhere else', async (from, targets) => {
    const { context, read, caseAt } = await openPortal();
    const place = PLACES.find((other) => nameOf(other) === from) as CasePosition;
    for (const to of STATES) {
      const { number } = await caseAt(place);
      if (targets.includes(to)) moveCaseTo(context, number, { to });
      else expect(() => moveCaseTo(context, number, { to }), to).toThrow(MoveError);
      expect(read(number).state).toBe(targets.includes(to) ? to : place.state);
    }
  });
});
