import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { contextFromDatabase } from '../../api-mocks/workflow/database-context.ts';
import { issueInvoice } from '../../api-mocks/payments/invoices.ts';
import { moveCaseTo } from '../../api-mocks/workflow/officials.ts';
import { openDatabase } from '../../api-mocks/store/database.ts';
import { OPERATIONS, exampleBodyOf, resourceNameIn, type KnownIds } from './attacks.ts';
import { applicationOf } from './portal-under-test.ts';
import type { SendRequest } from './requests.ts';

/** Who is attacked, and words that only her things have. */
export const VICTIM = 'olga';
const CANARY = 'Канарейкина';
export const CANARIES = [CANARY, 'olga.probnaya@example.com', '33344455561'];

/** What is nobody's. */
export const SHARED_IDS = { slug: ['detskiy-sad'], office: ['mfc'], agency: ['mfc'] };

/** The first is done by hand, the other would end the case. */
const SKIPPED = ['createApplication', 'createWithdrawal'];

/**
 * Lets the victim have one of everything that the contract can make; gives what stands in the paths to it, and all she has
 * seen.
 */
export async function createVictimData(
  ask: SendRequest,
  folder: string,
): Promise<{ things: KnownIds; seen: string }> {
  const things: Record<string, string[]> = { ...SHARED_IDS };
  let seen = '';
  // What one round has made or named is used by the next.
  for (const to of ['asked', 'refused', 'ready'] as const) {
    const made = await ask('/v1/applications', sent('POST', applicationOf(CANARY)), VICTIM);
    const { number, code } = (await made.json()) as { number: string; code: string };
    (things['number'] ??= []).unshift(number);
    using db = openDatabase(join(folder, 'sandbox.sqlite'));
    const context = contextFromDatabase(db, new Date());
    issueInvoice(context, number, { purpose: `Пошлина ${CANARY}`, amount: 35_000 });
    moveCaseTo(context, number, { to, text: `Письмо ${CANARY}` });
    for (const [id, operation] of OPERATIONS) {
      const example = exampleBodyOf(operation, { ...things, code: [code] });
      const isRead = operation.method === 'get' && id !== 'streamEvents';
      if (SKIPPED.includes(id) || operation.tag === 'session' || !(isRead || example)) continue;
      const body = JSON.parse(JSON.stringify(example ?? {}), (_, value: unknown) => marked(value)) as object;
      const path = pathWith(things, operation.path);
      const answer = await ask(path, isRead ? {} : sent(operation.method.toUpperCase(), body), VICTIM);
      const text = await answer.text();
      if (answer.ok) collect(things, text, path);
      seen += text;
    }
    const upload = {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': '10',
      'Upload-Metadata': 'filename Y2FuYXJ5LmpwZw==',
    };
    const begun = await ask('/v1/uploads', { method: 'POST', headers: upload }, VICTIM);
    (things['upload'] ??= []).unshift(begun.headers.get('Location')?.split('/').at(-1) ?? '');
  }
  return { things, seen: seen + (await (await ask('/v1/profile', {}, VICTIM)).text()) };
}

const sent = (method: string, body: object): RequestInit => ({
  method,
  headers: {
    'Content-Type': 'application/json',
    'Idempotency-Key': `"${randomUUID()}"`,
    'If-None-Match': '*',
  },
  body: JSON.stringify(body),
});

/** Whatever people write in several words is signed by the canary. */
const marked = (value: unknown) =>
  typeof value === 'string' && value.includes(' ') ? `${value} ${CANARY}` : value;

const pathWith = (things: KnownIds, path: string) =>
  `/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => things[name === 'id' ? resourceNameIn(path) : name]?.[0] ?? randomUUID())}`;

/** Remembers what an answer calls by the names of parameters, and ids by what they are ids of; the newest first. */
function collect(things: Record<string, string[]>, text: string, path: string): void {
  const kind = path.split('/').at(-1)?.replace(/s$/, '') ?? '';
  for (const [, name = '', value = ''] of text.matchAll(/"(number|id|uin|startsAt)":"([^"]{8,60})"/g)) {
    const known = (things[name === 'id' ? kind : name] ??= []);
    if (!known.includes(value) && (name !== 'number' || value.startsWith('22-'))) known.unshift(value);
  }
}
