import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { paymentQrText } from '../../widgets/contract/invoices/payment-qr.ts';
import { InstantAnswerSchema } from '../../widgets/contract/instant/schemas.ts';
import { PDF, PNG, newIdempotencyKey, readProblem, startTestSandbox, waitForUpload } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const INN = '220000000217';
const SLOW_INN = '220000000922';

const ask = (portal: Portal, body: object, citizen = 'anna') =>
  portal.post('/v1/instant-requests', body, {
    'Idempotency-Key': newIdempotencyKey(),
    ...portal.headersOf(citizen),
  });
const answerTo = async (response: Response) => v.parse(InstantAnswerSchema, await response.json());
const get = (portal: Portal, id: string, citizen = 'anna') =>
  portal.call(`/v1/instant-requests/${id}`, { headers: portal.headersOf(citizen) });

describe('POST /v1/instant-requests', () => {
  it('answers at once, and says that the answer is invented', async () => {
    const portal = await startTestSandbox();
    const response = await ask(portal, { kind: 'fines', plate: 'a 123 bc 22' });
    expect(response.status).toBe(200);
    const answer = await answerTo(response);
    expect(answer).toMatchObject({
      kind: 'fines',
      state: 'ready',
      note: 'Ответ выдуман: это учебный портал.',
      result: { total: 225_000, items: [{ issuedOn: '2026-11-08', discountUntilOn: '2026-12-08' }, {}, {}] },
    });
    expect(await answerTo(await get(portal, answer.id))).toEqual(answer);
  });

  it.each([
    ['fines', { plate: 'А120ВС22' }, { total: 0, items: [] }],
    ['taxDebt', { inn: INN }, { total: 241_500, items: [{ dueOn: '2025-12-01' }, {}] }],
    ['pensionAccount', {}, { workYears: 19, countedOn: '2026-01-01' }],
  ])('knows of %s', async (kind, about, result) => {
    const portal = await startTestSandbox();
    const response = await ask(portal, { kind, ...about });
    expect(response.status).toBe(200);
    expect(await answerTo(response)).toMatchObject({ kind, result });
  });

  it.each([
    ['fines', { plate: 'А129ВС22' }],
    ['taxDebt', { inn: SLOW_INN }],
    ['enforcementProceedings', {}],
  ])('prepares the answer about %s, and tells when it is there', async (kind, about) => {
    const portal = await startTestSandbox();
    const response = await ask(portal, { kind, ...about });
    expect(response.status).toBe(202);
    const { id, state } = await answerTo(response);
    expect(response.headers.get('Location')).toBe(`/v1/instant-requests/${id}`);
    expect(state).toBe('preparing');
    const seen = async () => answerTo(await get(portal, id));
    expect((await seen()).result).toBeUndefined();
    await expect.poll(async () => (await seen()).state, { timeout: 10_000 }).toBe('ready');
    expect((await seen()).result).toMatchObject({ items: [{ amount: expect.any(Number) as number }] });
    const events = await portal.call('/v1/events', { headers: portal.headersOf('anna') });
    expect(await events.json()).toMatchObject({ items: [{ kind: 'instantReady', subject: id }] });
  });

  it('goes on preparing when the portal was stopped meanwhile', async () => {
    const portal = await startTestSandbox();
    const { id } = await answerTo(await ask(portal, { kind: 'enforcementProceedings' }));
    await portal.restart();
    const state = async () => (await answerTo(await get(portal, id))).state;
    expect(await state()).toBe('preparing');
    await expect.poll(state, { timeout: 10_000 }).toBe('ready');
  });

  it('looks for a signature in a file', async () => {
    const portal = await startTestSandbox({ scanDelayMs: 0 });
    const check = async (content: Uint8Array<ArrayBuffer>, name: string) => {
      const upload = (await waitForUpload(await portal.sendUpload(content, name))).id;
      const look = () => ask(portal, { kind: 'signatureCheck', upload });
      await expect.poll(async () => (await look()).status).toBe(200);
      return answerTo(await look());
    };
    expect(await check(PDF, 'справка.pdf')).toMatchObject({ result: { valid: true } });
    expect(await check(PNG, 'снимок.png')).toMatchObject({
      result: { valid: false, reason: 'В файле нет подписи.' },
    });
  });

  it('says what a bank needs to take the money', async () => {
    const portal = await startTestSandbox();
    const fines = await answerTo(await ask(portal, { kind: 'fines', plate: 'А121ВС22' }));
    const debts = await answerTo(await ask(portal, { kind: 'taxDebt', inn: INN }));
    if (fines.kind !== 'fines' || debts.kind !== 'taxDebt') throw new Error('Another kind');
    const [fine] = fines.result?.items ?? [];
    const [debt] = debts.result?.items ?? [];
    expect(fine).toMatchObject({ discounted: 56_250, payment: { uin: fine?.order } });
    for (const { payment, amount } of [fine, debt].flatMap((item) => item ?? []))
      expect(payment && paymentQrText({ ...payment, amount })).toMatch(/^ST00012\|Name=.*\|UIN=\d{20}$/);
  });

  it('checks a signature whose file has stayed on the device', async () => {
    const portal = await startTestSandbox();
    const answer = await answerTo(await ask(portal, { kind: 'signatureCheck', signature: 'MAAB' }));
    expect(answer).toMatchObject({
      source: expect.stringContaining('Минцифры') as string,
      result: { valid: true },
    });
  });

  it.each([
    [{ kind: 'weather' }, '/kind required'],
    [{ kind: 'fines', plate: 'Ж123ВС22' }, '/plate plate'],
    [{ kind: 'fines', plate: 'А123ВС22', licence: '1' }, '/licence licence'],
    [{ kind: 'taxDebt', inn: '220000000218' }, '/inn inn'],
    [{ kind: 'taxDebt', inn: '2200000002' }, '/inn inn'],
    [{ kind: 'signatureCheck', upload: '5b0f8f43-1f0e-4c53-9a53-3d1a5f3a8f0e' }, '/upload file'],
    [{ kind: 'signatureCheck' }, '/upload file'],
    [{ kind: 'signatureCheck', signature: 'подпись' }, '/signature signature'],
  ])('refuses %j', async (body, mistake) => {
    const portal = await startTestSandbox();
    const { errors } = await readProblem(await ask(portal, body));
    expect(errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([mistake]);
  });

  it("shows nobody somebody else's answer", async () => {
    const portal = await startTestSandbox();
    const { id } = await answerTo(await ask(portal, { kind: 'pensionAccount' }));
    expect((await readProblem(await get(portal, id, 'ivan'))).type).toBe('not-found');
  });
});
