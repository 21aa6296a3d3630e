import { readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import {
  EXAMPLE_ANSWERS,
  JPEG,
  PDF,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
  waitForUpload,
} from '../testing.ts';

/** What every scanner takes for a virus, inside of something that looks like a PDF. */
const INFECTED = new Uint8Array(
  Buffer.concat([
    PDF,
    Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$'),
    Buffer.from('EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'),
  ]),
);
/** Longer than any test. */
const NEVER = 1e9;

const json = async (response: Promise<Response>): Promise<unknown> => (await response).json();
const pathOf = (response: Response) => response.headers.get('Location') ?? '';
const naming = (path: string) => {
  const id = path.split('/').at(-1) ?? '';
  return exampleApplication({
    ...EXAMPLE_ANSWERS,
    benefitDocument: [{ id, name: 'a.jpg', size: JPEG.length, type: 'image/jpeg' }],
  });
};

describe('the scan of a file', () => {
  it('takes its time', async () => {
    const portal = await startTestSandbox({ scanDelayMs: NEVER });
    const path = pathOf(await portal.sendUpload(JPEG));
    expect(await json(portal.call(path))).toMatchObject({ state: 'scanning', type: 'image/jpeg' });
    const response = await portal.post('/v1/applications', naming(path), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(response.headers.get('Retry-After')).toBe('1');
    expect(await readProblem(response)).toMatchObject({ status: 409, type: 'scanning' });
  });

  it('finds what is harmful, and lets go of it', async () => {
    const portal = await startTestSandbox();
    const path = pathOf(await portal.sendUpload(INFECTED));
    await expect.poll(() => json(portal.call(path))).toMatchObject({ state: 'refused', refusal: 'unsafe' });
    await expect.poll(() => readdirSync(portal.uploadFolder)).toEqual([]);
    const refused = await portal.post('/v1/applications', naming(path), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(await readProblem(refused)).toMatchObject({
      status: 422,
      errors: [{ pointer: '/answers/benefitDocument/0', code: 'file' }],
    });
  });

  it('goes on after a restart', async () => {
    const portal = await startTestSandbox({ scanDelayMs: NEVER });
    const path = pathOf(await portal.sendUpload(JPEG));
    await portal.restart({ scanDelayMs: 0 });
    await expect.poll(() => json(portal.call(path))).toMatchObject({ state: 'clean' });
  });

  it('is told to the citizen who has sent the file', async () => {
    const portal = await startTestSandbox();
    const { id } = await waitForUpload(await portal.sendUpload(JPEG, 'a.jpg', portal.headersOf('anna')));
    using db = new DatabaseSync(portal.db, { readOnly: true });
    expect(db.prepare('SELECT citizen, kind, subject FROM events').all()).toEqual([
      { citizen: 'anna', kind: 'uploadScanned', subject: id },
    ]);
  });

  it('is asked of a file that is not whole, too', async () => {
    const portal = await startTestSandbox();
    const path = pathOf(await portal.sendUpload(JPEG, 'a.jpg', { 'Upload-Length': '400' }));
    const response = await portal.post('/v1/applications', naming(path), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(await readProblem(response)).toMatchObject({ status: 422, type: 'invalid' });
  });
});
