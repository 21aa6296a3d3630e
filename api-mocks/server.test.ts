import { describe, expect, it, vi } from 'vitest';

import { openDatabase } from './database.ts';
import { startSandbox } from './server.ts';
import { PAGE, application, newKey, problemOf, sandbox } from './testing.ts';

describe('the portal', () => {
  it('says that it is well', async () => {
    const portal = await sandbox();
    expect(await (await portal.call('/health')).json()).toEqual({ status: 'ok' });
  });

  it.each(['/nothing', '/v1/nothing', '/v1/uploads/../../etc/passwd', '/v1/applications'])(
    'has nothing at %s',
    async (path) => {
      const portal = await sandbox();
      expect(await problemOf(await portal.call(path))).toMatchObject({ status: 404, type: 'not-found' });
    },
  );

  it('says nothing of its faults, and logs them', async () => {
    const portal = await sandbox();
    const log = vi.spyOn(console, 'error').mockReturnValue();
    using db = openDatabase(portal.db);
    db.exec('DROP TABLE answered');
    const response = await portal.post('/v1/applications', application(), { 'Idempotency-Key': newKey() });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 500, type: 'fault' });
    expect(JSON.stringify(problem)).not.toContain('answered');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  it('says what is missing when it cannot start', async () => {
    const start = startSandbox({ data: '/nowhere', db: '/tmp/never.sqlite', origins: [] });
    await expect(start).rejects.toThrow('Данные портала не читаются: /nowhere/forms');
  });

  it('does not open a database of a newer version', async () => {
    const portal = await sandbox();
    using db = openDatabase(portal.db);
    db.exec('PRAGMA user_version = 99');
    expect(() => openDatabase(portal.db)).toThrow('новее');
  });
});

describe('CORS', () => {
  const preflight = (portal: Awaited<ReturnType<typeof sandbox>>, origin: string) =>
    portal.call('/v1/applications', {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'idempotency-key',
      },
    });

  it('lets a listed page do what widgets do', async () => {
    const portal = await sandbox();
    const { status, headers } = await preflight(portal, PAGE);
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
    expect(headers.get('Access-Control-Allow-Headers')?.split(',')).toEqual(
      expect.arrayContaining([
        'Authorization',
        'Idempotency-Key',
        'Okno-Case-Code',
        'Tus-Resumable',
        'Upload-Length',
      ]),
    );
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  it.each(['http://evil.test', `${PAGE}.evil.test`, `${PAGE}:8080`, PAGE.replace('http:', 'https:'), 'null'])(
    'refuses %s before anything is done',
    async (origin) => {
      const portal = await sandbox();
      const before = await preflight(portal, origin);
      expect(before.status).toBe(403);
      expect(before.headers.get('Access-Control-Allow-Origin')).toBeNull();
      const response = await portal.post('/v1/applications', application(), {
        Origin: origin,
        'Idempotency-Key': newKey(),
      });
      expect(await problemOf(response)).toMatchObject({ status: 403, type: 'foreign-origin' });
      expect((await portal.apply()).number).toBe('22-2026-000001');
    },
  );

  it('lets a page read problems and what stands in the headers', async () => {
    const portal = await sandbox();
    const { headers } = await portal.post('/v1/applications', {});
    expect(headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
    expect(headers.get('Vary')).toContain('Origin');
    expect(headers.get('Access-Control-Expose-Headers')?.split(',')).toEqual(
      expect.arrayContaining(['Date', 'Location', 'Retry-After', 'Upload-Offset']),
    );
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
      JSON.stringify(application(Object.fromEntries(Array.from({ length: 9999 }, (_, i) => [`a${i}`, 1])))),
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
    const portal = await sandbox();
    const response = await portal.post('/v1/applications', body, { 'Idempotency-Key': newKey() });
    const problem = await problemOf(response);
    expect(problem.status).toBe(status);
    expect(problem.errors?.length ?? 0).toBeLessThanOrEqual(100);
  });

  it('with a type that needs no preflight are refused', async () => {
    const portal = await sandbox();
    const response = await portal.post('/v1/ratings', {}, { 'Content-Type': 'text/plain' });
    expect(await problemOf(response)).toMatchObject({ status: 415, type: 'media-type' });
  });
});

describe('the page of cases', () => {
  const press = async (
    portal: Awaited<ReturnType<typeof sandbox>>,
    number: string,
    fields = {},
    origin = portal.url(),
  ) =>
    fetch(`${portal.url()}/cases/${number}`, {
      method: 'POST',
      headers: { Origin: origin },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const shown = async (portal: Awaited<ReturnType<typeof sandbox>>) => (await fetch(portal.url())).text();

  it('shows cases and moves them by its buttons', async () => {
    const portal = await sandbox();
    expect(await shown(portal)).toContain('Пока нет ни одного дела');
    const { number } = await portal.apply();
    expect(await shown(portal)).toContain('Зарегистрировано');
    expect((await press(portal, number)).status).toBe(303);
    expect(await shown(portal)).toContain('Документы проверены');
    await press(portal, number, { overdue: 'yes' });
    expect(await shown(portal)).toContain('просрочен');
    await press(portal, number, { to: 'refused' });
    expect(await shown(portal)).toContain('Отказано');
    expect(await (await press(portal, number)).text()).toContain('Дело закончено');
  });

  it('takes no orders from other pages', async () => {
    const portal = await sandbox();
    const created = await portal.apply();
    expect((await press(portal, created.number, {}, PAGE)).status).toBe(403);
    expect(await portal.status(created)).toMatchObject({ state: 'registered' });
  });
});
