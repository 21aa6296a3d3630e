import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ApplicationCreatedSchema, ApplicationSchema } from '../../widgets/contract/applications/schemas.ts';
import {
  CaseFileListSchema,
  CaseMessageListSchema,
  FileSignatureSchema,
} from '../../widgets/contract/messages/schemas.ts';
import { readOutbox } from '../events/outbox.ts';
import { moveCaseTo } from '../workflow/officials.ts';
import {
  EXAMPLE_ANSWERS,
  JPEG,
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
  waitForUpload,
} from '../testing.ts';

/** A portal on which Anna has applied, and has been answered. */
async function answered() {
  const portal = await startTestSandbox();
  const headers = portal.headersOf('anna');
  const { number } = v.parse(
    ApplicationCreatedSchema,
    await (
      await portal.post('/v1/applications', exampleApplication(), {
        'Idempotency-Key': newIdempotencyKey(),
        ...headers,
      })
    ).json(),
  );
  moveCaseTo(portal.context(), number, { to: 'ready' });
  const path = `/v1/applications/${number}`;
  return {
    portal,
    headers,
    number,
    path,
    get: async <S extends v.GenericSchema>(part: string, schema: S): Promise<v.InferOutput<S>> =>
      v.parse(schema, await (await portal.call(path + part, { headers })).json()),
    mark: (id: string, body: object = { read: true }) =>
      portal.call(`${path}/messages/${id}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  };
}

describe('messages of a case', () => {
  it('are listed newest first, page by page', async () => {
    const { get } = await answered();
    const { items } = await get('/messages', CaseMessageListSchema);
    expect(items.map(({ text }) => text.slice(0, 15))).toEqual([
      'Результат готов',
      'Мы запросили св',
      'Мы проверили за',
    ]);
    const first = await get('/messages?limit=1', CaseMessageListSchema);
    const rest = await get(`/messages?after=${first.next ?? ''}`, CaseMessageListSchema);
    expect([...first.items, ...rest.items]).toEqual(items);
  });

  it('give nothing behind a message that is not there', async () => {
    const { get } = await answered();
    const { items } = await get(`/messages?after=${crypto.randomUUID()}`, CaseMessageListSchema);
    expect(items).toEqual([]);
  });

  it('are read one by one, and stay read', async () => {
    const { get, mark } = await answered();
    const { items } = await get('/messages', CaseMessageListSchema);
    const id = items[0]?.id ?? '';
    const first: unknown = await (await mark(id)).json();
    expect(first).toMatchObject({ id, readAt: TEST_NOW.toISOString() });
    expect(await (await mark(id)).json()).toEqual(first);
    expect(await get('', ApplicationSchema)).toMatchObject({ unread: 2 });
  });

  it('are not unread again', async () => {
    const { mark } = await answered();
    expect((await readProblem(await mark(crypto.randomUUID(), { read: false }))).errors).toEqual([
      { pointer: '/read', code: 'required' },
    ]);
    expect(await readProblem(await mark(crypto.randomUUID()))).toMatchObject({ status: 404 });
  });
});

describe('a message of the applicant', () => {
  /** Somebody has applied without signing in; what she sends with her code. */
  async function openCase() {
    const portal = await startTestSandbox();
    const { number, code } = await portal.sendApplication(
      exampleApplication({ ...EXAMPLE_ANSWERS, email: 'olga@example.ru' }),
    );
    const key = newIdempotencyKey();
    const write = (body: object, headers: Record<string, string> = { 'Okno-Case-Code': code }) =>
      portal.post(`/v1/applications/${number}/messages`, body, { 'Idempotency-Key': key, ...headers });
    const list = async () => {
      const response = await portal.call(`/v1/applications/${number}/messages`, {
        headers: { 'Okno-Case-Code': code },
      });
      return v.parse(CaseMessageListSchema, await response.json()).items;
    };
    return { portal, number, code, write, list };
  }

  it('reaches the official once with its files, and changes neither state nor period', async () => {
    const { portal, number, code, write, list } = await openCase();
    const before = await portal.status({ number, code });
    const upload = await waitForUpload(await portal.sendUpload(JPEG, 'снимок.jpg'));
    const body = { text: 'Мы переехали.', uploads: [{ ...upload, name: 'имя с устройства.exe' }] };
    const [first, again] = [await write(body), await write(body)];
    const letter: unknown = await first.json();
    expect([first.status, await again.json()]).toEqual([201, letter]);
    expect(letter).toMatchObject({ role: 'applicant', text: 'Мы переехали.', uploads: [upload] });
    expect(await list()).toEqual([letter]);
    const { state, dueOn, unread } = await portal.status({ number, code });
    expect({ state, dueOn, unread }).toEqual({ state: before.state, dueOn: before.dueOn, unread: 0 });
    const page = await (await fetch(`${portal.url()}/sandbox/cases/${number}`)).text();
    for (const words of ['Мы переехали.', 'снимок.jpg']) expect(page).toContain(words);
  });

  it('is answered by a letter, of which she is told', async () => {
    const { portal, number, code, write, list } = await openCase();
    await write({ text: 'Когда ответите?' });
    const mails = readOutbox(portal.context()).length;
    moveCaseTo(portal.context(), number, { text: 'Завтра.' });
    expect((await list()).map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'specialist: Завтра.',
      'applicant: Когда ответите?',
    ]);
    expect((await portal.status({ number, code })).unread).toBe(1);
    const [mail, ...others] = readOutbox(portal.context());
    expect([mail?.subject, others.length]).toEqual([`По заявлению ${number} вам написали`, mails]);
  });

  it('says something, in at most 4000 characters', async () => {
    const { write } = await openCase();
    for (const [body, code] of [
      [{}, 'required'],
      [{ text: ' ' }, 'required'],
      [{ text: 'а'.repeat(4001) }, 'tooLong'],
    ] as const)
      expect((await readProblem(await write(body))).errors).toEqual([{ pointer: '/text', code }]);
  });

  it('is not for a case that has ended, which says so, nor for a file of somebody else', async () => {
    const { portal, number, write, list } = await openCase();
    const foreign = await waitForUpload(await portal.sendUpload(JPEG, 'чужой.jpg', portal.headersOf('ivan')));
    expect(await readProblem(await write({ uploads: [foreign] }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/uploads/0', code: 'file' }],
    });
    moveCaseTo(portal.context(), number, { to: 'refused', text: 'Фамилия с ошибкой.' });
    expect(await readProblem(await write({ text: 'Как так?' }))).toMatchObject({ type: 'wrong-state' });
    expect((await list()).filter(({ role }) => role === 'applicant')).toEqual([]);
  });
});

describe('the signature of a file from the agency', () => {
  it('is checked with the code alone: the answer tells the agency, and nothing of the file', async () => {
    const portal = await startTestSandbox();
    const { number, code } = await portal.sendApplication();
    moveCaseTo(portal.context(), number, { to: 'ready' });
    const headers = { 'Okno-Case-Code': code };
    const get = async (path: string) => portal.call(`/v1/applications/${number}/files${path}`, { headers });
    const [file] = v.parse(CaseFileListSchema, await (await get('')).json()).items;
    expect(v.parse(FileSignatureSchema, await (await get(`/${file?.id ?? ''}/signature`)).json())).toEqual({
      valid: true,
      signer: 'Комитет по образованию',
      checkedAt: TEST_NOW.toISOString(),
      note: 'Ответ выдуман: это учебный портал.',
    });
    expect((await get(`/${crypto.randomUUID()}/signature`)).status).toBe(404);
  });
});

/** Reads the text of a PDF of `writePdf` as a reader does: by the places of its objects, and by the table of its characters. */
function readPdf(bytes: Uint8Array): string {
  const file = new TextDecoder().decode(bytes);
  const table = Number(/startxref\n(\d+)/.exec(file)?.[1]);
  const places = Array.from(file.slice(table).matchAll(/^(\d{10}) 00000 n $/gm), ([, place]) =>
    Number(place),
  );
  for (const [i, place] of places.entries()) expect(file.slice(place)).toMatch(new RegExp(`^${i + 1} 0 obj`));
  const meanings = new Map(
    Array.from(file.matchAll(/^<(\w{2})> <(\w{4})>$/gm), ([, code, unicode = '']) => [
      code,
      String.fromCodePoint(parseInt(unicode, 16)),
    ]),
  );
  return Array.from(file.matchAll(/<(\w*)> Tj/g), ([, line = '']) =>
    (line.match(/../g) ?? []).map((code) => meanings.get(code)).join(''),
  ).join('\n');
}

describe('files of a case', () => {
  it('are saved under their names, and never run as a page', async () => {
    const { get, portal, path, headers, number } = await answered();
    const [file] = (await get('/files', CaseFileListSchema)).items;
    const response = await portal.call(`${path}/files/${file?.id ?? ''}`, { headers });
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="${number}.pdf"; filename*=UTF-8''${encodeURIComponent(`Решение ${number}.pdf`)}`,
    );
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes).toHaveLength(file?.size ?? 0);
    expect(readPdf(bytes)).toContain('УЧЕБНЫЙ ДОКУМЕНТ');
  });

  it('are not for others', async () => {
    const { get, portal, path } = await answered();
    const [file] = (await get('/files', CaseFileListSchema)).items;
    const ask = async (id: string) =>
      readProblem(await portal.call(`${path}/files/${id}`, { headers: portal.headersOf('ivan') }));
    expect(await ask(file?.id ?? '')).toMatchObject({ status: 404 });
    expect(await ask(file?.id ?? '')).toEqual(await ask(crypto.randomUUID()));
  });
});
