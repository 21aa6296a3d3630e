import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ServiceListSchema, PortalServiceSchema } from '../../widgets/contract/services/schemas.ts';
import { pauseService } from './services.ts';
import { exampleApplication, newIdempotencyKey, readProblem, startTestSandbox } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;
const service = async (portal: Portal, slug = 'detskiy-sad') =>
  v.parse(PortalServiceSchema, await (await portal.call(`/v1/services/${slug}`)).json());
const apply = (portal: Portal, key = newIdempotencyKey()) =>
  portal.post('/v1/applications', exampleApplication(), { 'Idempotency-Key': key });

describe('GET /v1/services', () => {
  it('lists the catalogue, and what of it works through the portal', async () => {
    const portal = await startTestSandbox();
    const { items } = v.parse(ServiceListSchema, await (await portal.call('/v1/services')).json());
    expect(items).toEqual([
      {
        slug: 'detskiy-sad',
        title: 'Постановка на учёт в детский сад',
        short: 'Детский сад',
        online: { status: 'online' },
        formVersion: 'v1',
      },
      { slug: 'opeka', title: 'Установление опеки', short: 'Опека', online: { status: 'offline' } },
    ]);
  });
});

describe('GET /v1/services/{slug}', () => {
  it('says by which day an applicant of today gets an answer', async () => {
    const portal = await startTestSandbox();
    expect(await service(portal)).toMatchObject({
      agency: { slug: 'komitet' },
      deadline: { period: { value: 10, unit: 'workingDay' }, dueOn: '2026-12-04' },
    });
  });

  it('promises nothing where there is no form', async () => {
    const portal = await startTestSandbox();
    expect(Object.keys(await service(portal, 'opeka'))).not.toContain('deadline');
  });

  it('knows no service that the catalogue does not', async () => {
    const portal = await startTestSandbox();
    for (const slug of ['net-takoy', '__proto__', 'x'.repeat(200)])
      expect((await readProblem(await portal.call(`/v1/services/${slug}`))).type).toBe('not-found');
  });

  it('sends nothing again that the page has already', async () => {
    const portal = await startTestSandbox();
    const etag = (await portal.call('/v1/services/detskiy-sad')).headers.get('ETag') ?? '';
    const ask = (tag: string) =>
      portal.call('/v1/services/detskiy-sad', { headers: { 'If-None-Match': tag } });
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await ask(tag);
      expect([response.status, response.headers.get('ETag'), await response.text()]).toEqual([304, etag, '']);
    }
    expect((await ask('"other"')).status).toBe(200);
    pauseService(portal.context(), 'detskiy-sad', { reason: 'Обновляем форму' });
    expect((await ask(etag)).status).toBe(200);
  });
});

describe('a paused service', () => {
  it('says why, and from which day it works again', async () => {
    const portal = await startTestSandbox();
    pauseService(portal.context(), 'detskiy-sad', { reason: 'Обновляем форму', resumesOn: '2026-11-25' });
    expect((await service(portal)).online).toEqual({
      status: 'paused',
      reason: 'Обновляем форму',
      resumesOn: '2026-11-25',
    });
  });

  it('takes no applications', async () => {
    const portal = await startTestSandbox();
    pauseService(portal.context(), 'detskiy-sad', { reason: 'Обновляем форму' });
    expect(await readProblem(await apply(portal))).toMatchObject({
      status: 409,
      type: 'service-paused',
      detail: 'Обновляем форму',
    });
  });

  it('knows the applications that it has taken before', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    const first = await (await apply(portal, key)).text();
    pauseService(portal.context(), 'detskiy-sad', { reason: 'Обновляем форму' });
    expect(await (await apply(portal, key)).text()).toBe(first);
  });

  it('goes on when it is told to', async () => {
    const portal = await startTestSandbox();
    pauseService(portal.context(), 'detskiy-sad', { reason: 'Обновляем форму' });
    pauseService(portal.context(), 'detskiy-sad');
    expect((await service(portal)).online).toEqual({ status: 'online' });
    expect((await apply(portal)).status).toBe(201);
  });

  it('goes on by itself on its day', async () => {
    let now = new Date('2026-11-24T16:59:59Z');
    const portal = await startTestSandbox({ wallNow: () => now });
    pauseService(portal.context(), 'detskiy-sad', { reason: 'Обновляем форму', resumesOn: '2026-11-25' });
    expect((await apply(portal)).status).toBe(409);
    now = new Date('2026-11-24T17:00:00Z');
    expect((await apply(portal)).status).toBe(201);
  });
});
