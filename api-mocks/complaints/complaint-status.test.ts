import { readFileSync } from 'node:fs';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  ComplaintSchema,
  ComplaintStatusSchema,
  EscalationSchema,
  ComplaintCreatedSchema,
} from '../../widgets/contract/complaints/schemas.ts';
import { answerComplaint, startComplaintReview } from '../workflow/complaint-answers.ts';
import { MoveError } from '../workflow/move-error.ts';
import { readOutbox } from '../events/outbox.ts';
import { unseal } from '../store/sealing.ts';
import {
  TEST_NOW,
  exampleApplication,
  exampleComplaint,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;
type Headers = Record<string, string>;

const NO = { satisfied: false, text: 'Срок продлили.' };

const complain = async (portal: Portal, headers: Headers = {}, change: object = {}) =>
  v.parse(
    ComplaintCreatedSchema,
    await (
      await portal.post('/v1/complaints', exampleComplaint(change), {
        'Idempotency-Key': newIdempotencyKey(),
        ...headers,
      })
    ).json(),
  );
const status = async (portal: Portal, number: string, headers: Headers) =>
  v.parse(
    v.strictObject(ComplaintStatusSchema.entries),
    await (await portal.call(`/v1/complaints/${number}/status`, { headers })).json(),
  );
const whole = async (portal: Portal, number: string, headers: Headers) =>
  v.parse(
    v.strictObject(ComplaintSchema.entries),
    await (await portal.call(`/v1/complaints/${number}`, { headers })).json(),
  );
const escalate = (portal: Portal, number: string, headers: Headers, key = newIdempotencyKey()) =>
  portal.post(
    `/v1/complaints/${number}/escalations`,
    { comment: 'Не согласна.' },
    { 'Idempotency-Key': key, ...headers },
  );

describe('a complaint', () => {
  it('is seen whole by its owner, and by nobody else', async () => {
    const portal = await startTestSandbox();
    const { number, code } = await complain(portal, portal.headersOf('anna'));
    expect(await whole(portal, number, portal.headersOf('anna'))).toMatchObject({
      text: 'Ответа нет.',
      email: 'ivan@example.com',
      state: 'registered',
    });
    const see = async (path: string, headers: Headers) =>
      (await portal.call(`/v1/complaints/${number}${path}`, { headers })).status;
    expect(await see('', portal.headersOf('ivan'))).toBe(404);
    expect(await see('', { 'Okno-Case-Code': code })).toBe(401);
    expect(await see('/status', portal.headersOf('ivan'))).toBe(404);
    expect(await see('/status', {})).toBe(404);
  });

  it('shows its state and the answer to who has the code, and nothing of what was complained', async () => {
    const portal = await startTestSandbox();
    const { number, code } = await complain(portal);
    answerComplaint(portal.context(), number, NO);
    const seen = await status(portal, number, { 'Okno-Case-Code': code });
    expect(seen).toMatchObject({ state: 'answered', answers: [{ by: 'agency', satisfied: false }] });
    expect(JSON.stringify(seen)).not.toMatch(/Ответа нет|Образцов|ivan@/);
    const guess = await portal.call(`/v1/complaints/${number}/status`, {
      headers: { 'Okno-Case-Code': '00412077' },
    });
    expect((await readProblem(guess)).type).toBe('not-found');
  });

  it('goes from registration over consideration to the answer, and tells its owner each time', async () => {
    const portal = await startTestSandbox();
    const anna = portal.headersOf('anna');
    const { number } = await complain(portal, anna);
    startComplaintReview(portal.context(), number);
    answerComplaint(portal.context(), number, { satisfied: true, text: 'Вы правы.' });
    expect(await whole(portal, number, anna)).toMatchObject({
      history: [{ state: 'registered' }, { state: 'underReview' }, { state: 'answered' }],
      answers: [{ by: 'agency', satisfied: true, text: 'Вы правы.' }],
    });
    const events = await portal.call('/v1/events', { headers: anna });
    const event = { kind: 'complaintChanged', subject: number };
    expect(await events.json()).toMatchObject({ items: [event, event, event] });
  });

  it('cannot be moved twice by officials', async () => {
    const portal = await startTestSandbox();
    const { number } = await complain(portal);
    startComplaintReview(portal.context(), number);
    expect(() => {
      startComplaintReview(portal.context(), number);
    }).toThrow(MoveError);
    answerComplaint(portal.context(), number, NO);
    expect(() => {
      answerComplaint(portal.context(), number, NO);
    }).toThrow('уже ответили');
    expect(() => {
      answerComplaint(portal.context(), '22-2026-999999', NO);
    }).toThrow(MoveError);
  });

  it('is answered where who has not signed in has asked for it', async () => {
    const portal = await startTestSandbox();
    const { email, ...byPhone } = exampleComplaint({ phone: '+79000000000' });
    const first = await complain(portal);
    const second = await complain(portal, {}, { ...byPhone, email: undefined });
    answerComplaint(portal.context(), first.number, NO);
    answerComplaint(portal.context(), second.number, NO);
    expect(readOutbox(portal.context()).slice(0, 2)).toMatchObject([
      { channel: 'sms', to: '+79000000000', text: expect.stringContaining('Жалобу отклонили') as string },
      { channel: 'email', to: email, text: expect.stringContaining('Срок продлили.') as string },
    ]);
    expect(readOutbox(portal.context()).slice(2)).toMatchObject([
      { channel: 'sms', text: expect.stringContaining(`${second.number} принята`) as string },
      { channel: 'email', subject: `Жалоба ${first.number} принята` },
    ]);
  });

  it('is sealed in the file', async () => {
    const portal = await startTestSandbox();
    const { number } = await complain(portal);
    answerComplaint(portal.context(), number, NO);
    portal.context().db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const file = readFileSync(portal.db).toString();
    expect(file).toContain(number);
    for (const secret of ['Ответа нет', 'Образцов', 'ivan@', 'продлили']) expect(file).not.toContain(secret);
  });
});

describe('GET /v1/complaints', () => {
  it("has the citizen's own, newest first, in portions", async () => {
    const portal = await startTestSandbox();
    const anna = portal.headersOf('anna');
    for (let i = 0; i < 3; i++) await complain(portal, anna);
    await complain(portal, portal.headersOf('ivan'));
    await complain(portal);
    const list = async (query = '') =>
      (await portal.call(`/v1/complaints${query}`, { headers: anna })).json() as Promise<{
        items: { number: string }[];
        next?: string;
      }>;
    const numbers = ['22-2026-000003', '22-2026-000002', '22-2026-000001'];
    expect((await list()).items.map(({ number }) => number)).toEqual(numbers);
    const first = await list('?limit=2');
    expect(first).toMatchObject({ items: [{}, {}], next: numbers[1] });
    expect(await list(`?limit=2&after=${first.next ?? ''}`)).toMatchObject({
      items: [{ number: numbers[2] }],
    });
  });
});

describe('the controlling body', () => {
  it('gets the whole case of who disagrees, and answers last', async () => {
    const portal = await startTestSandbox();
    const anna = portal.headersOf('anna');
    const applied = await portal.post('/v1/applications', exampleApplication(), {
      'Idempotency-Key': newIdempotencyKey(),
      ...anna,
    });
    expect(applied.status).toBe(201);
    const { number } = await complain(portal, anna, { application: '22-2026-000001' });
    answerComplaint(portal.context(), number, NO);
    const response = await escalate(portal, number, anna);
    expect(response.status).toBe(201);
    const escalation = v.parse(EscalationSchema, await response.json());
    expect(escalation).toMatchObject({
      reason: 'disagree',
      dueOn: '2026-12-11',
      contents: ['complaint', 'history', 'answer', 'application'],
    });
    answerComplaint(portal.context(), number, { satisfied: true, text: 'Вы правы.' });
    expect(await whole(portal, number, anna)).toMatchObject({
      state: 'closed',
      escalation,
      answers: [{ by: 'agency' }, { by: 'controllingBody', satisfied: true, text: 'Вы правы.' }],
    });
    const { db, key } = portal.context();
    const { sealed } = db.prepare('SELECT sealed FROM escalations').get() ?? {};
    // The copy stays as it was.
    expect(unseal(key, sealed as Uint8Array)).toMatchObject({
      comment: 'Не согласна.',
      complaint: { state: 'answered', text: 'Ответа нет.' },
      answers: [{ text: 'Срок продлили.' }],
      application: { service: { slug: 'detskiy-sad' }, history: [{ state: 'registered' }] },
    });
  });

  it('gets a complaint that was not answered in time, also by number and code', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    const { number, code } = await complain(portal);
    const headers = { 'Okno-Case-Code': code };
    now = new Date('2026-12-11T12:00:00+07:00');
    expect((await readProblem(await escalate(portal, number, headers))).type).toBe('wrong-state');
    now = new Date('2026-12-12T00:00:00+07:00');
    expect(await status(portal, number, headers)).toMatchObject({ overdue: true, canEscalate: true });
    expect(await (await escalate(portal, number, headers)).json()).toMatchObject({ reason: 'overdue' });
    expect(await status(portal, number, headers)).toMatchObject({ state: 'escalated', overdue: false });
  });

  it('gets it once', async () => {
    const portal = await startTestSandbox();
    const anna = portal.headersOf('anna');
    const { number } = await complain(portal, anna);
    answerComplaint(portal.context(), number, NO);
    const key = newIdempotencyKey();
    const [first, again] = [
      await escalate(portal, number, anna, key),
      await escalate(portal, number, anna, key),
    ];
    expect(await again.json()).toEqual(await first.json());
    expect((await readProblem(await escalate(portal, number, anna))).type).toBe('wrong-state');
    expect((await readProblem(await escalate(portal, number, portal.headersOf('ivan')))).type).toBe(
      'not-found',
    );
  });

  it("does not learn of somebody else's application", async () => {
    const portal = await startTestSandbox();
    const { number: foreign } = await portal.sendApplication();
    const anna = portal.headersOf('anna');
    const { number } = await complain(portal, anna, { application: foreign });
    answerComplaint(portal.context(), number, NO);
    expect(await (await escalate(portal, number, anna)).json()).toMatchObject({
      contents: ['complaint', 'history', 'answer'],
    });
  });
});
