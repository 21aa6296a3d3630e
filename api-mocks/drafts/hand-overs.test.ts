import { readFileSync } from 'node:fs';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { HandOverSchema, type HandOver } from '../../widgets/contract/drafts/schemas.ts';
import { TEST_NOW, newIdempotencyKey, readProblem, startTestSandbox } from '../testing.ts';

const DRAFT = {
  service: 'detskiy-sad',
  formVersion: 'v1',
  answers: { childLastName: 'Секретов', childBirthDate: '06.05.' },
  step: 2,
};

async function desk() {
  const clock = { now: TEST_NOW };
  const origins = ['http://municipality.test/catalog'];
  const portal = await startTestSandbox({ origins, wallNow: () => clock.now });
  const post = (path: string, body: unknown, key = newIdempotencyKey()) =>
    portal.post(`/v1/hand-overs${path}`, body, { 'Idempotency-Key': key });
  return {
    portal,
    clock,
    handOver: async (key = newIdempotencyKey()): Promise<HandOver> => {
      const response = await post('', DRAFT, key);
      expect(response.status).toBe(201);
      return v.parse(HandOverSchema, await response.json());
    },
    redeem: (code: string, key?: string) => post('/redemptions', { code }, key),
  };
}

describe('a hand-over', () => {
  it('gives the draft to whoever has the code, once', async () => {
    const { handOver, redeem } = await desk();
    const { code, url, expiresAt } = await handOver();
    expect(code).toMatch(/^[0-9ACEHKMPTXY]{4}-[0-9ACEHKMPTXY]{4}$/);
    expect(expiresAt).toBe('2026-11-20T05:10:00.000Z');
    expect(url).toBe(`http://municipality.test/catalog/services/detskiy-sad/apply/#okno-hand-over=${code}`);
    const redeemed = await redeem(code);
    expect(redeemed.status).toBe(201);
    expect(await redeemed.json()).toEqual(DRAFT);
    expect(await readProblem(await redeem(code))).toMatchObject({ status: 404, type: 'not-found' });
  });

  it('gives it again where the answer got lost', async () => {
    const { handOver, redeem } = await desk();
    const key = newIdempotencyKey();
    const { code } = await handOver(key);
    expect((await handOver(key)).code).toBe(code);
    const redemption = newIdempotencyKey();
    await redeem(code, redemption);
    expect(await (await redeem(code, redemption)).json()).toEqual(DRAFT);
  });

  it('takes the code as people type it, on either keyboard', async () => {
    const { handOver, redeem } = await desk();
    const { code } = await handOver();
    const cyrillic = Array.from(
      code.toLowerCase(),
      (sign) => 'асенкмртху'['acehkmptxy'.indexOf(sign)] ?? sign,
    );
    expect((await redeem(` ${cyrillic.join('').replace('-', ' – ')} `)).status).toBe(201);
  });

  it('ends after ten minutes', async () => {
    const { handOver, redeem, clock } = await desk();
    const [first, second] = [await handOver(), await handOver()];
    clock.now = new Date(TEST_NOW.getTime() + 599_999);
    expect((await redeem(first.code)).status).toBe(201);
    clock.now = new Date(TEST_NOW.getTime() + 600_000);
    expect((await redeem(second.code)).status).toBe(404);
  });

  it('is slowed for an address that guesses, and opens to the right code all the same', async () => {
    const { handOver, redeem } = await desk();
    const { code } = await handOver();
    const guess = (i: number) => `0000-00${String(i).padStart(2, '0')}`;
    for (let i = 0; i < 10; i++) expect((await redeem(guess(i))).status).toBe(404);
    const refused = await redeem(guess(10));
    expect(refused.headers.get('Retry-After')).toBe('2');
    expect(await readProblem(refused)).toMatchObject({ status: 429, type: 'too-many-tries' });
    expect((await redeem(code)).status).toBe(201);
  });

  it.each(['', '7KHP', '7KHP-40XT-0', 'ZZZZ-ZZZZ', '😀'.repeat(8)])(
    'says that %j is no code',
    async (code) => {
      const { redeem } = await desk();
      const { errors } = await readProblem(await redeem(code));
      expect(errors?.[0]?.pointer).toBe('/code');
    },
  );

  it('leaves neither draft nor code readable in the file', async () => {
    const { portal, handOver } = await desk();
    const { code } = await handOver();
    const file = Buffer.concat([readFileSync(portal.db), readFileSync(`${portal.db}-wal`)]);
    for (const secret of ['Секретов', code, code.replace('-', '')]) expect(file.includes(secret)).toBe(false);
  });
});
