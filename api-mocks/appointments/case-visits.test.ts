import * as v from 'valibot';
import { expect, it } from 'vitest';

import { CaseVisitsSchema } from '../../widgets/contract/visits/schemas.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { runTransaction } from '../store/database.ts';
import { TEST_NOW, readProblem, startTestSandbox } from '../testing.ts';
import { offerVisit } from './visit-offers.ts';

/** Somebody has applied without signing in, and the agency invites her. */
async function invited() {
  const clock = { now: TEST_NOW };
  const portal = await startTestSandbox({ wallNow: () => clock.now });
  const { number, code } = await portal.sendApplication();
  const context = portal.context();
  runTransaction(context.db, () => {
    offerVisit(context, findCase(context.db, number) as Case, {
      purpose: 'Покажите подлинник.',
      bring: ['Паспорт', 'Свидетельство о рождении'],
    });
  });
  const send = (method: string, body?: object, part = '', headers = { 'Okno-Case-Code': code }) =>
    portal.call(`/v1/applications/${number}/visits${part}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  const visits = async (response: Response) => v.parse(CaseVisitsSchema, await response.json());
  return {
    portal,
    clock,
    number,
    code,
    send,
    visits,
    need: async () => (await portal.status({ number, code })).need,
  };
}

it('a time is chosen, moved, put into a calendar and cancelled', async () => {
  const { send, visits, need } = await invited();
  const { offer, chosen } = await visits(await send('GET'));
  expect(offer).toMatchObject({
    purpose: 'Покажите подлинник.',
    bring: ['Паспорт', 'Свидетельство о рождении'],
    by: '2026-11-30',
    office: { slug: 'komitet' },
  });
  expect(chosen).toBeUndefined();
  expect(await need()).toEqual({ kind: 'choose-time', by: '2026-11-30' });
  const [first, second] = offer?.slots ?? [];
  expect(first?.startsAt).toBe('2026-11-24T09:00:00+07:00');
  const choose = (startsAt = '') => send('PUT', { startsAt });
  expect(await visits(await choose(first?.startsAt))).toMatchObject({
    chosen: { ...first, state: 'booked' },
  });
  expect(await need()).toEqual({ kind: 'come', at: first?.startsAt });
  const moved = await visits(await choose(second?.startsAt));
  expect(moved).toMatchObject({ chosen: { ...second, state: 'booked' } });
  expect(moved.offer?.slots[0]).toEqual(first);
  const calendar = await (await send('GET', undefined, '/calendar')).text();
  expect(calendar).toContain('DTSTART;TZID=Asia/Barnaul:20261124T092000');
  expect(calendar).toContain('SEQUENCE:1');
  expect(calendar).toContain('Возьмите с собой: Паспорт');
  expect((await send('DELETE')).status).toBe(204);
  expect((await send('DELETE')).status).toBe(204);
  expect(await need()).toEqual({ kind: 'choose-time', by: '2026-11-30' });
  expect(await visits(await choose(first?.startsAt))).toMatchObject({
    chosen: { ...first, state: 'booked' },
  });
});

it('the same time again changes nothing, another that was not offered is refused', async () => {
  const { portal, send, visits } = await invited();
  const startsAt = '2026-11-24T09:00:00+07:00';
  const { chosen } = await visits(await send('PUT', { startsAt }));
  expect(await visits(await send('PUT', { startsAt }))).toMatchObject({ chosen: { id: chosen?.id } });
  for (const other of ['2026-11-23T09:00:00+07:00', '2026-11-24T13:00:00+07:00', '2026-12-02T09:00:00+07:00'])
    expect(await readProblem(await send('PUT', { startsAt: other }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/startsAt', code: 'slot' }],
    });
  const count = portal.context().db.prepare('SELECT count(*) AS count FROM appointments').get();
  expect(count).toEqual({ count: 1 });
});

it('a time that somebody else has is taken', async () => {
  const { portal, send } = await invited();
  const startsAt = '2026-11-24T09:00:00+07:00';
  const booked = await portal.post(
    '/v1/appointments',
    { office: 'komitet', startsAt },
    { ...portal.headersOf('anna'), 'Idempotency-Key': `"${crypto.randomUUID()}"` },
  );
  expect(booked.status).toBe(201);
  expect(await readProblem(await send('PUT', { startsAt }))).toMatchObject({ type: 'slot-taken' });
});

it('an offer ends with its last day, and nobody else sees it', async () => {
  const { clock, send, visits } = await invited();
  const foreign = { 'Okno-Case-Code': 'ACEK37MPTY' };
  for (const [method, part] of [
    ['GET', ''],
    ['PUT', ''],
    ['DELETE', ''],
    ['GET', '/calendar'],
  ] as const) {
    const body = method === 'PUT' ? { startsAt: '2026-11-24T09:00:00+07:00' } : undefined;
    expect((await send(method, body, part, foreign)).status).toBe(404);
  }
  clock.now = new Date('2026-12-02T05:00:00Z');
  expect(await visits(await send('GET'))).toEqual({});
  const late = await send('PUT', { startsAt: '2026-12-03T09:00:00+07:00' });
  expect(await readProblem(late)).toMatchObject({ status: 409, type: 'wrong-state' });
});
