import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import * as v from 'valibot';

import { moveCaseTo } from '../../api-mocks/workflow/officials.ts';
import { contextFromDatabase } from '../../api-mocks/workflow/database-context.ts';
import { openDatabase } from '../../api-mocks/store/database.ts';
import {
  ApplicationCreatedSchema,
  ApplicationStatusSchema,
} from '../../widgets/contract/applications/schemas.ts';
import { ComplaintCreatedSchema } from '../../widgets/contract/complaints/schemas.ts';
import {
  expectStatus,
  jsonPost,
  expectSame,
  sendWithKey,
  valueUnlessCut,
  type SendRequest,
  type Writer,
} from './requests.ts';
import { applicationOf } from './portal-under-test.ts';
import { writeUpload } from './upload-writer.ts';

async function statusOf(ask: SendRequest, { number, code }: { number: string; code: string }) {
  const headers = { 'Okno-Case-Code': code };
  const response = await expectStatus(await ask(`/v1/applications/${number}/status`, { headers }), 200);
  return v.parse(ApplicationStatusSchema, await response.json());
}

/** Sends an application. Afterwards it has the name that was sent, and one entry in its history. */
const writeApplication: Writer = async (ask) => {
  const lastName = randomUUID();
  const [response, check] = await sendWithKey('/v1/applications', applicationOf(lastName), 'anna')(ask);
  return async (now) => {
    await check(now);
    if (response === undefined) return;
    const created = v.parse(ApplicationCreatedSchema, response);
    const { history } = await statusOf(now, created);
    expectSame('history', history.length, 1);
    const own = await expectStatus(await now(`/v1/applications/${created.number}`, {}, 'anna'), 200);
    if (!(await own.text()).includes(lastName)) throw new Error(`${created.number} is not what was sent`);
  };
};

/** Sends a complaint. */
const writeComplaint: Writer = async (ask) => {
  const [response, check] = await sendWithKey('/v1/complaints', {
    ground: 'overdue',
    agency: 'mfc',
    text: 'Ответа нет.',
    name: 'Анна Примерова',
    email: 'anna@example.com',
    consent: { version: '2026-11-21' },
  })(ask);
  if (response !== undefined) v.parse(ComplaintCreatedSchema, response);
  return check;
};

/** Sends an application, has an official finish it, and rates it. */
const writeRating: Writer = async (ask, folder) => {
  const [response, check] = await sendWithKey('/v1/applications', applicationOf('Примеров'))(ask);
  if (response === undefined) return check;
  const created = v.parse(ApplicationCreatedSchema, response);
  using db = openDatabase(join(folder, 'sandbox.sqlite'));
  moveCaseTo(contextFromDatabase(db, new Date()), created.number, { to: 'ready' });
  const { number, code } = created;
  const key = { 'Idempotency-Key': `"${randomUUID()}"` };
  const rated = await valueUnlessCut(ask('/v1/ratings', jsonPost({ number, code, marks: { time: 5 } }, key)));
  if (rated) await expectStatus(rated, 201);
  return async (now) => {
    const status = await statusOf(now, created);
    if (rated) expectSame('rated', status.rated, true);
    expectSame('state', status.state, 'ready');
  };
};

/** Saves a draft three times. Afterwards the portal has the last version that it acknowledged, or the one after it. */
const writeDraft: Writer = async (ask) => {
  const path = `/v1/drafts/${randomUUID()}`;
  const written: string[] = [];
  /** Number of versions that were acknowledged. */
  let acknowledged = 0;
  let match: Record<string, string> = { 'If-None-Match': '*' };
  for (const word of ['первое', 'второе', 'третье']) {
    const lastName = `${word} ${randomUUID()}`;
    const { service, formVersion } = applicationOf('');
    written.push(lastName);
    const body = { service, formVersion, answers: { lastName }, step: 0 };
    const put = await valueUnlessCut(ask(path, { ...jsonPost(body, match), method: 'PUT' }, 'anna'));
    // A citizen may have fifty, and a portal that is slowly copied takes more within that time.
    if (!put || (put.status === 413 && !acknowledged)) break;
    match = { 'If-Match': (await expectStatus(put, 200, 201)).headers.get('ETag') ?? '' };
    acknowledged = written.length;
  }
  let isGone = false;
  return async (now) => {
    const stored = await expectStatus(
      await now(path, {}, 'anna'),
      ...(isGone ? [404] : acknowledged ? [200] : [200, 404]),
    );
    if (!stored.ok) return;
    const text = await stored.text();
    if (!written.slice(Math.max(0, acknowledged - 1)).some((one) => text.includes(one)))
      throw new Error(`${path} is not what was written last: ${text}`);
    // Deletes the draft: a citizen may have fifty.
    await expectStatus(await now(path, { method: 'DELETE' }, 'anna'), 204);
    isGone = true;
  };
};

/** Everything that is written while the portal is killed. `table` gets one row by it; an empty name is not counted. */
export const WRITERS: readonly (readonly [table: string, Writer])[] = [
  ['applications', writeApplication],
  ['applications', writeApplication],
  ['applications', writeRating],
  ['complaints', writeComplaint],
  ['', writeDraft],
  ['', writeUpload],
];
