import { rmSync } from 'node:fs';

import { describe, expect, it, vi } from 'vitest';

import { openDatabase } from './store/database.ts';
import { startSandbox } from './server.ts';
import { exampleApplication, newIdempotencyKey, readProblem, startTestSandbox } from './testing.ts';

describe('the portal', () => {
  it('says that it is well', async () => {
    const portal = await startTestSandbox();
    expect(await (await portal.call('/health')).json()).toMatchObject({
      status: 'ok',
      database: 'ok',
      uploads: 'ok',
    });
  });

  it.each(['/nothing', '/v1/nothing', '/v1/uploads/../../etc/passwd'])('has nothing at %s', async (path) => {
    const portal = await startTestSandbox();
    expect(await readProblem(await portal.call(path))).toMatchObject({ status: 404, type: 'not-found' });
  });

  it('is ill when files cannot be kept', async () => {
    const portal = await startTestSandbox();
    rmSync(portal.uploadFolder, { recursive: true });
    const response = await portal.call('/health');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'failing', uploads: 'failing', database: 'ok' });
  });

  it.each(['/health', '/v1/nothing', '/sandbox/', '/sign-in'])(
    'lets nobody make anything else of %s',
    async (path) => {
      const portal = await startTestSandbox();
      const { headers } = await portal.call(path);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('Referrer-Policy')).toMatch(/no-referrer|same-origin/);
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    },
  );

  it('says what is missing when it cannot start', async () => {
    const start = startSandbox({ data: '/nowhere', db: '/tmp/never.sqlite', origins: [] });
    await expect(start).rejects.toThrow('Данные портала не читаются: /nowhere/forms');
  });

  it('serves the region that its data name', async () => {
    const portal = await startTestSandbox({ wallNow: () => new Date('2026-12-31T12:00:00Z') });
    const centre = { name: 'Петропавловск-Камчатский', genitive: 'Петропавловска-Камчатского' };
    portal.changeRegion({ code: '41', name: 'Камчатский край', centre, timeZone: 'Asia/Kamchatka' });
    await portal.restart();
    expect((await portal.sendApplication()).number).toBe('41-2027-000001');
    const profile: unknown = await (
      await portal.call('/v1/profile', { headers: portal.headersOf('anna') })
    ).json();
    expect(profile).toMatchObject({
      address: {
        line: expect.stringMatching(/^Камчатский край, г Петропавловск-Камчатский, /) as string,
        kladr: '4100000100000',
      },
    });
    const slots = await (await portal.call('/v1/offices/komitet/slots')).text();
    expect(slots).toContain('"2027-01-11T09:00:00+12:00"');
    expect(await (await portal.call('/sandbox/')).text()).toContain('41-2027-000001');
  });

  it('makes no formatter of dates for a request: each weighs 50 KB', async () => {
    const portal = await startTestSandbox();
    const useAll = async () => {
      const headers = { ...portal.headersOf('anna'), 'Idempotency-Key': newIdempotencyKey() };
      await portal.post('/v1/applications', exampleApplication(), headers);
      await portal.status(await portal.sendApplication());
      await portal.call('/v1/services/detskiy-sad');
      await portal.call('/v1/offices/komitet/slots');
    };
    await useAll();
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    await useAll();
    expect(made).not.toHaveBeenCalled();
    made.mockRestore();
  });

  it('does not open a database of a newer version', async () => {
    const portal = await startTestSandbox();
    using db = openDatabase(portal.db);
    db.exec('PRAGMA user_version = 99');
    expect(() => openDatabase(portal.db)).toThrow('новее');
  });
});

describe('hostile requests', () => {
  it.each([
    ['not JSON', '{"service":', 400],
    ['nothing', '', 400],
    ['a list', '[]', 400],
    ['a word', '"service"', 400],
    ['null', 'null', 400],
    ['100,000 brackets', `{"answers":${'['.repeat(1e5)}${']'.repeat(1e5)}}`, 400],
    ['a megabyte', `{"service":"${'x'.repeat(1e6)}"}`, 413],
    [
      'thousands of unknown answers',
      JSON.stringify(
        exampleApplication(Object.fromEntries(Array.from({ length: 9999 }, (_, i) => [`a${i}`, 1]))),
      ),
      422,
    ],
    [
      'a prototype',
      '{"service":"__proto__","formVersion":"1","answers":{"__proto__":{"x":1}},"consent":{"version":"1"}}',
      422,
    ],
    [
      'a constructor',
      '{"service":"constructor","formVersion":"1","answers":{"constructor":1},"consent":{"version":"1"}}',
      422,
    ],
  ])('with %s are refused', async (_, body, status) => {
    const portal = await startTestSandbox();
    const response = await portal.post('/v1/applications', body, { 'Idempotency-Key': newIdempotencyKey() });
    const problem = await readProblem(response);
    expect(problem.status).toBe(status);
    expect(problem.errors?.length ?? 0).toBeLessThanOrEqual(100);
  });

  it('with a type that needs no preflight are refused', async () => {
    const portal = await startTestSandbox();
    const response = await portal.post(
      '/v1/ratings',
      {},
      { 'Content-Type': 'text/plain', 'Idempotency-Key': newIdempotencyKey() },
    );
    expect(await readProblem(response)).toMatchObject({ status: 415, type: 'media-type' });
  });
});
