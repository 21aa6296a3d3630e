import { describe, expect, it } from 'vitest';

import { GROUNDS, type Ground } from '../../widgets/contract/complaints/grounds.ts';
import { NOW, application, complaint, newKey, problemOf, sandbox } from '../testing.ts';

const SHORT: Ground[] = ['refusedDocuments', 'uncorrectedErrors'];

describe('POST /v1/complaints', () => {
  it.each(GROUNDS.map((ground) => [ground, SHORT.includes(ground) ? 5 : 15] as const))(
    'on %s is answered within %i working days',
    async (ground, days) => {
      const portal = await sandbox();
      const response = await portal.post('/v1/complaints', complaint({ ground }), {
        'Idempotency-Key': newKey(),
      });
      expect(response.status).toBe(201);
      expect(response.headers.get('Location')).toBe('/v1/complaints/22-2026-000001');
      expect(await response.json()).toEqual({
        number: '22-2026-000001',
        code: expect.stringMatching(/^\d{8}$/) as string,
        registeredAt: NOW.toISOString(),
        dueOn: days === 5 ? '2026-11-27' : '2026-12-11',
        period: { value: days, unit: 'workingDay' },
      });
    },
  );

  it('shares the row of numbers with applications', async () => {
    const portal = await sandbox();
    await portal.apply();
    const response = await portal.post('/v1/complaints', complaint(), { 'Idempotency-Key': newKey() });
    expect(await response.json()).toMatchObject({ number: '22-2026-000002' });
  });

  it('is registered once for each key, which an application may have used too', async () => {
    const portal = await sandbox();
    const key = newKey();
    await portal.apply(application(), key);
    const send = async () =>
      (await portal.post('/v1/complaints', complaint(), { 'Idempotency-Key': key })).text();
    expect(await send()).toEqual(await send());
  });

  it('names what is wrong', async () => {
    const portal = await sandbox();
    const send = async (body: object) =>
      (
        await problemOf(await portal.post('/v1/complaints', body, { 'Idempotency-Key': newKey() }))
      ).errors?.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(await send(complaint({ agency: 'net-takogo' }))).toEqual(['/agency unknown']);
    expect(await send(complaint({ text: ' ', email: 'ivan@', application: '5' }))).toEqual([
      '/application number',
      '/text required',
      '/email email',
    ]);
    expect(await send({})).toEqual(
      expect.arrayContaining(['/ground required', '/agency required', '/text required']),
    );
  });

  it('needs a way to answer', async () => {
    const portal = await sandbox();
    const { email, ...silent } = complaint();
    const send = (body: object) => portal.post('/v1/complaints', body, { 'Idempotency-Key': newKey() });
    expect((await problemOf(await send(silent))).errors).toEqual([{ pointer: '/email', code: 'contact' }]);
    expect((await send({ ...silent, phone: '8 900 000-00-00' })).status).toBe(201);
    expect((await send({ ...silent, email })).status).toBe(201);
  });
});
