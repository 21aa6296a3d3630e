import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';

import * as v from 'valibot';

import { moveCaseTo } from '../../api-mocks/workflow/officials.ts';
import { contextFromDatabase } from '../../api-mocks/workflow/database-context.ts';
import { openDatabase } from '../../api-mocks/store/database.ts';
import { readPortalKey } from '../../api-mocks/store/sealing.ts';
import { readUpload } from '../../api-mocks/files/upload-files.ts';
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

async function statusOf(ask: SendRequest, { number, code }: { number: string; code: string }) {
  const headers = { 'Okno-Case-Code': code };
  const answer = await expectStatus(await ask(`/v1/applications/${number}/status`, { headers }), 200);
  return v.parse(ApplicationStatusSchema, await answer.json());
}

const application: Writer = async (ask) => {
  const lastName = randomUUID();
  const [answered, check] = await sendWithKey('/v1/applications', applicationOf(lastName), 'anna')(ask);
  return async (now) => {
    await check(now);
    if (answered === undefined) return;
    const created = v.parse(ApplicationCreatedSchema, answered);
    const { history } = await statusOf(now, created);
    expectSame('history', history.length, 1);
    const own = await expectStatus(await now(`/v1/applications/${created.number}`, {}, 'anna'), 200);
    if (!(await own.text()).includes(lastName)) throw new Error(`${created.number} is not what was sent`);
  };
};

const complaint: Writer = async (ask) => {
  const [answered, check] = await sendWithKey('/v1/complaints', {
    ground: 'overdue',
    agency: 'mfc',
    text: 'Ответа нет.',
    name: 'Анна Примерова',
    email: 'anna@example.com',
    consent: { version: '1' },
  })(ask);
  if (answered !== undefined) v.parse(ComplaintCreatedSchema, answered);
  return check;
};

/** Rates an application whose result is there. */
const rating: Writer = async (ask, folder) => {
  const [answered, check] = await sendWithKey('/v1/applications', applicationOf('Примеров'))(ask);
  if (answered === undefined) return check;
  const created = v.parse(ApplicationCreatedSchema, answered);
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

const draft: Writer = async (ask) => {
  const path = `/v1/drafts/${randomUUID()}`;
  const written: string[] = [];
  /** How many of them were acknowledged. */
  let sure = 0;
  let match: Record<string, string> = { 'If-None-Match': '*' };
  for (const word of ['первое', 'второе', 'третье']) {
    const lastName = `${word} ${randomUUID()}`;
    const { service, formVersion } = applicationOf('');
    written.push(lastName);
    const body = { service, formVersion, answers: { lastName }, step: 0 };
    const put = await valueUnlessCut(ask(path, { ...jsonPost(body, match), method: 'PUT' }, 'anna'));
    if (!put) break;
    match = { 'If-Match': (await expectStatus(put, 200, 201)).headers.get('ETag') ?? '' };
    sure = written.length;
  }
  let isGone = false;
  return async (now) => {
    const kept = await expectStatus(
      await now(path, {}, 'anna'),
      ...(isGone ? [404] : sure ? [200] : [200, 404]),
    );
    if (!kept.ok) return;
    const text = await kept.text();
    if (!written.slice(Math.max(0, sure - 1)).some((one) => text.includes(one)))
      throw new Error(`${path} is not what was written last: ${text}`);
    // A citizen has room for so many.
    await expectStatus(await now(path, { method: 'DELETE' }, 'anna'), 204);
    isGone = true;
  };
};

const PIECE = 64 * 1024;
const TUS = { 'Tus-Resumable': '1.0.0' };

const upload: Writer = async (ask, folder) => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(3 * PIECE)]);
  const begun = await valueUnlessCut(
    ask('/v1/uploads', {
      method: 'POST',
      headers: { ...TUS, 'Upload-Length': String(bytes.length), 'Upload-Metadata': 'filename YS5qcGc=' },
    }),
  );
  if (!begun) return () => Promise.resolve();
  const path = (await expectStatus(begun, 201)).headers.get('Location') ?? '';
  let offset = 0;
  const append = async (now: SendRequest): Promise<boolean> => {
    const piece = bytes.subarray(offset, offset + PIECE);
    const type = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) };
    const sent = await valueUnlessCut(
      now(path, { method: 'PATCH', headers: { ...TUS, ...type }, body: piece }),
    );
    if (sent) offset = Number((await expectStatus(sent, 204)).headers.get('Upload-Offset'));
    return sent !== undefined;
  };
  while (offset < bytes.length && (await append(ask)));
  return async (now) => {
    const head = await expectStatus(await now(path, { method: 'HEAD', headers: TUS }), 200);
    const kept = Number(head.headers.get('Upload-Offset'));
    if (kept < offset || kept > bytes.length) throw new Error(`${path}: ${kept} bytes of ${offset}`);
    offset = kept;
    while (offset < bytes.length) if (!(await append(now))) throw new Error(`${path} cannot go on`);
    const file = join(folder, 'sandbox.sqlite');
    using db = openDatabase(file);
    const place = { db, uploadFolder: join(folder, 'uploads'), key: readPortalKey(`${file}.key`) };
    const stored = await readUpload(place, path.split('/').at(-1) ?? '');
    if (!stored.equals(bytes)) throw new Error(`${path} has other bytes`);
  };
};

/** All that is written while the portal is killed, by the table that gets one row by it, or none that is counted. */
export const WRITERS: readonly (readonly [table: string, Writer])[] = [
  ['applications', application],
  ['applications', application],
  ['applications', rating],
  ['complaints', complaint],
  ['', draft],
  ['', upload],
];
