import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { CaseAccessSchema, StepUpSchema } from '../widgets/contract/step-ups/schemas.ts';
import { CaseVisitsSchema } from '../widgets/contract/visits/schemas.ts';
import { offerVisit } from './appointments/visit-offers.ts';
import { findCase, type Case } from './cases/cases.ts';
import { readOutbox } from './events/outbox.ts';
import { issueInvoice } from './payments/invoices.ts';
import { runTransaction } from './store/database.ts';
import { moveCaseTo } from './workflow/officials.ts';
import {
  EXAMPLE_ANSWERS,
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from './testing.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const CONTACTS = { email: 'olga@example.ru', phone: '+79031234567' };

/** Somebody has applied without signing in, and does everything in a hurry. */
async function hurriedCase() {
  const clock = { now: TEST_NOW };
  const portal = await startTestSandbox({ wallNow: () => clock.now });
  const { number, code } = await portal.sendApplication(
    exampleApplication({ ...EXAMPLE_ANSWERS, ...CONTACTS }),
  );
  const context = portal.context();
  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    portal.call(`/v1/applications/${number}${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        'Okno-Case-Code': code,
        ...(method === 'POST' && { 'Idempotency-Key': newIdempotencyKey() }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  return {
    portal,
    number,
    code,
    call,
    official: (move: Parameters<typeof moveCaseTo>[2]) => moveCaseTo(context, number, move),
    invite: () => {
      runTransaction(context.db, () => {
        const invitation = { purpose: 'Покажите подлинник.', bring: [] };
        offerVisit(context, findCase(context.db, number) as Case, invitation);
      });
    },
    pass: (milliseconds: number) => {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
    status: () => portal.status({ number, code }),
    visits: async () => v.parse(CaseVisitsSchema, await (await call('GET', '/visits')).json()),
    /** Confirms that it is her. Gives the header that says so. */
    confirm: async () => {
      const { id } = v.parse(
        StepUpSchema,
        await (await call('POST', '/step-ups', { channel: 'email' })).json(),
      );
      const [digits = ''] = /\d{6}/.exec(readOutbox(context)[0]?.text ?? '') ?? [];
      const response = await call('POST', `/step-ups/${id}/confirmations`, { code: digits });
      return { 'Okno-Case-Access': v.parse(CaseAccessSchema, await response.json()).access };
    },
  };
}
type Hurried = Awaited<ReturnType<typeof hurriedCase>>;

describe('who is in a hurry', () => {
  it.each<[string, (kase: Hurried) => Promise<Response>]>([
    ['an answer before the question', ({ call }) => call('POST', '/answers', { text: 'Вот она.' })],
    [
      'a time before the invitation',
      ({ call }) => call('PUT', '/visits', { startsAt: '2026-11-24T09:00:00+07:00' }),
    ],
    [
      'a correction before the refusal',
      async ({ call, confirm }) => call('POST', '/corrections', exampleApplication(), await confirm()),
    ],
    [
      'a second withdrawal',
      async ({ call, confirm }) => {
        const access = await confirm();
        expect((await call('POST', '/withdrawal', {}, access)).status).toBe(201);
        return call('POST', '/withdrawal', {}, access);
      },
    ],
  ])('hears that it is not the time: %s', async (_, doIt) => {
    expect(await readProblem(await doIt(await hurriedCase()))).toMatchObject({
      status: 409,
      type: 'wrong-state',
    });
  });

  it('presses twice: one answer goes out, the other is told that it came before', async () => {
    const { call, official, status } = await hurriedCase();
    official({ to: 'asked', text: 'Где печать?' });
    const key = { 'Idempotency-Key': newIdempotencyKey() };
    const send = (headers = {}) => call('POST', '/answers', { text: 'Вот она.' }, headers);
    const [first, again] = [await send(key), await send(key)];
    expect([first.status, await again.text()]).toEqual([201, await first.text()]);
    expect((await send()).status).toBe(409);
    expect((await status()).history.map(({ state }) => state)).toEqual(['registered', 'asked', 'registered']);
  });

  it('answers after the last day, as long as nobody has decided', async () => {
    const { call, official, pass, status } = await hurriedCase();
    official({ to: 'asked', text: 'Где печать?' });
    pass(60 * DAY);
    expect(await status()).toMatchObject({ state: 'asked', need: { kind: 'answer', by: '2026-12-04' } });
    expect((await call('POST', '/answers', { text: 'Вот она.' })).status).toBe(201);
    expect(await status()).toMatchObject({ state: 'registered', overdue: false });
  });

  it('is asked again who she is when half an hour is over, and loses nothing', async () => {
    const { call, confirm, pass } = await hurriedCase();
    const access = await confirm();
    pass(31 * MINUTE);
    const withdraw = (headers: Record<string, string>) => call('POST', '/withdrawal', {}, headers);
    expect(await readProblem(await withdraw(access))).toMatchObject({ status: 403, type: 'step-up-needed' });
    expect((await withdraw(await confirm())).status).toBe(201);
  });

  it('gets codes by e-mail also when she wants no letters', async () => {
    const { call, confirm } = await hurriedCase();
    await call('PUT', '/notices', { email: [], sms: [], quietAtNight: true });
    expect(await confirm()).toHaveProperty('Okno-Case-Access');
  });

  it('pays once', async () => {
    const { portal, number, status } = await hurriedCase();
    issueInvoice(portal.context(), number, { purpose: 'Пошлина', amount: 35_000 });
    const uin = String(portal.context().db.prepare('SELECT uin FROM invoices').get()?.['uin']);
    const pay = () =>
      fetch(`${portal.url()}/pay/${uin}`, { method: 'POST', headers: { Origin: portal.url() } });
    const mails = () => readOutbox(portal.context()).filter(({ text }) => text.includes('оплачен')).length;
    await pay();
    const told = mails();
    expect(await (await pay()).text()).toContain('Платить больше ничего не нужно.');
    expect([mails(), (await status()).invoices]).toEqual([told, 0]);
  });
});

describe('a visit', () => {
  it('that has taken place is not moved; a new invitation offers new times', async () => {
    const { call, invite, pass, status, visits } = await hurriedCase();
    invite();
    const { offer } = await visits();
    const [first, second] = offer?.slots ?? [];
    await call('PUT', '/visits', { startsAt: first?.startsAt });
    pass(Date.parse(first?.startsAt ?? '') - TEST_NOW.getTime() + MINUTE);
    expect(await visits()).toEqual({ chosen: expect.objectContaining({ state: 'over' }) as unknown });
    expect(await readProblem(await call('PUT', '/visits', { startsAt: second?.startsAt }))).toMatchObject({
      status: 409,
      type: 'wrong-state',
    });
    expect(await readProblem(await call('DELETE', '/visits'))).toMatchObject({ type: 'wrong-state' });
    expect((await status()).need).toBeUndefined();
    invite();
    const again = await visits();
    expect((await status()).need).toEqual({ kind: 'choose-time', by: again.offer?.by });
    const startsAt = again.offer?.slots[0]?.startsAt;
    expect((await call('PUT', '/visits', { startsAt })).status).toBe(200);
    expect((await status()).need).toEqual({ kind: 'come', at: startsAt });
  });

  it.each([
    ['refused', 'mend'],
    ['withdrawn', undefined],
  ] as const)('is cancelled when the application is %s: nobody comes in vain', async (to, need) => {
    const { call, invite, official, status, visits } = await hurriedCase();
    invite();
    const { offer } = await visits();
    await call('PUT', '/visits', { startsAt: offer?.slots[0]?.startsAt });
    official({ to, ...(to === 'refused' && { text: 'Фамилия с ошибкой.' }) });
    expect(await visits()).toMatchObject({ chosen: { state: 'cancelled' } });
    expect((await status()).need?.kind).toBe(need);
  });
});

describe('a case that was erased', () => {
  it('is not there for anybody: with its code, by its letters, in its invoice', async () => {
    const { portal, number, call, official } = await hurriedCase();
    const context = portal.context();
    issueInvoice(context, number, { purpose: 'Пошлина', amount: 35_000 });
    const uin = String(context.db.prepare('SELECT uin FROM invoices').get()?.['uin']);
    const [unsubscribe = ''] =
      /https?:\S+\/unsubscribe\/\S+/.exec(readOutbox(context).at(-1)?.text ?? '') ?? [];
    official({ to: 'withdrawn' });
    context.db.exec('DELETE FROM history; DELETE FROM applications');
    for (const [method, path, body] of [
      ['GET', '/status'],
      ['GET', '/messages'],
      ['POST', '/messages', { text: 'Где моё дело?' }],
      ['GET', '/invoices'],
      ['GET', '/visits'],
    ] as const)
      expect((await call(method, path, body)).status, path).toBe(404);
    expect((await fetch(`${portal.url()}/pay/${uin}`)).status).toBe(404);
    const pressed = await fetch(unsubscribe, { method: 'POST', headers: { Origin: portal.url() } });
    expect([pressed.status, await pressed.text()]).toEqual([200, expect.stringContaining('Больше не пишем')]);
  });
});

describe('an official who clicks twice', () => {
  it('moves a case one step, sends one letter and one invoice, and is told so', async () => {
    const { portal, number, status } = await hurriedCase();
    const page = `${portal.url()}/sandbox/cases/${number}`;
    const post = (path: string, form: Record<string, string>) =>
      fetch(page + path, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { Origin: portal.url() },
        redirect: 'manual',
      });
    for (const [path, form] of [
      ['', {}],
      ['', { text: 'Мы вам напишем.' }],
      ['/invoices', { purpose: 'Пошлина', rubles: '350' }],
    ] as const) {
      const [, seen = ''] = /\?seen=(\d+)/.exec(await (await fetch(page)).text()) ?? [];
      expect((await post(`${path}?seen=${seen}`, form)).status, path).toBe(303);
      const second = await post(`${path}?seen=${seen}`, form);
      expect([second.status, await second.text()]).toEqual([409, expect.stringContaining('уже изменилось')]);
    }
    expect(await status()).toMatchObject({ state: 'checked', invoices: 1 });
  });
});
