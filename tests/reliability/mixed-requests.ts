import { randomBytes, randomUUID } from 'node:crypto';

import { applicationOf } from './portal-under-test.ts';
import { expectStatus, jsonPost, type SendRequest } from './requests.ts';

const FILE = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(50_000)]);
const PARALLEL = 8;

const newKey = () => ({ 'Idempotency-Key': `"${randomUUID()}"` });

/** Sends an application, and asks for its status. */
async function applyAndLook(ask: SendRequest): Promise<Response> {
  const response = await ask('/v1/applications', jsonPost(applicationOf('Примеров'), newKey()), 'anna');
  const { number, code } = (await (await expectStatus(response, 201)).json()) as Record<string, string>;
  return ask(`/v1/applications/${number}/status`, { headers: { 'Okno-Case-Code': code ?? '' } });
}

/** Saves a draft, and deletes it: a citizen may have fifty. */
async function saveAndDeleteDraft(ask: SendRequest): Promise<Response> {
  const path = `/v1/drafts/${randomUUID()}`;
  const { service, formVersion } = applicationOf('');
  const body = { service, formVersion, answers: { lastName: 'Примеров' }, step: 0 };
  const saved = await ask(path, { ...jsonPost(body, { 'If-None-Match': '*' }), method: 'PUT' }, 'ivan');
  await (await expectStatus(saved, 200)).arrayBuffer();
  return ask(path, { method: 'DELETE' }, 'ivan');
}

const complain = (ask: SendRequest) => {
  const consent = { version: '2026-11-21' };
  const words = { text: 'Ответа нет.', name: 'Анна Примерова', email: 'anna@example.com' };
  return ask('/v1/complaints', jsonPost({ ground: 'overdue', agency: 'mfc', consent, ...words }, newKey()));
};

const upload = (ask: SendRequest) =>
  ask('/v1/uploads', {
    method: 'POST',
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(FILE.length),
      'Upload-Metadata': 'filename YS5qcGc=',
      'Content-Type': 'application/offset+octet-stream',
    },
    body: FILE,
  });

/** What widgets ask a portal for, with the status that has to come; those that send two requests count as one. */
const REQUESTS: readonly (readonly [status: number, (ask: SendRequest) => Promise<Response>])[] = [
  [200, applyAndLook],
  [204, saveAndDeleteDraft],
  [201, complain],
  [201, upload],
  [200, (ask) => ask('/v1/applications?limit=20', {}, 'anna')],
  [200, (ask) => ask('/v1/services/detskiy-sad')],
  [200, (ask) => ask('/v1/events', {}, 'anna')],
  [422, (ask) => ask('/v1/applications', jsonPost({}, newKey()))],
  [404, (ask) => ask(`/v1/drafts/${randomUUID()}`, {}, 'anna')],
  [401, (ask) => ask('/v1/profile', { headers: { Authorization: 'Bearer nobody' } })],
];

/** Sends `count` requests of all kinds in turn, some at a time. Rejects with the first response that has another status. */
export async function sendMixedRequests(ask: SendRequest, count: number): Promise<void> {
  let sent = 0;
  const senders = Array.from({ length: PARALLEL }, async () => {
    while (sent < count) {
      const [status, send] = REQUESTS[sent++ % REQUESTS.length] ?? [];
      if (send && status) await (await expectStatus(await send(ask), status)).arrayBuffer();
    }
  });
  await Promise.all(senders);
}
