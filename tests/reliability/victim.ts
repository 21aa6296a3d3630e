import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { contextFromDatabase } from '../../api-mocks/workflow/database-context.ts';
import { issueInvoice } from '../../api-mocks/payments/invoices.ts';
import { moveCaseTo } from '../../api-mocks/workflow/officials.ts';
import { openDatabase } from '../../api-mocks/store/database.ts';
import { OPERATIONS, exampleBodyOf, resourceNameIn, type KnownIds } from './attacks.ts';
import { applicationOf } from './portal-under-test.ts';
import type { SendRequest } from './requests.ts';

/** Id of the citizen who is attacked. */
export const VICTIM = 'olga';
/** A word that stands in everything of hers. A response to somebody else that has it gives her data away. */
const CANARY = 'Канарейкина';
/** Texts that only she may get. */
export const CANARIES = [CANARY, 'olga.probnaya@example.com', '33344455561'];

/** Values of path parameters that belong to nobody. */
export const SHARED_IDS = { slug: ['detskiy-sad'], office: ['mfc'], agency: ['mfc'] };

/** `createApplication` is called by hand below; `createWithdrawal` would end the case. */
const SKIPPED = ['createApplication', 'createWithdrawal'];

/**
 * Makes one of everything that the contract can make, for the victim. Gives `things`, the values of path parameters that lead
 * to it, and `seen`, the texts of all responses that she got.
 */
export async function createVictimData(
  ask: SendRequest,
  folder: string,
): Promise<{ things: KnownIds; seen: string }> {
  const things: Record<string, string[]> = { ...SHARED_IDS };
  let seen = '';
  // Each round uses what the rounds before have made. The cases stop in three states, so that every operation succeeds once.
  for (const to of ['asked', 'refused', 'ready'] as const) {
    const created = await ask('/v1/applications', jsonRequest('POST', applicationOf(CANARY)), VICTIM);
    const { number, code } = (await created.json()) as { number: string; code: string };
    (things['number'] ??= []).unshift(number);
    using db = openDatabase(join(folder, 'sandbox.sqlite'));
    const context = contextFromDatabase(db, new Date());
    issueInvoice(context, number, { purpose: `Пошлина ${CANARY}`, amount: 35_000 });
    moveCaseTo(context, number, { to, text: `Письмо ${CANARY}` });
    for (const [id, operation] of OPERATIONS) {
      const example = exampleBodyOf(operation, { ...things, code: [code] });
      const isRead = operation.method === 'get' && id !== 'streamEvents';
      if (SKIPPED.includes(id) || operation.tag === 'session' || !(isRead || example)) continue;
      const body = JSON.parse(JSON.stringify(example ?? {}), (_, value: unknown) =>
        addCanary(value),
      ) as object;
      const path = pathWith(things, operation.path);
      const response = await ask(
        path,
        isRead ? {} : jsonRequest(operation.method.toUpperCase(), body),
        VICTIM,
      );
      const text = await response.text();
      if (response.ok) collectIds(things, text, path);
      seen += text;
    }
    const upload = {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': '10',
      'Upload-Metadata': 'filename Y2FuYXJ5LmpwZw==',
    };
    const started = await ask('/v1/uploads', { method: 'POST', headers: upload }, VICTIM);
    (things['upload'] ??= []).unshift(started.headers.get('Location')?.split('/').at(-1) ?? '');
  }
  return { things, seen: seen + (await (await ask('/v1/profile', {}, VICTIM)).text()) };
}

const jsonRequest = (method: string, body: object): RequestInit => ({
  method,
  headers: {
    'Content-Type': 'application/json',
    'Idempotency-Key': `"${randomUUID()}"`,
    'If-None-Match': '*',
  },
  body: JSON.stringify(body),
});

/** Adds the canary to texts of several words: those are free texts, which no schema restricts. */
const addCanary = (value: unknown) =>
  typeof value === 'string' && value.includes(' ') ? `${value} ${CANARY}` : value;

const pathWith = (things: KnownIds, path: string) =>
  `/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => things[name === 'id' ? resourceNameIn(path) : name]?.[0] ?? randomUUID())}`;

/**
 * Collects values of path parameters from a response, the newest first. `{"number":"22-2026-000001"}` adds to `number`.
 * `{"id":"8e03978e-…"}` of `/v1/drafts` adds to `draft`.
 */
function collectIds(things: Record<string, string[]>, text: string, path: string): void {
  const kind = path.split('/').at(-1)?.replace(/s$/, '') ?? '';
  for (const [, name = '', value = ''] of text.matchAll(/"(number|id|uin|startsAt)":"([^"]{8,60})"/g)) {
    const known = (things[name === 'id' ? kind : name] ??= []);
    if (!known.includes(value) && (name !== 'number' || value.startsWith('22-'))) known.unshift(value);
  }
}
