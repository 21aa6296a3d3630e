import { readFileSync } from 'node:fs';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { QuestionnaireSchema } from '../../widgets/contract/feedback/schemas.ts';
import { QUESTIONNAIRE } from './questionnaire.ts';
import { TEST_NOW, newIdempotencyKey, readProblem, startTestSandbox } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const say = (portal: Portal, path: string, body: object, key = newIdempotencyKey()) =>
  portal.post(`/v1/${path}`, body, { 'Idempotency-Key': key });
const stored = ({ context }: Portal) =>
  Number(context().db.prepare('SELECT count(*) AS count FROM feedback').get()?.['count']);

describe('POST /v1/messages', () => {
  const message = { topic: 'mistake', text: 'На странице старый телефон.' };

  it('takes a message from anybody, and says that it is no обращение', async () => {
    const portal = await startTestSandbox();
    const response = await say(portal, 'messages', message);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      receivedAt: TEST_NOW.toISOString(),
      isAppeal: false,
      note: expect.stringContaining('Это не обращение') as string,
    });
  });

  it('has one message, however often it is sent', async () => {
    const portal = await startTestSandbox();
    const key = newIdempotencyKey();
    for (let i = 0; i < 3; i++) expect((await say(portal, 'messages', message, key)).status).toBe(201);
    expect(stored(portal)).toBe(1);
  });

  it('names what is wrong', async () => {
    const portal = await startTestSandbox();
    const { errors } = await readProblem(
      await say(portal, 'messages', { topic: 'spam', text: ' ', email: 'x' }),
    );
    expect(errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/topic required',
      '/text required',
      '/email email',
    ]);
  });

  it('is sealed in the file', async () => {
    const portal = await startTestSandbox();
    await say(portal, 'messages', message);
    portal.context().db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(readFileSync(portal.db).toString()).not.toContain('старый телефон');
  });

  it('stops whoever says too much, and goes on a little later', async () => {
    let now = TEST_NOW;
    const portal = await startTestSandbox({ wallNow: () => now });
    for (let i = 0; i < 20; i++) await say(portal, 'messages', message);
    const refused = await say(portal, 'messages', message);
    expect(refused.headers.get('Retry-After')).toBe('3');
    expect((await readProblem(refused)).type).toBe('too-many-tries');
    expect(stored(portal)).toBe(20);
    now = new Date(TEST_NOW.getTime() + 3000);
    expect((await say(portal, 'messages', message)).status).toBe(201);
  });
});

describe('POST /v1/page-feedback', () => {
  it('takes a yes or no, and words', async () => {
    const portal = await startTestSandbox();
    const feedback = { path: '/услуги/детский-сад/', useful: false, comment: 'Где взять справку?' };
    expect((await say(portal, 'page-feedback', feedback)).status).toBe(201);
    expect(stored(portal)).toBe(1);
  });

  it.each(['guide', '/guide?token=1', '/guide#me', '/a b', `/${'a'.repeat(300)}`])(
    'knows no page by «%s»',
    async (path) => {
      const portal = await startTestSandbox();
      const { errors } = await readProblem(await say(portal, 'page-feedback', { path, useful: true }));
      expect(errors).toMatchObject([{ pointer: '/path' }]);
    },
  );
});

describe('the questionnaire', () => {
  const { version } = QUESTIONNAIRE;
  const answer = (portal: Portal, answers: object, of = version) =>
    say(portal, 'questionnaire-answers', { version: of, answers });

  it('is data, and is fetched again only when it has changed', async () => {
    const portal = await startTestSandbox();
    const response = await portal.call('/v1/questionnaire');
    expect(v.parse(QuestionnaireSchema, await response.json())).toEqual(QUESTIONNAIRE);
    const etag = response.headers.get('ETag') ?? '';
    expect((await portal.call('/v1/questionnaire', { headers: { 'If-None-Match': etag } })).status).toBe(304);
  });

  it('takes answers of every kind, and does not ask for all', async () => {
    const portal = await startTestSandbox();
    const answers = { often: 'first', where: ['phone', 'library'], clarity: 4, wish: 'Короче.' };
    expect((await answer(portal, answers)).status).toBe(201);
    expect((await answer(portal, { clarity: 1 })).status).toBe(201);
  });

  it.each([
    [{}, '/answers required'],
    [{ often: 'sometimes' }, '/answers/often choice'],
    [{ often: 3 }, '/answers/often choice'],
    [{ where: ['phone', 'moon'] }, '/answers/where/1 choice'],
    [{ where: [] }, '/answers/where required'],
    [{ clarity: 'good' }, '/answers/clarity mark'],
    [{ wish: 'x'.repeat(1001) }, '/answers/wish tooLong'],
    [{ name: 'Анна' }, '/answers/name unknown'],
  ])('refuses %j', async (answers, mistake) => {
    const portal = await startTestSandbox();
    const { errors } = await readProblem(await answer(portal, answers));
    expect(errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([mistake]);
  });

  it('takes no answers to questions of yesterday', async () => {
    const portal = await startTestSandbox();
    expect((await readProblem(await answer(portal, { clarity: 1 }, 'old'))).type).toBe('form-changed');
  });
});
