import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import * as v from 'valibot';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { portalTime } from './clock.ts';
import { retryAfterMs } from './retry-after.ts';
import { OfflineError, PortalError } from './errors.ts';
import { fetchJson } from './http.ts';
import { postJson } from './post-json.ts';
import { createPortal } from './provide.ts';

const DoneSchema = v.object({ done: v.boolean() });

type Answer = 'cut' | 'half' | { status: number; headers?: Record<string, string>; type?: string };

const answerWith =
  (answers: readonly Answer[], seen: string[]): RequestListener =>
  (request, response) => {
    const answer = answers[seen.length] ?? { status: 200 };
    seen.push(request.headers['idempotency-key']?.toString() ?? '');
    if (answer === 'cut') {
      response.destroy();
      return;
    }
    if (answer === 'half') {
      response.writeHead(200, { 'Content-Length': 100 }).write('{"done":');
      setImmediate(() => response.destroy());
      return;
    }
    const { status, headers, type } = answer;
    const body = status === 200 ? { done: true } : { type: type ?? 'busy', title: 'Занято', status };
    const media = status === 200 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'Content-Type': media, ...headers }).end(JSON.stringify(body));
  };

/** A portal that gives these answers one after the other, and then does what it is asked. */
async function portalWith(...answers: Answer[]) {
  const seen: string[] = [];
  const server = createServer(answerWith(answers, seen));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const portal = createPortal(
    {
      portal: url.href,
      region: { code: '22', timeZone: 'Asia/Barnaul' },
      contact: { phone: '1' },
      consent: { version: '1' },
    },
    url,
  );
  return {
    seen,
    ask: (signal?: AbortSignal) =>
      fetchJson(portal, { url: new URL('/v1/x', url), schema: DoneSchema, signal }),
    write: (key?: string) => postJson(portal, { path: '/v1/x', input: {}, schema: DoneSchema, key }),
  };
}

const BUSY: Answer = { status: 503 };

beforeEach(() => {
  // The pauses are random up to a limit: here they are none.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

describe('asking the portal', () => {
  it.each<[string, Answer]>([
    ['the portal is busy', BUSY],
    ['too many ask', { status: 429 }],
    ['the same is being done', { status: 409, type: 'in-flight' }],
    ['a file is being scanned', { status: 409, type: 'scanning' }],
    ['the connection is cut', 'cut'],
    ['the answer breaks off', 'half'],
  ])('tries again when %s', async (_, answer) => {
    const { ask, seen } = await portalWith(answer, answer);
    expect(await ask()).toEqual({ done: true });
    expect(seen).toHaveLength(3);
  });

  it('gives up after the third time', async () => {
    const busy = await portalWith(BUSY, BUSY, BUSY);
    await expect(busy.ask()).rejects.toThrow(PortalError);
    const silent = await portalWith('cut', 'cut', 'cut');
    await expect(silent.ask()).rejects.toThrow(OfflineError);
  });

  it.each([400, 404, 409, 422, 500])('takes %i as the answer', async (status) => {
    const { ask, seen } = await portalWith({ status, type: 'fault' });
    await expect(ask()).rejects.toMatchObject({ status });
    expect(seen).toHaveLength(1);
  });

  it('stops trying when it is given up', async () => {
    const stop = new AbortController();
    const { ask, seen } = await portalWith({ status: 503, headers: { 'Retry-After': '9' } });
    const asking = ask(stop.signal);
    await expect.poll(() => seen).toHaveLength(1);
    stop.abort();
    await expect(asking).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }) as Error);
    expect(seen).toHaveLength(1);
  });

  it('makes one more try for ten requests, once ten are spent', async () => {
    const { ask, seen } = await portalWith(...Array.from({ length: 100 }, () => BUSY));
    for (let i = 0; i < 20; i++) await ask().catch(() => undefined);
    expect(seen.length).toBeGreaterThanOrEqual(30);
    expect(seen.length).toBeLessThanOrEqual(32);
  });
});

describe('writing to the portal', () => {
  it('sends again under the same key', async () => {
    const { write, seen } = await portalWith('cut', 'half');
    expect(await write('key-1')).toEqual({ result: 'accepted', value: { done: true } });
    expect(seen).toEqual(['"key-1"', '"key-1"', '"key-1"']);
  });

  it('sends once what has no key', async () => {
    const { write, seen } = await portalWith('half');
    await expect(write()).rejects.toThrow(OfflineError);
    expect(seen).toHaveLength(1);
  });
});

describe('Retry-After', () => {
  it('is waited for, in seconds or to a date by the clock of the portal', async () => {
    expect(retryAfterMs(new Headers({ 'Retry-After': '7' }))).toBe(7000);
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
    const { ask } = await portalWith({ status: 200, headers: { Date: inAnHour } });
    await ask();
    expect(Math.abs(portalTime() - Date.now() - 3_600_000)).toBeLessThan(60_000);
    expect(retryAfterMs(new Headers({ 'Retry-After': inAnHour }))).toBeLessThan(60_000);
    await (await portalWith({ status: 200, headers: { Date: new Date().toUTCString() } })).ask();
  });

  it.each(['', 'soon', '-1', 'Thu, 01 Jan 1970 00:00:00 GMT'])('asks for nothing as %j', (after) => {
    expect(retryAfterMs(new Headers({ 'Retry-After': after }))).toBe(0);
  });

  it('is not waited for when it is long', async () => {
    const { ask, seen } = await portalWith({ status: 429, headers: { 'Retry-After': '60' } });
    await expect(ask()).rejects.toMatchObject({ status: 429 });
    expect(seen).toHaveLength(1);
  });
});
