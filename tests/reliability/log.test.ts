import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, it, onTestFinished } from 'vitest';

import { startMainProcess } from './main-process.ts';
import { applicationOf, writeTestPortalData } from './portal-under-test.ts';
import { expectStatus, jsonPost, requestSender, valueUnlessCut, type SendRequest } from './requests.ts';
import { CANARIES, VICTIM, createVictimData } from './victim.ts';

/** Also in the names of answers and drafts, in addresses and headers, which have to be ASCII. */
const ASCII_CANARY = 'canary-8431-kenar';
const FILE_CANARY = 'содержимое справки Канареечного';

const key = () => ({ 'Idempotency-Key': `"${ASCII_CANARY}-${randomUUID()}"` });
const complaint = {
  ground: 'overdue',
  agency: 'mfc',
  text: `Ответа нет, ${CANARIES[0]}.`,
  name: CANARIES[0],
  email: CANARIES[1],
  consent: { version: '2026-11-21' },
};
const upload = (type: string, length = FILE_CANARY.length * 2): RequestInit => ({
  method: 'POST',
  headers: {
    'Tus-Resumable': '1.0.0',
    'Upload-Length': String(length),
    'Upload-Metadata': `filename ${Buffer.from(`${CANARIES[0]}.jpg`).toString('base64')}`,
    'Content-Type': type,
  },
  body: FILE_CANARY,
});

/** What is typed, in requests that are good, wrong, too long, no JSON, or of nobody. */
const REQUESTS: readonly [path: string, init: RequestInit, citizen?: string][] = [
  ['/v1/applications', jsonPost(applicationOf(CANARIES[0] ?? ''), key()), VICTIM],
  ['/v1/applications', jsonPost(applicationOf(`${CANARIES[0]}`.repeat(50)), key())],
  [
    '/v1/applications',
    jsonPost({ ...applicationOf(''), [ASCII_CANARY]: CANARIES, answers: CANARIES }, key()),
  ],
  ['/v1/applications', { ...jsonPost({}, key()), body: `{"lastName":"${CANARIES[0]}",` }],
  ['/v1/applications', jsonPost({ text: CANARIES[0]?.repeat(30_000) }, key())],
  [
    '/v1/applications',
    jsonPost(applicationOf(CANARIES[0] ?? ''), { 'Content-Type': `text/${ASCII_CANARY}` }),
  ],
  ['/v1/complaints', jsonPost(complaint, key())],
  ['/v1/complaints', jsonPost({ ...complaint, email: CANARIES[0] }, key())],
  ['/v1/ratings', jsonPost({ number: ASCII_CANARY, code: ASCII_CANARY, comment: CANARIES[0] }, key())],
  ['/v1/messages', jsonPost({ text: CANARIES[0], [ASCII_CANARY]: 1 }, key())],
  ['/v1/uploads', upload('application/offset+octet-stream')],
  ['/v1/uploads', upload(`text/${ASCII_CANARY}`)],
  ['/v1/uploads', upload('application/offset+octet-stream', 1e9)],
  [
    `/v1/drafts/${ASCII_CANARY}`,
    { ...jsonPost(complaint, { 'If-Match': `"${ASCII_CANARY}"` }), method: 'PUT' },
    VICTIM,
  ],
  [`/v1/applications?${ASCII_CANARY}=${CANARIES[1]}`, {}, VICTIM],
  [`/v1/applications/${ASCII_CANARY}/status`, { headers: { 'Okno-Case-Code': ASCII_CANARY } }],
  [`/${ASCII_CANARY}?snils=${CANARIES[2]}`, { headers: { DPoP: ASCII_CANARY, Cookie: ASCII_CANARY } }],
  ['/v1/profile', { headers: { Authorization: `Bearer ${ASCII_CANARY}` } }],
  ['/v1/profile', { headers: { Origin: `http://${ASCII_CANARY}.test` } }],
  [`/sign-in?state=${ASCII_CANARY}&origin=http://${ASCII_CANARY}.test`, {}],
  [`/sandbox/${ASCII_CANARY}`, jsonPost(complaint, {})],
];

/** Sends all of it, whatever comes back. Gives the statuses. */
async function sendAll(ask: SendRequest): Promise<number[]> {
  const statuses: number[] = [];
  for (const request of REQUESTS) {
    const response = await valueUnlessCut(ask(...request));
    await response?.arrayBuffer().catch(() => undefined);
    statuses.push(response?.status ?? 0);
  }
  return statuses;
}

/** Adds a fault to the portal, or deletes all of them. */
const setFault = async (url: string, init: RequestInit) =>
  expectStatus(await fetch(`${url}/sandbox/faults`, init), 200, 201, 204);

it('nothing of what was typed is in the log, the errors or the metrics of a portal, whatever it answers', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  writeTestPortalData(folder);
  const portal = await startMainProcess(folder);
  onTestFinished(async () => {
    await portal.stop();
    rmSync(folder, { recursive: true });
  });
  const ask = requestSender(portal.listening);
  const { seen } = await createVictimData(ask, folder);
  for (const canary of CANARIES) expect(seen).toContain(canary);
  const statuses = await sendAll(ask);
  for (const kind of ['error', 'unavailable', 'fullDisk', 'half', 'cut', 'foreignPage', 'wrongClock']) {
    const fault = {
      kind,
      ...((kind === 'cut' || kind === 'foreignPage') && { when: 'after' }),
      ...(kind === 'wrongClock' && { hours: 9 }),
    };
    await setFault(portal.listening.url, jsonPost(fault, {}));
    statuses.push(...(await sendAll(ask)));
    await setFault(portal.listening.url, { ...jsonPost({}, {}), method: 'DELETE' });
  }
  // What nobody foresaw: a table is gone.
  using db = new DatabaseSync(join(folder, 'sandbox.sqlite'));
  for (const table of ['answered', 'drafts', 'uploads', 'applications'])
    db.exec(`ALTER TABLE ${table} RENAME TO ${table}Gone`);
  statuses.push(...(await sendAll(ask)));
  expect(statuses).toEqual(expect.arrayContaining([0, 201, 400, 401, 403, 404, 413, 415, 422, 500, 503]));
  const text = (await (await ask('/metrics')).text()) + portal.output();
  expect(text).toContain('"level":"error"');
  expect(text).toContain('"status":500');
  for (const canary of [...CANARIES, ASCII_CANARY, FILE_CANARY, VICTIM])
    for (const form of [
      canary,
      encodeURIComponent(canary),
      Buffer.from(canary).toString('base64').replace(/=+$/, ''),
    ])
      expect(text).not.toContain(form);
});
