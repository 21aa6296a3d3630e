import { readFileSync } from 'node:fs';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { HandOverSchema, type HandOver } from '../../widgets/contract/drafts/schemas.ts';
import { TEST_NOW, newIdempotencyKey, readProblem, startTestSandbox } from '../testing.ts';

const SEALED = 'pX3vQ9kTf0yJ2mWcLr7a1A';
const locatorOf = (number: number) => String(number).padStart(22, 'A');

async function desk() {
  const clock = { now: TEST_NOW };
  const portal = await startTestSandbox({ wallNow: () => clock.now });
  const post = (path: string, body: unknown, key = newIdempotencyKey()) =>
    portal.post(`/v1/hand-overs${path}`, body, { 'Idempotency-Key': key });
  return {
    portal,
    clock,
    post,
    handOver: async (number = 1): Promise<HandOver> => {
      const response = await post('', { locator: locatorOf(number), sealed: SEALED });
      expect(response.status).toBe(201);
      return v.parse(HandOverSchema, await response.json());
    },
    redeem: (number = 1, key?: string) => post('/redemptions', { locator: locatorOf(number) }, key),
  };
}

describe('a hand-over', () => {
  it('gives the draft as it came to whoever knows where it lies, once', async () => {
    const { handOver, redeem } = await desk();
    expect((await handOver()).expiresAt).toBe('2026-11-20T05:15:00.000Z');
    const redeemed = await redeem();
    expect([redeemed.status, await redeemed.json()]).toEqual([201, { sealed: SEALED }]);
    expect(await readProblem(await redeem())).toMatchObject({ status: 404, type: 'not-found' });
  });

  it('gives it again where the answer got lost', async () => {
    const { handOver, redeem } = await desk();
    await handOver();
    const key = newIdempotencyKey();
    await redeem(1, key);
    expect(await (await redeem(1, key)).json()).toEqual({ sealed: SEALED });
  });

  it('takes no second draft to the same place', async () => {
    const { handOver, post } = await desk();
    await handOver();
    const second = await post('', { locator: locatorOf(1), sealed: 'other' });
    expect(await readProblem(second)).toMatchObject({ status: 409, type: 'wrong-state' });
  });

  it('ends after a quarter of an hour', async () => {
    const { handOver, redeem, clock } = await desk();
    await handOver(1);
    await handOver(2);
    clock.now = new Date(TEST_NOW.getTime() + 899_999);
    expect((await redeem(1)).status).toBe(201);
    clock.now = new Date(TEST_NOW.getTime() + 900_000);
    expect((await redeem(2)).status).toBe(404);
  });

  it('is slowed for an address that guesses, and opens to the right place all the same', async () => {
    const { handOver, redeem } = await desk();
    await handOver();
    for (let i = 10; i < 20; i++) expect((await redeem(i)).status).toBe(404);
    const refused = await redeem(20);
    expect(refused.headers.get('Retry-After')).toBe('2');
    expect(await readProblem(refused)).toMatchObject({ status: 429, type: 'too-many-tries' });
    expect((await redeem()).status).toBe(201);
  });

  it.each(['', '7KHP', '😀'.repeat(22)])('says that %j is no place', async (locator) => {
    const { post } = await desk();
    const { errors } = await readProblem(await post('/redemptions', { locator }));
    expect(errors?.[0]?.pointer).toBe('/locator');
  });

  it('leaves neither draft nor place readable in the file', async () => {
    const { portal, handOver } = await desk();
    await handOver();
    const file = Buffer.concat([readFileSync(portal.db), readFileSync(`${portal.db}-wal`)]);
    for (const secret of [SEALED, locatorOf(1)]) expect(file.includes(secret)).toBe(false);
  });
});
