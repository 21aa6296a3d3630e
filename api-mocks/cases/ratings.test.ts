import { describe, expect, it } from 'vitest';

import { moveCaseTo } from '../workflow/officials.ts';
import {
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const end = (portal: Portal, number: string) => {
  portal.context().db.prepare("UPDATE applications SET state = 'ready' WHERE number = ?").run(number);
};

/** Rates an application of its own. */
async function rate(portal: Portal, marks: object, comment?: string) {
  const { number, code } = await portal.sendApplication();
  end(portal, number);
  return portal.post(
    '/v1/ratings',
    { number, code, marks, comment },
    { 'Idempotency-Key': newIdempotencyKey() },
  );
}
const summary = async (portal: Portal, headers: Record<string, string> = {}) =>
  portal.call('/v1/services/detskiy-sad/ratings', { headers });
const told = async (portal: Portal) => (await summary(portal)).json() as Promise<unknown>;

describe('POST /v1/ratings', () => {
  const marks = { time: 5, politeness: 4 };

  it('is taken once, when the result is there', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    const rating = { number: created.number, code: created.code, marks, comment: 'Спасибо' };
    expect(
      await readProblem(await portal.post('/v1/ratings', rating, { 'Idempotency-Key': newIdempotencyKey() })),
    ).toMatchObject({
      status: 409,
      type: 'no-result',
    });
    end(portal, created.number);
    const response = await portal.post('/v1/ratings', rating, { 'Idempotency-Key': newIdempotencyKey() });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      number: created.number,
      ratedAt: TEST_NOW.toISOString(),
      changeableUntil: new Date(TEST_NOW.getTime() + 86_400_000).toISOString(),
    });
    expect(
      await readProblem(await portal.post('/v1/ratings', rating, { 'Idempotency-Key': newIdempotencyKey() })),
    ).toMatchObject({
      status: 409,
      type: 'already-rated',
    });
    expect(await portal.status(created)).toMatchObject({ rated: true });
  });

  it('is taken without a code from the applicant who has signed in, and from nobody else', async () => {
    const portal = await startTestSandbox();
    const send = (path: string, body: object, citizen: string) =>
      portal.post(path, body, { 'Idempotency-Key': newIdempotencyKey(), ...portal.headersOf(citizen) });
    const created = await send('/v1/applications', exampleApplication(), 'anna');
    const { number } = (await created.json()) as { number: string };
    moveCaseTo(portal.context(), number, { to: 'ready' });
    const rating = { number, marks: { time: 5 } };
    expect((await send('/v1/ratings', rating, 'ivan')).status).toBe(404);
    expect((await send('/v1/ratings', rating, 'anna')).status).toBe(201);
  });

  it('is not taken with a wrong code', async () => {
    const portal = await startTestSandbox();
    const { number, code } = await portal.sendApplication();
    const wrong = code === '00000000' ? '11111111' : '00000000';
    expect(
      await readProblem(
        await portal.post(
          '/v1/ratings',
          { number, code: wrong, marks },
          { 'Idempotency-Key': newIdempotencyKey() },
        ),
      ),
    ).toMatchObject({
      status: 404,
    });
  });

  it('names what is wrong', async () => {
    const portal = await startTestSandbox();
    const problem = await readProblem(
      await portal.post(
        '/v1/ratings',
        { number: '22', code: '1', marks: {} },
        { 'Idempotency-Key': newIdempotencyKey() },
      ),
    );
    expect(problem.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/number', 'number'],
      ['/code', 'code'],
      ['/marks', 'required'],
    ]);
  });
});

describe('GET /v1/services/{slug}/ratings', () => {
  it('tells nothing until five have rated', async () => {
    const portal = await startTestSandbox();
    for (let i = 0; i < 4; i++) expect((await rate(portal, { time: 5 })).status).toBe(201);
    const nothing = { service: 'detskiy-sad', enough: false, count: 0, criteria: [] };
    expect(await told(portal)).toEqual(nothing);
    await rate(portal, { time: 1 });
    expect(await told(portal)).toEqual({
      ...nothing,
      enough: true,
      count: 5,
      criteria: [{ criterion: 'time', count: 5, mean: 4.2, distribution: [1, 0, 0, 0, 4] }],
    });
  });

  it('does not show what the sixth thinks by what has changed', async () => {
    const portal = await startTestSandbox();
    for (let i = 0; i < 5; i++) await rate(portal, { time: 3, queue: 2 });
    const before = await told(portal);
    for (let i = 0; i < 4; i++) {
      await rate(portal, { time: 1 });
      expect(await told(portal)).toEqual(before);
    }
    await rate(portal, { time: 1 });
    expect(await told(portal)).toMatchObject({
      count: 10,
      criteria: [
        { criterion: 'time', count: 10, mean: 2 },
        { criterion: 'queue', count: 5, mean: 2 },
      ],
    });
  });

  it('leaves out what too few have answered', async () => {
    const portal = await startTestSandbox();
    for (let i = 0; i < 5; i++) await rate(portal, i ? { time: 3 } : { time: 3, politeness: 1 });
    expect(await told(portal)).toMatchObject({ criteria: [{ criterion: 'time' }] });
  });

  it('is fetched again only when it has changed', async () => {
    const portal = await startTestSandbox();
    const etag = (await summary(portal)).headers.get('ETag') ?? '';
    expect((await summary(portal, { 'If-None-Match': etag })).status).toBe(304);
    for (let i = 0; i < 5; i++) await rate(portal, { time: 3 });
    expect((await summary(portal, { 'If-None-Match': etag })).status).toBe(200);
  });

  it('knows no service that the region has not', async () => {
    const portal = await startTestSandbox();
    expect((await readProblem(await portal.call('/v1/services/net/ratings'))).type).toBe('not-found');
  });
});
