import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { Faults } from './faults.ts';
import {
  JPEG,
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

const apply = (portal: Awaited<ReturnType<typeof startTestSandbox>>, key = newIdempotencyKey()) =>
  portal.post('/v1/applications', exampleApplication(), { 'Idempotency-Key': key });

describe('faults', () => {
  it('meet as many requests as they say', () => {
    const faults = new Faults();
    faults.add({ kind: 'error', often: { next: 2 } });
    expect(faults.list()).toMatchObject([{ often: { next: 2 } }]);
    const met = Array.from({ length: 4 }, () => faults.takeFaultsFor('GET', '/v1/services').length);
    expect(met).toEqual([1, 1, 0, 0]);
    expect(faults.list()).toEqual([]);
  });

  it('meet one of so many, the same ones for the same seed', () => {
    const run = (seed: number) => {
      const faults = new Faults();
      faults.add({ kind: 'error', often: { oneOf: 4, seed } });
      return Array.from({ length: 1000 }, () => faults.takeFaultsFor('GET', '/v1/services').length);
    };
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
    const met = run(1).filter((count) => count === 1).length;
    expect(met).toBeGreaterThan(200);
    expect(met).toBeLessThan(300);
  });

  it.each([
    ['POST', '/v1/applications', 1],
    ['GET', '/v1/applications', 0],
    ['POST', '/v1/services', 0],
  ])('look at method and path: %s %s', (method, path, met) => {
    const faults = new Faults();
    faults.add({ kind: 'error', path: '/v1/applications', methods: ['POST'] });
    expect(faults.takeFaultsFor(method, path)).toHaveLength(met);
  });

  it.each([
    { kind: 'latency', ms: -1 },
    { kind: 'cut', when: 'sometimes' as 'after' },
  ] as const)('that make no sense are not taken: %o', (fault) => {
    expect(() => {
      new Faults().add(fault);
    }).toThrow();
  });
});

describe('a portal that has faults', () => {
  it.each([
    [{ kind: 'error' }, 500, 'fault', null],
    [{ kind: 'unavailable', retryAfter: 7 }, 503, 'busy', '7'],
    [{ kind: 'tooManyRequests', retryAfter: 9 }, 429, 'too-many-tries', '9'],
  ] as const)('answers %o, so that a page can read it', async (fault, status, type, retryAfter) => {
    const portal = await startTestSandbox();
    portal.context().faults.add(fault);
    const response = await apply(portal);
    expect(response.headers.get('Access-Control-Allow-Origin')).not.toBeNull();
    expect(response.headers.get('Retry-After')).toBe(retryAfter);
    expect(await readProblem(response)).toMatchObject({ status, type });
  });

  it('is slower', async () => {
    const portal = await startTestSandbox();
    portal.context().faults.add({ kind: 'latency', ms: 60_000, often: { next: 1 } });
    const abort = new AbortController();
    let answered = false;
    const slow = portal.call('/v1/services', { signal: abort.signal }).then(() => (answered = true));
    await expect.poll(() => portal.context().faults.list()).toEqual([]);
    expect((await apply(portal)).status).toBe(201);
    expect(answered).toBe(false);
    abort.abort();
    await expect(slow).rejects.toThrow();
  });

  it('has done nothing when the connection breaks off before', async () => {
    const portal = await startTestSandbox();
    portal.context().faults.add({ kind: 'cut', when: 'before', often: { next: 1 } });
    await expect(apply(portal)).rejects.toThrow();
    expect((await portal.sendApplication()).number).toBe('22-2026-000001');
  });

  it('has done it once when only the answer was missing', async () => {
    const portal = await startTestSandbox();
    portal.context().faults.add({ kind: 'cut', when: 'after', often: { next: 1 } });
    const key = newIdempotencyKey();
    await expect(apply(portal, key)).rejects.toThrow();
    expect(await (await apply(portal, key)).json()).toMatchObject({ number: '22-2026-000001' });
  });

  it('breaks off in the middle of an answer', async () => {
    const portal = await startTestSandbox();
    portal.context().faults.add({ kind: 'half' });
    const response = await apply(portal);
    expect(response.status).toBe(201);
    await expect(response.text()).rejects.toThrow();
  });

  it('signs a citizen out', async () => {
    const portal = await startTestSandbox();
    const anna = portal.headersOf('anna');
    portal.context().faults.add({ kind: 'expiredSession', often: { next: 1 } });
    for (let i = 0; i < 2; i++)
      expect(await readProblem(await portal.call('/v1/profile', { headers: anna }))).toMatchObject({
        status: 401,
      });
    expect((await portal.call('/v1/profile', { headers: portal.headersOf('anna') })).status).toBe(200);
  });

  it('keeps nothing of what was sent when the disk is full, and goes on when it is not', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    portal.context().faults.add({ kind: 'fullDisk', often: { next: 1 } });
    const response = await apply(portal, key);
    expect(response.headers.get('Retry-After')).not.toBeNull();
    expect(await readProblem(response)).toMatchObject({ status: 503, type: 'busy' });
    const { db } = portal.context();
    for (const table of ['applications', 'history', 'answered', 'sequences'])
      expect(db.prepare(`SELECT count(*) AS count FROM ${table}`).get(), table).toEqual({ count: 0 });
    expect(await (await apply(portal, key)).json()).toMatchObject({ number: '22-2026-000001' });
  });

  it('reads and answers while the disk is full', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    portal.context().faults.add({ kind: 'fullDisk' });
    expect(await portal.status(created)).toMatchObject({ state: 'registered' });
  });

  it('takes no piece of a file while the disk is full', async () => {
    const portal = await startTestSandbox();
    portal.context().faults.add({ kind: 'fullDisk', often: { next: 1 } });
    expect(await readProblem(await portal.sendUpload(JPEG))).toMatchObject({ status: 503, type: 'busy' });
    expect(readdirSync(portal.uploadFolder)).toEqual([]);
    expect((await portal.sendUpload(JPEG)).status).toBe(201);
  });

  it.each([200, 502] as const)(
    'lets something else answer with %i, and has done it all the same',
    async (status) => {
      const portal = await startTestSandbox();
      portal.context().faults.add({ kind: 'foreignPage', status, when: 'after', often: { next: 1 } });
      const response = await apply(portal);
      expect([response.status, response.headers.get('Content-Type')]).toEqual([
        status,
        'text/html; charset=UTF-8',
      ]);
      expect(portal.context().db.prepare('SELECT count(*) AS count FROM applications').get()).toEqual({
        count: 1,
      });
    },
  );

  it('has a clock that is wrong', async () => {
    const portal = await startTestSandbox();
    portal.context().faults.add({ kind: 'wrongClock', hours: -3 });
    const { headers } = await apply(portal);
    expect(Date.parse(headers.get('Date') ?? '')).toBe(TEST_NOW.getTime() - 3 * 3_600_000);
  });

  it('is well on its own pages', async () => {
    const portal = await startTestSandbox();
    portal.context().faults.add({ kind: 'error' });
    expect((await fetch(`${portal.url()}/health`)).status).toBe(200);
  });
});
