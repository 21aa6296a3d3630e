import { once } from 'node:events';
import { request } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import {
  EXAMPLE_ANSWERS,
  JPEG,
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
  waitForUpload,
} from '../testing.ts';

const rows = (file: string, table: string) => {
  using db = new DatabaseSync(file, { readOnly: true });
  return db.prepare(`SELECT * FROM ${table}`).all();
};

describe('POST /v1/applications', () => {
  it('gives a number, a code and the last day of the answer', async () => {
    const portal = await startTestSandbox();
    const response = await portal.post('/v1/applications', exampleApplication(), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('Location')).toBe('/v1/applications/22-2026-000001');
    expect(await response.json()).toEqual({
      number: '22-2026-000001',
      code: expect.stringMatching(/^[34679ACEHKMPTXY]{10}$/) as string,
      submittedAt: TEST_NOW.toISOString(),
      dueOn: '2026-12-04',
      signed: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
    });
    expect((await portal.sendApplication()).number).toBe('22-2026-000002');
  });

  it('counts days and years in the time of the region', async () => {
    const portal = await startTestSandbox({ wallNow: () => new Date('2026-12-31T17:00:00Z') });
    expect(await portal.sendApplication()).toMatchObject({
      number: '22-2027-000001',
      dueOn: '2027-01-25',
      registeredOn: '2027-01-11',
    });
  });

  it('keeps neither the code nor the answer to the applicant readable', async () => {
    const portal = await startTestSandbox();
    const { code } = await portal.sendApplication();
    const stored = [...rows(portal.db, 'applications'), ...rows(portal.db, 'answered')].flatMap((row) =>
      Object.values(row).map((value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
      ),
    );
    expect(stored.join()).not.toContain(code);
  });

  it('names every field that is wrong', async () => {
    const portal = await startTestSandbox();
    const answers = {
      childSnils: '112-233-445 96',
      childBirthDate: '2027-01-01',
      address: { line: '', manual: 'да' },
      benefitDocument: [{ id: crypto.randomUUID() }],
      'a/b~c': 'x',
    };
    const response = await portal.post('/v1/applications', exampleApplication(answers), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(response.status).toBe(422);
    const { type, errors } = await readProblem(response);
    expect(type).toBe('invalid');
    expect(errors?.map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ['/answers/childLastName', 'required'],
        ['/answers/childSnils', 'snilsChecksum'],
        ['/answers/childBirthDate', 'dateFuture'],
        ['/answers/address/line', 'required'],
        ['/answers/address/manual', 'invalid'],
        ['/answers/benefitDocument/0/name', 'file'],
        ['/answers/a~1b~0c', 'unknown'],
      ]),
    );
  });

  it.each<[string, object, [string, string][]]>([
    ['no answer to what the other answers ask', { payer: 'company' }, [['/answers/payerInn', 'required']]],
    [
      'a number that is none',
      { payer: 'company', payerInn: '2200000002' },
      [['/answers/payerInn', 'companyInnChecksum']],
    ],
    ['an answer to what is not asked', { payerInn: '2200000001' }, [['/answers/payerInn', 'unknown']]],
    [
      'an answer to what is not asked of a citizen',
      { payer: 'citizen', payerInn: '2200000001' },
      [['/answers/payerInn', 'unknown']],
    ],
    ['days that do not fit together', { startDate: '1.9.2023' }, [['/answers/startDate', 'check']]],
    ['nothing else', { payer: 'company', payerInn: 'ИНН 22000 00001', startDate: '1.9.2027' }, []],
  ])('refuses %s', async (_, more, errors) => {
    const portal = await startTestSandbox();
    const body = exampleApplication({ ...EXAMPLE_ANSWERS, ...more });
    const response = await portal.post('/v1/applications', body, {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(response.status).toBe(errors.length ? 422 : 201);
    const found = errors.length ? ((await readProblem(response)).errors ?? []) : [];
    expect(found.map(({ pointer, code }) => [pointer, code])).toEqual(errors);
  });

  it.each<[string, object, [string, string][]]>([
    ['an unknown service', { ...exampleApplication(), service: 'net-takoy' }, [['/service', 'unknown']]],
    ['no consent', { ...exampleApplication(), consent: undefined }, [['/consent', 'required']]],
    ['no answers', { ...exampleApplication(), answers: null }, [['/answers', 'required']]],
    [
      'nothing',
      {},
      [
        ['/service', 'required'],
        ['/formVersion', 'required'],
        ['/answers', 'required'],
        ['/consent', 'required'],
      ],
    ],
  ])('refuses %s', async (_, body, errors) => {
    const portal = await startTestSandbox();
    const problem = await readProblem(
      await portal.post('/v1/applications', body, { 'Idempotency-Key': newIdempotencyKey() }),
    );
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual(errors);
  });

  it('says when the questions have changed', async () => {
    const portal = await startTestSandbox();
    portal.changeForm('v2');
    await portal.restart();
    const response = await portal.post('/v1/applications', exampleApplication(), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(await readProblem(response)).toMatchObject({ status: 409, type: 'form-changed' });
  });

  it('takes files that were uploaded, each for one application', async () => {
    const portal = await startTestSandbox();
    const upload = await waitForUpload(await portal.sendUpload(JPEG));
    const body = exampleApplication({ ...EXAMPLE_ANSWERS, benefitDocument: [upload] });
    const { number } = await portal.sendApplication(body);
    expect(rows(portal.db, 'uploads')).toMatchObject([{ id: upload.id, application: number }]);
    for (const id of [upload.id, crypto.randomUUID()]) {
      const again = exampleApplication({ ...EXAMPLE_ANSWERS, benefitDocument: [{ ...upload, id }] });
      const problem = await readProblem(
        await portal.post('/v1/applications', again, { 'Idempotency-Key': newIdempotencyKey() }),
      );
      expect(problem.errors).toEqual([{ pointer: '/answers/benefitDocument/0', code: 'file' }]);
    }
  });
});

describe('Idempotency-Key', () => {
  it.each([
    '',
    'bare-key-without-quotes-123',
    '"short"',
    '"новый ключ на русском языке"',
    '"unclosed-key-1234567',
  ])('is refused when it is missing or malformed: %s', async (key) => {
    const portal = await startTestSandbox();
    const headers = key && /^[ -~]+$/.test(key) ? { 'Idempotency-Key': key } : {};
    expect(
      await readProblem(await portal.post('/v1/applications', exampleApplication(), headers)),
    ).toMatchObject({
      status: 400,
      type: 'key-missing',
    });
  });

  it('gives the same answer to the same request, also after a restart', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    const first = await portal.sendApplication(exampleApplication(), key);
    expect(await portal.sendApplication(exampleApplication(), key)).toEqual(first);
    await portal.restart();
    const { consent, answers, formVersion, service } = exampleApplication();
    expect(await portal.sendApplication({ consent, answers, formVersion, service }, key)).toEqual(first);
    expect(rows(portal.db, 'applications')).toHaveLength(1);
  });

  it('refuses another request', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    await portal.sendApplication(exampleApplication(), key);
    const other = exampleApplication({ ...EXAMPLE_ANSWERS, childLastName: 'Образцов' });
    expect(
      await readProblem(await portal.post('/v1/applications', other, { 'Idempotency-Key': key })),
    ).toMatchObject({
      status: 422,
      type: 'key-reused',
    });
    expect(rows(portal.db, 'applications')).toHaveLength(1);
  });

  it('stays free when the request was refused', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    await portal.post('/v1/applications', exampleApplication({}), { 'Idempotency-Key': key });
    expect(await portal.sendApplication(exampleApplication(), key)).toMatchObject({
      number: '22-2026-000001',
    });
  });

  /** Begins to send an application, and comes back when the portal has begun to read it. */
  const begin = async (url: string, key: string, body: string) => {
    const sending = request(`${url}/v1/applications`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'Idempotency-Key': key,
        Expect: '100-continue',
      },
    });
    sending.on('error', () => undefined).flushHeaders();
    await once(sending, 'continue');
    return sending;
  };

  it('refuses a second request while the first is on its way', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    const body = JSON.stringify(exampleApplication());
    const first = await begin(portal.url(), key, body);
    const second = await portal.post('/v1/applications', body, { 'Idempotency-Key': key });
    expect(second.headers.get('Retry-After')).toBe('1');
    expect(await readProblem(second)).toMatchObject({ status: 409, type: 'in-flight' });
    first.end(body);
    const [answer] = (await once(first, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(201);
    expect((await portal.post('/v1/applications', body, { 'Idempotency-Key': key })).status).toBe(201);
    expect(rows(portal.db, 'applications')).toHaveLength(1);
  });

  it('frees the key when the first request breaks off', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    const first = await begin(portal.url(), key, JSON.stringify(exampleApplication()));
    first.write('{"service":');
    first.destroy();
    await expect
      .poll(
        async () =>
          (await portal.post('/v1/applications', exampleApplication(), { 'Idempotency-Key': key })).status,
      )
      .toBe(201);
  });

  it('makes one application of ten at once', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    const send = () => portal.post('/v1/applications', exampleApplication(), { 'Idempotency-Key': key });
    const statuses = (await Promise.all(Array.from({ length: 10 }, send))).map(({ status }) => status);
    expect(statuses).toContain(201);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect(rows(portal.db, 'applications')).toHaveLength(1);
    expect(rows(portal.db, 'history')).toHaveLength(1);
  });
});
