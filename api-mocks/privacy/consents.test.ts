import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ConsentDocumentSchema, ConsentsSchema } from '../../widgets/contract/consents/schemas.ts';
import { CONSENTS } from '../cases/consent-texts.ts';
import {
  exampleApplication,
  exampleComplaint,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

describe('the consent', () => {
  it('is a document of its own, with a version and a page', async () => {
    const portal = await startTestSandbox();
    const response = await portal.call('/v1/consents/current');
    const { version, title, text, url } = v.parse(ConsentDocumentSchema, await response.json());
    expect(url).toBe(`${portal.url()}/consents/${version}`);
    const page = await (await fetch(url)).text();
    for (const part of [title, version, ...text]) expect(page).toContain(part);
  });

  it('sends nobody to a place that is not there; older versions stay good for who has them open', async () => {
    const portal = await startTestSandbox();
    expect(CONSENTS[0].text.join()).not.toMatch(/кабинет/i);
    for (const { version } of CONSENTS) {
      expect((await fetch(`${portal.url()}/consents/${version}`)).status).toBe(200);
      const body = { ...exampleApplication(), consent: { version } };
      const response = await portal.post('/v1/applications', body, {
        'Idempotency-Key': newIdempotencyKey(),
      });
      expect(response.status).toBe(201);
    }
  });

  it('has no page for a version that was never published', async () => {
    const portal = await startTestSandbox();
    expect((await fetch(`${portal.url()}/consents/2020-01-01`)).status).toBe(404);
  });

  it('that was never published counts for nothing: neither an application nor a complaint is taken', async () => {
    const portal = await startTestSandbox();
    const consent = { version: '1' };
    for (const [path, body] of [
      ['/v1/applications', { ...exampleApplication(), consent }],
      ['/v1/complaints', exampleComplaint({ consent })],
    ] as const) {
      const response = await portal.post(path, body, { 'Idempotency-Key': newIdempotencyKey() });
      expect(await readProblem(response)).toMatchObject({
        status: 422,
        errors: [{ pointer: '/consent/version', code: 'unknown' }],
      });
    }
  });

  it('that a citizen has given is remembered with the instant; that of others is not told', async () => {
    const portal = await startTestSandbox();
    const given = async (id: string) => {
      const response = await portal.call('/v1/consents', { headers: portal.headersOf(id) });
      return v.parse(ConsentsSchema, await response.json()).items;
    };
    expect(await given('anna')).toEqual([]);
    for (const id of ['anna', 'anna', 'ivan']) {
      const headers = { 'Idempotency-Key': newIdempotencyKey(), ...portal.headersOf(id) };
      expect((await portal.post('/v1/applications', exampleApplication(), headers)).status).toBe(201);
    }
    expect(await given('anna')).toEqual([{ version: '2026-11-21', givenAt: '2026-11-20T05:00:00.000Z' }]);
  });
});
