import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ProblemSchema } from '../../widgets/contract/problems/schemas.ts';
import { API } from '../../widgets/contract/openapi/api.ts';
import { checkProperty, sampleOf } from '../random-examples.ts';
import { OPERATIONS, anyAttack, attackBytes, exampleBodyOf, pathValuesOf, type KnownIds } from './attacks.ts';
import { malformedRequest } from './malformed-http.ts';
import { foreignOrigin } from './origins.ts';
import {
  MUNICIPALITY_ORIGIN,
  PortalProcess,
  applicationOf,
  writeTestPortalData,
} from './portal-under-test.ts';
import { sendRaw, type RawResponse } from './raw-http.ts';
import { CANARIES, SHARED_IDS, VICTIM, createVictimData } from './victim.ts';
import { requestSender, type SendRequest } from './requests.ts';

const folder = mkdtempSync(join(tmpdir(), 'okno-'));
writeTestPortalData(folder);
const portal = new PortalProcess(folder);
let ask: SendRequest;
let port = 0;
let things: KnownIds = {};
/** What only the victim may ask for. */
let hers = new Set<string>();

beforeAll(async () => {
  await portal.start();
  ask = requestSender(portal.listening);
  port = Number(new URL(portal.listening.url).port);
  const victim = await createVictimData(ask, folder);
  const common = Object.keys(SHARED_IDS);
  hers = new Set(Object.entries(victim.things).flatMap(([key, all]) => (common.includes(key) ? [] : all)));
  const own = await ask('/v1/applications', post(applicationOf('Примеров')), 'anna');
  const { number } = (await own.json()) as { number: string };
  things = { ...victim.things, number: [number, ...(victim.things['number'] ?? [])] };
  for (const canary of CANARIES) expect(victim.seen).toContain(canary);
}, 60_000);

afterAll(async () => {
  expect(await (await fetch(`${portal.listening.url}/health`)).json()).toMatchObject({ status: 'ok' });
  expect((await ask(`/v1/applications/${things['number']?.at(-1)}`, {}, VICTIM)).status).toBe(200);
  await portal.kill();
  rmSync(folder, { recursive: true });
});

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${crypto.randomUUID()}"` },
  body: JSON.stringify(body),
});

const applications = () => {
  using db = new DatabaseSync(join(folder, 'sandbox.sqlite'), { readOnly: true });
  return db.prepare('SELECT count(*) AS count FROM applications').get()?.['count'];
};

const PROBLEM_KEYS = Object.keys(ProblemSchema.entries);
const keysOf = (json: string) => Object.keys(JSON.parse(json || '{}') as object);

/** What every answer is: done, or a problem of the sender; and nothing in it is the victim's. */
function judge({ status, headers, body }: RawResponse, isHead = false): void {
  const text = body.toString();
  if (status >= 500 || (status > 299 && status < 400 && status !== 304)) throw new Error(`${status} ${text}`);
  if (status >= 400) {
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    if (!isHead) expect(v.parse(ProblemSchema, JSON.parse(text)).status).toBe(status);
  }
  const allowed = headers.get('access-control-allow-origin');
  // A page of any site may ask whether the portal knows its site, and for the keys of receipts, and learns nothing else.
  if (allowed === '*')
    expect(['known', 'origin', 'keys', ...PROBLEM_KEYS]).toEqual(expect.arrayContaining(keysOf(text)));
  else if (allowed !== undefined) expect(allowed).toBe(MUNICIPALITY_ORIGIN);
  for (const canary of CANARIES)
    if (text.includes(canary)) throw new Error(`The answer knows ${canary}: ${text}`);
}

describe('a hostile request', () => {
  it('is refused, or does no harm', async () => {
    const statuses = new Map<number, number>();
    let sent = 0;
    await checkProperty(
      fc.asyncProperty(anyAttack, async (wrong) => {
        const bytes = attackBytes(wrong, things, portal.listening.tokens['anna'] ?? '');
        const answer = await sendRaw(port, bytes);
        if (!answer) throw new Error('no answer');
        sent++;
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        judge(answer, bytes.subarray(0, 5).toString() === 'HEAD ');
        // Only `put` may make something by a name that somebody else's thing has, too.
        const isHers =
          wrong.bearer === 'anna' &&
          !wrong.method &&
          pathValuesOf(wrong, things).some((value) => hers.has(value));
        if (isHers && answer.status < 300 && API[wrong.id as keyof typeof API].method !== 'put')
          throw new Error(`${answer.status} for what is not hers`);
        // One may also sign out, or have everything erased.
        if (answer.status === 401 && wrong.bearer === 'anna') await portal.signIn();
      }),
      850,
    );
    console.info('answers to hostile requests:', Object.fromEntries(statuses));
    // Not everything stops at the first door.
    expect(statuses.get(422)).toBeGreaterThan(sent / 17);
  });

  it('that is no HTTP is refused, or hung up on', async () => {
    let [sent, hungUp] = [0, 0];
    await checkProperty(
      fc.asyncProperty(malformedRequest, async (bytes) => {
        const answer = await sendRaw(port, bytes, true);
        sent++;
        if (answer) judge(answer);
        else hungUp++;
      }),
      150,
    );
    console.info(`hung up on ${hungUp} of ${sent} that were no HTTP`);
  });

  it('of a page that is not on the list does nothing', async () => {
    const before = applications();
    const body = JSON.stringify(applicationOf('Чужой'));
    const kinds = {
      POST: `Content-Type: application/json\r\nIdempotency-Key: "${crypto.randomUUID()}"\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      OPTIONS:
        'Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: idempotency-key\r\n\r\n',
      GET: '\r\n',
    };
    await checkProperty(
      fc.asyncProperty(foreignOrigin, fc.constantFrom(...Object.keys(kinds)), async (origin, method) => {
        const path = method === 'GET' ? '/v1/services' : '/v1/applications';
        const head = `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: ${origin}\r\n`;
        const rest = kinds[method as keyof typeof kinds];
        const answer = await sendRaw(port, Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(rest)]));
        if (!answer) throw new Error('no answer');
        judge(answer);
        expect([400, 403]).toContain(answer.status);
        expect(answer.headers.has('access-control-allow-origin')).toBe(false);
      }),
      300,
    );
    expect(applications()).toBe(before);
  });
});

// The lists are not in the repository: OKNO_DATA names the folder that holds `judges`.
const JUDGES = process.env['OKNO_DATA'] ? join(process.env['OKNO_DATA'], 'judges') : '';
if (!JUDGES) console.warn('OKNO_DATA is not set: the portal is not sent the naughty strings of others.');

it.skipIf(!JUDGES).each(['blns/blns.json', 'xss/payloads.json'])(
  'the strings of %s do no harm, wherever somebody writes',
  async (list) => {
    const items = JSON.parse(readFileSync(join(JUDGES, list), 'utf8')) as (string | { payload: string })[];
    const strings = items.map((item) => (typeof item === 'string' ? item : item.payload));
    expect(strings.length).toBeGreaterThan(100);
    const written = OPERATIONS.filter(([, operation]) => exampleBodyOf(operation));
    for (const [i, naughty] of sampleOf([...strings.entries()], 4)) {
      const [id = ''] = written[i % written.length] ?? [];
      const all = { id, bearer: 'anna', picks: [0], words: [naughty, naughty] } as const;
      const texts = { query: `after=${encodeURIComponent(Buffer.from(naughty).toString())}` };
      const text = JSON.stringify(naughty);
      for (const where of [0, 300, 600, 900]) {
        const bytes = attackBytes(
          { ...all, changed: { where, text }, ...texts },
          things,
          portal.listening.tokens['anna'] ?? '',
        );
        const answer = await sendRaw(port, bytes);
        if (!answer) throw new Error('no answer');
        judge(answer);
      }
      const made = await ask('/v1/applications', post(applicationOf(naughty)));
      if (made.status === 201) expect(await made.json()).toHaveProperty('number');
      else expect(made.status).toBe(422);
    }
  },
  120_000,
);
