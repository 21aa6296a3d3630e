import { describe, expect, it } from 'vitest';

import { GROUNDS, type Ground } from '../../widgets/contract/complaints/grounds.ts';
import {
  TEST_NOW,
  exampleApplication,
  exampleComplaint,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

const SHORT: Ground[] = ['refusedDocuments', 'uncorrectedErrors'];

describe('POST /v1/complaints', () => {
  it.each(GROUNDS.map((ground) => [ground, SHORT.includes(ground) ? 5 : 15] as const))(
    'on %s is answered within %i working days',
    async (ground, days) => {
      const portal = await startTestSandbox();
      const response = await portal.post('/v1/complaints', exampleComplaint({ ground }), {
        'Idempotency-Key': newIdempotencyKey(),
      });
      expect(response.status).toBe(201);
      expect(response.headers.get('Location')).toBe('/v1/complaints/22-2026-000001');
      expect(await response.json()).toEqual({
        number: '22-2026-000001',
        code: expect.stringMatching(/^[34679ACEHKMPTXY]{10}$/) as string,
        registeredAt: TEST_NOW.toISOString(),
        dueOn: days === 5 ? '2026-11-27' : '2026-12-11',
        period: { value: days, unit: 'workingDay' },
      });
    },
  );

  it('shares the row of numbers with applications', async () => {
    const portal = await startTestSandbox();
    await portal.sendApplication();
    const response = await portal.post('/v1/complaints', exampleComplaint(), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(await response.json()).toMatchObject({ number: '22-2026-000002' });
  });

  it('is registered once for each key, which an application may have used too', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    await portal.sendApplication(exampleApplication(), key);
    const send = async () =>
      (await portal.post('/v1/complaints', exampleComplaint(), { 'Idempotency-Key': key })).text();
    expect(await send()).toEqual(await send());
  });

  it('names what is wrong', async () => {
    const portal = await startTestSandbox();
    const send = async (body: object) =>
      (
        await readProblem(
          await portal.post('/v1/complaints', body, { 'Idempotency-Key': newIdempotencyKey() }),
        )
      ).errors?.map(({ pointer, code }) => `${pointer} ${code}`);
    expect(await send(exampleComplaint({ agency: 'net-takogo' }))).toEqual(['/agency unknown']);
    expect(await send(exampleComplaint({ text: ' ', email: 'ivan@', application: '5' }))).toEqual([
      '/application number',
      '/text required',
      '/email email',
    ]);
    expect(await send({})).toEqual(
      expect.arrayContaining(['/ground required', '/agency required', '/text required']),
    );
  });

  it('needs a way to answer', async () => {
    const portal = await startTestSandbox();
    const { email, ...silent } = exampleComplaint();
    const send = (body: object) =>
      portal.post('/v1/complaints', body, { 'Idempotency-Key': newIdempotencyKey() });
    expect((await readProblem(await send(silent))).errors).toEqual([{ pointer: '/email', code: 'contact' }]);
    expect((await send({ ...silent, phone: '8 900 000-00-00' })).status).toBe(201);
    expect((await send({ ...silent, email })).status).toBe(201);
  });
});
