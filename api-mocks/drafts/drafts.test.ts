import { readFileSync } from 'node:fs';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { DraftSummarySchema, type DraftContent } from '../../widgets/contract/drafts/schemas.ts';
import type { SandboxOptions } from '../compose-context.ts';
import { JPEG, TEST_NOW, readProblem, startTestSandbox, waitForUpload } from '../testing.ts';

const DAY = 86_400_000;
const ID = '0b6a3f7e-9d2c-4f51-8a1e-6c7d8e9f0a1b';
const NEW = { 'If-None-Match': '*' };
const draft = (childLastName: string, more: object = {}): DraftContent => ({
  service: 'detskiy-sad',
  formVersion: 'v1',
  answers: { childLastName, ...more },
  step: 1,
});

async function desk(options: Partial<SandboxOptions> = {}) {
  const portal = await startTestSandbox(options);
  const ask = (method: string, id = ID, headers: Record<string, string> = {}, body?: unknown, who = 'anna') =>
    portal.call(`/v1/drafts/${id}`, {
      method,
      headers: { ...portal.headersOf(who), 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    portal,
    ask,
    save: (body: unknown, headers: Record<string, string> = NEW, id = ID) => ask('PUT', id, headers, body),
    list: async (who = 'anna'): Promise<unknown> =>
      (await portal.call('/v1/drafts', { headers: portal.headersOf(who) })).json(),
  };
}
const etagOf = (response: Response) => response.headers.get('ETag') ?? '';

describe('a draft on the portal', () => {
  it('comes back as it was saved', async () => {
    const { save, ask, list } = await desk();
    const saved = await save(draft('Примеров'));
    expect(saved.status).toBe(200);
    const summary = v.parse(DraftSummarySchema, await saved.json());
    expect(summary).toEqual({
      id: ID,
      service: 'detskiy-sad',
      version: etagOf(saved).slice(1, -1),
      savedAt: TEST_NOW.toISOString(),
      expiresAt: '2026-12-20T05:00:00.000Z',
    });
    const opened = await ask('GET');
    expect(etagOf(opened)).toBe(etagOf(saved));
    expect(await opened.json()).toEqual({ ...summary, ...draft('Примеров') });
    expect(await list()).toEqual({ items: [summary] });
    expect((await ask('GET', ID, { 'If-None-Match': etagOf(saved) })).status).toBe(304);
  });

  it('is not written over by a device that has not seen it', async () => {
    const { save } = await desk();
    const first = etagOf(await save(draft('Примеров')));
    const second = await save(draft('Образцов'), { 'If-Match': first });
    expect(second.status).toBe(200);
    for (const headers of [{ 'If-Match': first }, NEW])
      expect(await readProblem(await save(draft('Вымышленный'), headers))).toMatchObject({
        status: 412,
        type: 'stale',
      });
    expect((await save(draft('Вымышленный'), { 'If-Match': etagOf(second) })).status).toBe(200);
  });

  it('may be saved again where the answer got lost', async () => {
    const { save } = await desk();
    const first = await save(draft('Примеров'));
    const again = await save(draft('Примеров'));
    expect(etagOf(again)).toBe(etagOf(first));
    await save(draft('Образцов'), { 'If-Match': etagOf(first) });
    expect((await save(draft('Образцов'), { 'If-Match': etagOf(first) })).status).toBe(200);
  });

  it.each<[string, unknown, Record<string, string>, number, string]>([
    ['no condition', draft('Примеров'), {}, 400, '/headers/If-Match'],
    ['another condition', draft('Примеров'), { 'If-None-Match': '"x"' }, 400, '/headers/If-None-Match'],
    ['no service', { ...draft('Примеров'), service: undefined }, NEW, 422, '/service'],
    ['a service that is a path', { ...draft('Примеров'), service: '../x' }, NEW, 422, '/service'],
    ['an answer without end', draft('я'.repeat(10_001)), NEW, 422, '/answers/childLastName'],
    ['an answer of no kind', draft('Примеров', { x: { deep: {} } }), NEW, 422, '/answers/x'],
    ['a name of no field', draft('Примеров', { 'a b': '' }), NEW, 422, '/answers/a b'],
  ])('is refused with %s', async (_, body, headers, status, pointer) => {
    const { save } = await desk();
    const problem = await readProblem(await save(body, headers));
    expect(problem.status).toBe(status);
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('cannot be changed where there is none', async () => {
    const { save } = await desk();
    expect(await readProblem(await save(draft('Примеров'), { 'If-Match': '"x"' }))).toMatchObject({
      type: 'stale',
    });
  });

  it('is not there for others, who may have one by the same id', async () => {
    const { save, ask, list } = await desk();
    await save(draft('Примеров'));
    expect((await ask('GET', ID, {}, undefined, 'ivan')).status).toBe(404);
    expect((await ask('DELETE', ID, {}, undefined, 'ivan')).status).toBe(404);
    expect((await ask('PUT', ID, NEW, draft('Образцов'), 'ivan')).status).toBe(200);
    expect(await (await ask('GET')).json()).toMatchObject({ answers: { childLastName: 'Примеров' } });
    await ask('DELETE');
    expect(await list()).toEqual({ items: [] });
    expect(await list('ivan')).toMatchObject({ items: [{ id: ID }] });
  });

  it('is there only for who has signed in', async () => {
    const { portal } = await desk();
    expect((await portal.call('/v1/drafts')).status).toBe(401);
    expect((await portal.call(`/v1/drafts/${ID}`)).status).toBe(401);
  });

  it('is forgotten thirty days after it was changed', async () => {
    let now = TEST_NOW;
    const { save, ask, list } = await desk({ wallNow: () => now });
    const first = etagOf(await save(draft('Примеров')));
    now = new Date(TEST_NOW.getTime() + 20 * DAY);
    await save(draft('Образцов'), { 'If-Match': first });
    now = new Date(TEST_NOW.getTime() + 50 * DAY - 1);
    expect((await ask('GET')).status).toBe(200);
    now = new Date(TEST_NOW.getTime() + 50 * DAY);
    expect((await ask('GET')).status).toBe(404);
    expect(await list()).toEqual({ items: [] });
  });

  it('keeps the files that it names', async () => {
    let now = TEST_NOW;
    const { portal, save } = await desk({ wallNow: () => now });
    const file = await waitForUpload(await portal.sendUpload(JPEG));
    await save(draft('Примеров', { benefitDocument: [file] }));
    now = new Date(TEST_NOW.getTime() + 29 * DAY);
    await portal.restart();
    expect((await portal.call(`/v1/uploads/${file.id}`)).status).toBe(200);
  });

  it('is one of fifty at most', async () => {
    const { save } = await desk();
    for (let i = 0; i < 50; i++)
      expect((await save(draft('Примеров'), NEW, crypto.randomUUID())).status).toBe(200);
    expect(await readProblem(await save(draft('Примеров')))).toMatchObject({
      status: 413,
      type: 'too-large',
    });
  });

  it('cannot be read in the file', async () => {
    const { portal, save } = await desk();
    await save(draft('Секретов'));
    const file = Buffer.concat([readFileSync(portal.db), readFileSync(`${portal.db}-wal`)]);
    expect(file.includes('drafts')).toBe(true);
    expect(file.includes('Секретов')).toBe(false);
  });
});
