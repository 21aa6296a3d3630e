import { describe, expect, it } from 'vitest';

import { Limits } from './limits.ts';
import { NOW, problemOf, sandbox } from '../testing.ts';

describe('a bucket', () => {
  it('fills as evenly as the minute goes by', () => {
    const limits = new Limits(6);
    for (let i = 0; i < 6; i++) expect(limits.take('a', 0).wait).toBe(0);
    expect(limits.take('a', 0)).toEqual({ left: 0, reset: 60, wait: 10 });
    expect(limits.take('a', 9_000).wait).toBe(1);
    expect(limits.take('a', 10_000).wait).toBe(0);
    expect(limits.take('a', 10_000).wait).toBe(10);
    expect(limits.take('a', 3_600_000)).toEqual({ left: 5, reset: 10, wait: 0 });
  });

  it('is nobody else’s', () => {
    const limits = new Limits(1);
    limits.take('a', 0);
    expect(limits.take('b', 0).wait).toBe(0);
  });

  it('does not shrink when the clock goes back', () => {
    const limits = new Limits(2);
    limits.take('a', 60_000);
    expect(limits.take('a', 0)).toMatchObject({ left: 0, wait: 0 });
  });
});

describe('a portal with limits', () => {
  it('says how many requests are left', async () => {
    const portal = await sandbox({ requestsPerMinute: 3 });
    const { headers } = await portal.call('/v1/profile', { headers: portal.as('anna') });
    expect(headers.get('RateLimit-Policy')).toBe('"address";q=3;w=60, "account";q=3;w=60');
    expect(headers.get('RateLimit')).toBe('"address";r=2;t=20, "account";r=2;t=20');
  });

  it('refuses an address that asks too much, whatever it says it is, and takes it again later', async () => {
    let now = NOW;
    const portal = await sandbox({ requestsPerMinute: 2, now: () => now });
    const ask = (from: string) => portal.call('/v1/nothing', { headers: { 'X-Forwarded-For': from } });
    expect((await ask('192.0.2.1')).status).toBe(404);
    expect((await ask('192.0.2.2')).status).toBe(404);
    const response = await ask('192.0.2.3');
    expect(response.headers.get('Retry-After')).toBe('30');
    expect(response.headers.get('RateLimit')).toBe('"address";r=0;t=60');
    expect(response.headers.get('Access-Control-Allow-Origin')).not.toBeNull();
    expect(await problemOf(response)).toMatchObject({ status: 429, type: 'too-many-tries' });
    now = new Date(NOW.getTime() + 30_000);
    expect((await ask('192.0.2.4')).status).toBe(404);
  });
});
