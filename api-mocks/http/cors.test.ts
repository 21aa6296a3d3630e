import { describe, expect, it } from 'vitest';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { originOf } from './cors.ts';
import {
  PAGE_ORIGIN,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

const WRITES = Object.entries<Operation>(API).filter(
  ([, { method }]) => method !== 'get' && method !== 'head',
);

describe('CORS', () => {
  const preflight = (portal: Awaited<ReturnType<typeof startTestSandbox>>, origin: string) =>
    portal.call('/v1/applications', {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'idempotency-key',
      },
    });

  it('lets a listed page do what widgets do', async () => {
    const portal = await startTestSandbox();
    const { status, headers } = await preflight(portal, PAGE_ORIGIN);
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(PAGE_ORIGIN);
    expect(headers.get('Access-Control-Allow-Headers')?.split(',')).toEqual(
      expect.arrayContaining([
        'Authorization',
        'Idempotency-Key',
        'Okno-Case-Code',
        'Tus-Resumable',
        'Upload-Length',
        'Upload-Checksum',
        'If-None-Match',
      ]),
    );
    expect(headers.get('Access-Control-Allow-Methods')?.split(',')).toEqual(
      expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    );
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  it.each([
    'http://evil.test',
    `${PAGE_ORIGIN}.evil.test`,
    `${PAGE_ORIGIN}:8080`,
    PAGE_ORIGIN.replace('http:', 'https:'),
    'null',
  ])('refuses %s before anything is done', async (origin) => {
    const portal = await startTestSandbox();
    const before = await preflight(portal, origin);
    expect(before.status).toBe(403);
    expect(before.headers.get('Access-Control-Allow-Origin')).toBeNull();
    const response = await portal.post('/v1/applications', exampleApplication(), {
      Origin: origin,
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(await readProblem(response)).toMatchObject({ status: 403, type: 'foreign-origin' });
    expect((await portal.sendApplication()).number).toBe('22-2026-000001');
  });

  it.each([
    [PAGE_ORIGIN, true],
    ['http://evil.test', false],
    ['null', false],
  ])('tells a page of %s that its site is known: %s', async (Origin, known) => {
    const portal = await startTestSandbox();
    const response = await portal.call('/v1/site', { headers: { Origin } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Expose-Headers')).toContain('Date');
    expect(await response.json()).toEqual({ origin: Origin, known });
  });

  it('lets a page read problems and what stands in the headers', async () => {
    const portal = await startTestSandbox();
    const { headers } = await portal.post('/v1/applications', {});
    expect(headers.get('Access-Control-Allow-Origin')).toBe(PAGE_ORIGIN);
    expect(headers.get('Vary')).toContain('Origin');
    expect(headers.get('Access-Control-Expose-Headers')?.split(',')).toEqual(
      expect.arrayContaining(['Date', 'Location', 'Retry-After', 'Upload-Offset']),
    );
  });
});

describe('an origin on the list', () => {
  it.each([
    ['http://localhost:4321/каталог', 'http://localhost:4321'],
    ['https://усть-примерный.рф', 'https://xn----jtbifnhkiddlk8if.xn--p1ai'],
    ['HTTPS://Example.RU:443', 'https://example.ru'],
  ])('is what the browser says of %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });

  it.each(['', 'example.ru', 'null', 'file:///index.html', 'data:text/html,hello'])('is not %j', (url) => {
    expect(() => originOf(url)).toThrow('Это не адрес сайта');
  });

  it('is compared letter by letter', async () => {
    const portal = await startTestSandbox({ origins: ['https://усть-примерный.рф'] });
    const ask = async (Origin: string) => (await portal.call('/v1/services', { headers: { Origin } })).status;
    const origin = originOf('https://усть-примерный.рф');
    expect(await ask(origin)).toBe(200);
    for (const other of [`${origin}.`, `${origin}:443`, origin.toUpperCase(), `${origin} ${origin}`])
      expect(await ask(other), other).toBe(403);
  });
});

/** What a page may send without asking (https://fetch.spec.whatwg.org/#cors-safelisted-request-header). */
describe('a page that does not ask before', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined])(
    'changes nothing by sending %s',
    async (type) => {
      const portal = await startTestSandbox();
      for (const [id, { method, path }] of WRITES) {
        if (method !== 'post') continue; // Others are always asked for.
        const response = await portal.call(`/v1${path.replaceAll(/\{\w+\}/g, '22-2026-000001')}`, {
          method: 'POST',
          headers: type === undefined ? {} : { 'Content-Type': type },
          body: type === undefined ? null : '{}',
        });
        expect(response.status, id).toBeGreaterThanOrEqual(400);
        expect(response.status, id).toBeLessThan(500);
        await readProblem(response);
      }
    },
  );

  it('finds no operation that would change something', () => {
    const open = WRITES.filter(
      ([, { method, access, body, mediaType, keyName }]) =>
        method === 'post' && access === 'anybody' && !body && !mediaType && !keyName,
    );
    expect(open.map(([id]) => id)).toEqual([]);
  });
});
