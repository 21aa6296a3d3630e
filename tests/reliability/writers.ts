import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';

import * as v from 'valibot';

import { move } from '../../api-mocks/moves.ts';
import { openDatabase } from '../../api-mocks/database.ts';
import { portalKey } from '../../api-mocks/sealed.ts';
import { readUpload } from '../../api-mocks/upload-files.ts';
import { ApplicationCreatedSchema, ApplicationStatusSchema } from '../../widgets/contract/application.ts';
import { ComplaintCreatedSchema } from '../../widgets/contract/complaint.ts';
import { PAGE, applicationOf } from './portal.ts';

/** Asks the portal that runs at the moment, as a citizen or as nobody. Rejects when the connection breaks off. */
export type Ask = (path: string, init?: RequestInit, citizen?: string) => Promise<Response>;

/** Throws unless the portal that was killed has what it had acknowledged, and all of what it has. */
export type Check = (ask: Ask) => Promise<void>;

/** Writes something; gives what has to hold after that, however it ended. Throws where a portal that lives refuses. */
export type Writer = (ask: Ask, folder: string) => Promise<Check>;

/** What `work` gives; `undefined` where the connection broke off: the portal may have done it, or not. */
async function unlessCut<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function expected(response: Response, ...statuses: number[]): Promise<Response> {
  if (statuses.includes(response.status)) return response;
  throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
}

const same = (what: string, now: unknown, then: unknown) => {
  const [is, was] = [now, then].map((value) => JSON.stringify(value));
  if (is !== was) throw new Error(`${what} is ${is} and was ${was}`);
};

const post = (body: object, headers: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Sends something with a key; whatever became of it, the same key gives one and the same answer afterwards. */
const sentOnce =
  (path: string, body: object, citizen?: string) =>
  async (ask: Ask): Promise<[unknown, Check]> => {
    const init = post(body, { 'Idempotency-Key': `"${randomUUID()}"` });
    const send = async (now: Ask): Promise<unknown> =>
      (await expected(await now(path, init, citizen), 200, 201, 202)).json();
    const answered = await unlessCut(send(ask));
    return [
      answered,
      async (now) => {
        const again = await send(now);
        if (answered !== undefined) same(path, again, answered);
        same(path, await send(now), again);
      },
    ];
  };

const statusOf = async (ask: Ask, { number, code }: { number: string; code: string }) =>
  v.parse(
    ApplicationStatusSchema,
    await (
      await expected(
        await ask(`/v1/applications/${number}/status`, { headers: { 'Okno-Case-Code': code } }),
        200,
      )
    ).json(),
  );

const application: Writer = async (ask) => {
  const lastName = randomUUID();
  const [answered, check] = await sentOnce('/v1/applications', applicationOf(lastName), 'anna')(ask);
  return async (now) => {
    await check(now);
    if (answered === undefined) return;
    const created = v.parse(ApplicationCreatedSchema, answered);
    same(
      'history',
      (await statusOf(now, created)).history.map(({ state }) => state),
      ['registered'],
    );
    const own = await expected(await now(`/v1/applications/${created.number}`, {}, 'anna'), 200);
    if (!(await own.text()).includes(lastName)) throw new Error(`${created.number} is not what was sent`);
  };
};

const complaint: Writer = async (ask) => {
  const [answered, check] = await sentOnce('/v1/complaints', {
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
  const [answered, check] = await sentOnce('/v1/applications', applicationOf('Примеров'))(ask);
  if (answered === undefined) return check;
  const created = v.parse(ApplicationCreatedSchema, answered);
  using db = openDatabase(join(folder, 'sandbox.sqlite'));
  move(db, created.number, { to: 'ready' }, new Date());
  const { number, code } = created;
  const key = { 'Idempotency-Key': `"${randomUUID()}"` };
  const rated = await unlessCut(ask('/v1/ratings', post({ number, code, marks: { time: 5 } }, key)));
  if (rated) await expected(rated, 201);
  return async (now) => {
    const status = await statusOf(now, created);
    if (rated) same('rated', status.rated, true);
    same('state', status.state, 'ready');
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
    const put = await unlessCut(ask(path, { ...post(body, match), method: 'PUT' }, 'anna'));
    if (!put) break;
    match = { 'If-Match': (await expected(put, 200, 201)).headers.get('ETag') ?? '' };
    sure = written.length;
  }
  let isGone = false;
  return async (now) => {
    const kept = await expected(await now(path, {}, 'anna'), ...(isGone ? [404] : sure ? [200] : [200, 404]));
    if (!kept.ok) return;
    const text = await kept.text();
    if (!written.slice(Math.max(0, sure - 1)).some((one) => text.includes(one)))
      throw new Error(`${path} is not what was written last: ${text}`);
    // A citizen has room for so many.
    await expected(await now(path, { method: 'DELETE' }, 'anna'), 204);
    isGone = true;
  };
};

const PIECE = 64 * 1024;
const TUS = { 'Tus-Resumable': '1.0.0' };

const upload: Writer = async (ask, folder) => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(3 * PIECE)]);
  const begun = await unlessCut(
    ask('/v1/uploads', {
      method: 'POST',
      headers: { ...TUS, 'Upload-Length': String(bytes.length), 'Upload-Metadata': 'filename YS5qcGc=' },
    }),
  );
  if (!begun) return () => Promise.resolve();
  const path = (await expected(begun, 201)).headers.get('Location') ?? '';
  let offset = 0;
  const append = async (now: Ask): Promise<boolean> => {
    const piece = bytes.subarray(offset, offset + PIECE);
    const type = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) };
    const sent = await unlessCut(now(path, { method: 'PATCH', headers: { ...TUS, ...type }, body: piece }));
    if (sent) offset = Number((await expected(sent, 204)).headers.get('Upload-Offset'));
    return sent !== undefined;
  };
  while (offset < bytes.length && (await append(ask)));
  return async (now) => {
    const head = await expected(await now(path, { method: 'HEAD', headers: TUS }), 200);
    const kept = Number(head.headers.get('Upload-Offset'));
    if (kept < offset || kept > bytes.length) throw new Error(`${path}: ${kept} bytes of ${offset}`);
    offset = kept;
    while (offset < bytes.length) if (!(await append(now))) throw new Error(`${path} cannot go on`);
    const file = join(folder, 'sandbox.sqlite');
    using db = openDatabase(file);
    const place = { db, uploads: join(folder, 'uploads'), key: portalKey(`${file}.key`) };
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

/** A request to the portal at `url`. */
export const askAt =
  ({ url, tokens }: { url: string; tokens: Record<string, string> }): Ask =>
  (path, init = {}, citizen) =>
    fetch(url + path, {
      ...init,
      headers: {
        Origin: PAGE,
        ...(init.headers as Record<string, string>),
        ...(citizen !== undefined && { Authorization: `Bearer ${tokens[citizen] ?? ''}` }),
      },
    });
