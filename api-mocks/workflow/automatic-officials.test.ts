import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  ApplicationCreatedSchema,
  ApplicationSchema,
  type Application,
} from '../../widgets/contract/applications/schemas.ts';
import { historyOf } from '../cases/history.ts';
import { advanceSchedules } from './automatic-officials.ts';
import { moveCaseTo } from './officials.ts';
import {
  EXAMPLE_ANSWERS,
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  startTestSandbox,
} from '../testing.ts';

/** A portal whose calendar is turned by hand; Anna has applied with a word in her answers. */
async function applied(word = 'Примеров', citizen: string | null = 'anna') {
  let now = TEST_NOW;
  const portal = await startTestSandbox({ wallNow: () => now });
  const headers = () => (citizen === null ? {} : portal.headersOf(citizen));
  const { number } = v.parse(
    ApplicationCreatedSchema,
    await (
      await portal.post('/v1/applications', exampleApplication({ ...EXAMPLE_ANSWERS, childLastName: word }), {
        'Idempotency-Key': newIdempotencyKey(),
        ...headers(),
      })
    ).json(),
  );
  const path = `/v1/applications/${number}`;
  return {
    portal,
    number,
    /** Turns the calendar to noon of a day, and lets the officials do their work. */
    until: (day: string) => {
      now = new Date(`${day}T12:00:00+07:00`);
      advanceSchedules(portal.context());
    },
    send: (part: string, body: object) =>
      portal.post(path + part, body, { 'Idempotency-Key': newIdempotencyKey(), ...headers() }),
    whole: async (): Promise<Application> =>
      v.parse(ApplicationSchema, await (await portal.call(path, { headers: headers() })).json()),
    deeds: () => historyOf(portal.context().db, number).map(({ action, state }) => `${action} ${state}`),
  };
}
const states = ({ history }: Application) => history.map(({ state }) => state);

describe('a case that lives by itself', () => {
  it('does not move before its first working day', async () => {
    const { until, whole } = await applied();
    until('2026-11-22');
    expect(states(await whole())).toEqual(['registered']);
  });

  it('goes through checks, requests and their answers to a decision and a file, in time', async () => {
    const { until, whole, deeds } = await applied();
    until('2026-12-31');
    const found = await whole();
    expect(found).toMatchObject({ state: 'ready', overdue: false, files: [{ type: 'application/pdf' }] });
    expect(found.history.at(-1)?.at.slice(0, 10)).toBe('2026-12-02');
    expect(deeds()).toEqual([
      'stateChanged registered',
      'stateChanged checked',
      'messageSent checked',
      'stateChanged requested',
      'messageSent requested',
      'requestSent requested',
      'requestSent requested',
      'requestAnswered requested',
      'requestAnswered requested',
      'stateChanged decided',
      'stateChanged ready',
      'messageSent ready',
      'fileIssued ready',
    ]);
  });

  it('is worked on in working hours of working days', async () => {
    const { until, whole } = await applied();
    until('2026-12-31');
    for (const { at } of (await whole()).history.slice(1)) {
      const hour = (new Date(at).getUTCHours() + 7) % 24;
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThan(18);
      expect([0, 6]).not.toContain(new Date(at).getUTCDay());
    }
  });

  it('comes out the same in one leap as day by day', async () => {
    const [leap, daily] = [await applied(), await applied()];
    leap.until('2026-12-05');
    for (let day = 21; day <= 30; day++) daily.until(`2026-11-${day}`);
    for (let day = 1; day <= 5; day++) daily.until(`2026-12-0${day}`);
    expect((await daily.whole()).history).toEqual((await leap.whole()).history);
  });

  it('waits for the answer to a question, and the period with it', async () => {
    const { until, whole, send } = await applied('Вопрос');
    until('2026-12-03');
    expect(await whole()).toMatchObject({ state: 'asked', daysLeft: { value: 4 }, dueOn: '2026-12-09' });
    await send('/answers', { text: 'Печать на обороте' });
    until('2026-12-08');
    expect(await whole()).toMatchObject({ state: 'ready', dueOn: '2026-12-09' });
  });

  it('is refused when the question stays without an answer', async () => {
    const { until, whole } = await applied('Вопрос');
    until('2026-12-31');
    const { state, outcome } = await whole();
    expect(state).toBe('refused');
    expect(outcome?.note).toContain('Мы не дождались ответа');
  });

  it('asks who has not signed in too: she can answer by number and code', async () => {
    const { until, deeds } = await applied('Вопрос', null);
    until('2026-12-31');
    expect(deeds()).toContain('stateChanged asked');
  });

  it('is refused with what to mend', async () => {
    const { until, whole } = await applied('ОТКАЗ');
    until('2026-12-31');
    const { state, outcome } = await whole();
    expect(state).toBe('refused');
    expect(outcome?.note).toContain('отправьте заявление ещё раз');
  });

  it('asks for money', async () => {
    const { until, deeds, portal, number } = await applied('Пошлина');
    until('2026-11-24');
    expect(deeds()).toContain('invoiceIssued checked');
    const response = await portal.call(`/v1/applications/${number}/invoices`, {
      headers: portal.headersOf('anna'),
    });
    expect(await response.json()).toMatchObject({ items: [{ amount: 35_000 }] });
  });

  it('runs out of its period where the script says so', async () => {
    const { until, whole } = await applied('просрочка');
    until('2026-12-07');
    expect(await whole()).toMatchObject({ state: 'requested', overdue: true });
    until('2026-12-31');
    expect(await whole()).toMatchObject({ state: 'ready' });
  });

  it('goes on from where an official has brought it by hand', async () => {
    const { until, whole, portal, number } = await applied();
    moveCaseTo(portal.context(), number, { to: 'decided' });
    until('2026-12-31');
    expect(states(await whole())).toEqual(['registered', 'checked', 'requested', 'decided', 'ready']);
  });

  it('waits for the answer to a question that was asked by hand', async () => {
    const { until, whole, send, portal, number } = await applied();
    until('2026-11-24');
    moveCaseTo(portal.context(), number, { to: 'asked' });
    until('2026-12-08');
    expect(await whole()).toMatchObject({ state: 'asked' });
    await send('/answers', { text: 'Вот' });
    until('2026-12-31');
    expect(await whole()).toMatchObject({ state: 'ready' });
  });

  it('stays where it has ended', async () => {
    const { until, whole, send } = await applied();
    await send('/withdrawal', {});
    until('2026-12-31');
    expect(states(await whole())).toEqual(['registered', 'withdrawn']);
  });
});

describe('startSandbox', () => {
  it('lives by itself with speed', async () => {
    const portal = await startTestSandbox({ wallNow: () => new Date(), speed: 1e6 });
    const created = await portal.sendApplication();
    await expect.poll(async () => (await portal.status(created)).state, { timeout: 20_000 }).toBe('ready');
    const { history } = await portal.status(created);
    await portal.restart();
    expect(portal.context().now().toISOString() > (history.at(-1)?.at ?? '')).toBe(true);
  });

  it('leaves cases where they are without it', async () => {
    const { portal, number, deeds } = await applied();
    await portal.restart();
    expect(deeds()).toEqual(['stateChanged registered']);
    expect(portal.context().db.prepare('SELECT application FROM lives').all()).toEqual([
      { application: number },
    ]);
  });
});
