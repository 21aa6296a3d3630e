import { describe, expect, it } from 'vitest';

import { RateLimiter } from './rate-limiter.ts';
import { TEST_NOW, readProblem, startTestSandbox } from '../testing.ts';

describe('a bucket', () => {
  it('fills as evenly as the minute goes by', () => {
    const limits = new RateLimiter(6);
    for (let i = 0; i < 6; i++) expect(limits.takeRequest('a', 0).wait).toBe(0);
    expect(limits.takeRequest('a', 0)).toEqual({ left: 0, reset: 60, wait: 10 });
    expect(limits.takeRequest('a', 9_000).wait).toBe(1);
    expect(limits.takeRequest('a', 10_000).wait).toBe(0);
    expect(limits.takeRequest('a', 10_000).wait).toBe(10);
    expect(limits.takeRequest('a', 3_600_000)).toEqual({ left: 5, reset: 10, wait: 0 });
  });

  it('is nobody else’s', () => {
    const limits = new RateLimiter(1);
    limits.takeRequest('a', 0);
    expect(limits.takeRequest('b', 0).wait).toBe(0);
  });

  it('does not shrink when the clock goes back', () => {
    const limits = new RateLimiter(2);
    limits.takeRequest('a', 60_000);
    expect(limits.takeRequest('a', 0)).toMatchObject({ left: 0, wait: 0 });
  });
});

describe('a portal with limits', () => {
  it('says how many requests are left', async () => {
    const portal = await startTestSandbox({ requestsPerMinute: 3 });
    const { headers } = await portal.call('/v1/profile', { headers: portal.headersOf('anna') });
    expect(headers.get('RateLimit-Policy')).toBe('"address";q=3;w=60, "account";q=3;w=60');
    expect(headers.get('RateLimit')).toBe('"address";r=2;t=20, "account";r=2;t=20');
  });

  it('refuses an address that asks too much, whatever it says it is, and takes it again later', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ requestsPerMinute: 2, wallNow: () => now });
    const ask = (from: string) => portal.call('/v1/nothing', { headers: { 'X-Forwarded-For': from } });
    expect((await ask('192.0.2.1')).status).toBe(404);
    expect((await ask('192.0.2.2')).status).toBe(404);
    const response = await ask('192.0.2.3');
    expect(response.headers.get('Retry-After')).toBe('30');
    expect(response.headers.get('RateLimit')).toBe('"address";r=0;t=60');
    expect(response.headers.get('Access-Control-Allow-Origin')).not.toBeNull();
    expect(await readProblem(response)).toMatchObject({ status: 429, type: 'too-many-tries' });
    now = new Date(TEST_NOW.getTime() + 30_000);
    expect((await ask('192.0.2.4')).status).toBe(404);
  });
});
