import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import {
  ApplicationCreatedSchema,
  ApplicationStatusSchema,
  ApplicationHistorySchema,
  ApplicationListSchema,
  ApplicationSchema,
  type ApplicationCreated,
  type State,
} from '../../widgets/contract/applications/schemas.ts';
import { moveCaseTo, type OfficialMoveInput } from './officials.ts';
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

/** A portal on which Anna has applied. */
async function applied({ now = () => TEST_NOW } = {}) {
  const portal = await startTestSandbox({ wallNow: now });
  // Time may go on by days in a test, and her session with it.
  const anna = () => portal.headersOf('anna');
  const send = async (path: string, body: object, headers: Record<string, string> = anna()) =>
    portal.post(path, body, { 'Idempotency-Key': newIdempotencyKey(), ...headers });
  const apply = async (answers: object = EXAMPLE_ANSWERS) =>
    v.parse(
      ApplicationCreatedSchema,
      await (await send('/v1/applications', exampleApplication(answers))).json(),
    );
  const created = await apply();
  const path = (part = '', { number }: Pick<ApplicationCreated, 'number'> = created) =>
    `/v1/applications/${number}${part}`;
  return {
    portal,
    anna,
    created,
    apply,
    path,
    send: (part: string, body: object, headers?: Record<string, string>) => send(path(part), body, headers),
    get: async <S extends v.GenericSchema>(at: string, schema: S): Promise<v.InferOutput<S>> =>
      v.parse(schema, await (await portal.call(at, { headers: anna() })).json()),
    act: (how: OfficialMoveInput) => moveCaseTo(portal.context(), created.number, how),
  };
}

describe('GET /v1/applications', () => {
  it("lists the citizen's own, newest first, page by page", async () => {
    const { portal, apply, get, created } = await applied();
    await portal.sendApplication();
    const [second, third] = [await apply(), await apply()];
    const page = await get('/v1/applications?limit=2', ApplicationListSchema);
    expect(page.items.map(({ number }) => number)).toEqual([third.number, second.number]);
    const rest = await get(`/v1/applications?limit=2&after=${page.next ?? ''}`, ApplicationListSchema);
    expect(rest.items.map(({ number }) => number)).toEqual([created.number]);
    expect(rest.next).toBeUndefined();
  });

  it('is empty for who has not applied', async () => {
    const { portal } = await applied();
    const response = await portal.call('/v1/applications', { headers: portal.headersOf('ivan') });
    expect(await response.json()).toEqual({ items: [] });
  });

  it.each(['limit=0', 'limit=101', 'limit=1e1', 'after=1'])('refuses %s', async (query) => {
    const { portal, anna } = await applied();
    const response = await portal.call(`/v1/applications?${query}`, { headers: anna() });
    expect(await readProblem(response)).toMatchObject({ status: 400, type: 'malformed' });
  });
});

describe('GET /v1/applications/{number}', () => {
  it('gives all of it to who has sent it', async () => {
    const { get, path, created } = await applied();
    const { number, submittedAt, dueOn } = created;
    expect(await get(path(), ApplicationSchema)).toMatchObject({
      number,
      submittedAt,
      dueOn,
      state: 'registered',
      formVersion: 'v1',
      answers: EXAMPLE_ANSWERS,
      unread: 0,
      files: [],
    });
  });

  it.each(['', '/history', '/messages', '/files', '/status'])(
    'shows nothing of it to others: %s',
    async (part) => {
      const { portal, path } = await applied();
      const ask = async (at: string) =>
        readProblem(await portal.call(at, { headers: portal.headersOf('ivan') }));
      const others = await ask(path(part));
      expect(others).toMatchObject({ status: 404, type: 'not-found' });
      expect(others).toEqual(await ask(path(part, { number: '22-2026-999999' })));
    },
  );
});

describe('GET /v1/applications/{number}/history', () => {
  it('names every action by who did it, never by name', async () => {
    const { get, path, act: move } = await applied();
    move({ to: 'checked' });
    const { items } = await get(path('/history'), ApplicationHistorySchema);
    expect(items.map(({ role, action, state }) => [role, action, state])).toEqual([
      ['applicant', 'stateChanged', 'registered'],
      ['specialist', 'stateChanged', 'checked'],
      ['specialist', 'messageSent', 'checked'],
    ]);
  });
});

describe('POST /v1/applications/{number}/withdrawal', () => {
  it('ends the case once, and tells the body why', async () => {
    const { send, get, path } = await applied();
    const response = await send('/withdrawal', { reason: 'Переезжаем' });
    expect(response.status).toBe(201);
    expect(v.parse(ApplicationStatusSchema, await response.json())).toMatchObject({
      state: 'withdrawn',
      next: [],
      outcome: { title: 'Отозвано' },
    });
    expect(await readProblem(await send('/withdrawal', {}))).toMatchObject({ type: 'wrong-state' });
    const { items } = await get(path('/history'), ApplicationHistorySchema);
    expect(items.at(-1)).toMatchObject({ role: 'applicant', action: 'messageSent' });
  });

  it('is not for others', async () => {
    const { send, portal } = await applied();
    expect(await readProblem(await send('/withdrawal', {}, portal.headersOf('ivan')))).toMatchObject({
      status: 404,
    });
    expect(await readProblem(await send('/withdrawal', {}, {}))).toMatchObject({ type: 'signed-out' });
  });
});

describe('POST /v1/applications/{number}/answers', () => {
  it('lets the case go on from where it stood, with the days that were left', async () => {
    let now = TEST_NOW;
    const { send, get, path, act: move } = await applied({ now: () => now });
    move({ to: 'requested' });
    move({ to: 'asked', text: 'Где выдан документ?' });
    now = new Date('2026-11-30T05:00:00Z');
    const asked = await get(path(), ApplicationSchema);
    expect(asked).toMatchObject({
      state: 'asked',
      question: { text: 'Где выдан документ?', askedAt: TEST_NOW.toISOString(), answerDueOn: '2026-12-04' },
      dueOn: '2026-12-14',
      daysLeft: { value: 10 },
      overdue: false,
      next: [{ state: 'decided' }, { state: 'ready' }],
    });
    const response = await send('/answers', { text: 'В Барнауле' });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ state: 'requested', dueOn: '2026-12-14' });
    expect((await get(path(), ApplicationSchema)).question).toBeUndefined();
    expect(await readProblem(await send('/answers', { text: 'И ещё' }))).toMatchObject({
      type: 'wrong-state',
    });
  });

  it('does not mend a period that had run out before the question', async () => {
    let now = TEST_NOW;
    const { send, act: move } = await applied({ now: () => now });
    now = new Date('2026-12-10T05:00:00Z');
    move({ to: 'asked' });
    expect(await (await send('/answers', { text: 'Вот' })).json()).toMatchObject({
      dueOn: '2026-12-04',
      overdue: true,
    });
  });

  it('takes files, each for this application', async () => {
    const { portal, send, act: move } = await applied();
    const upload = await waitForUpload(await portal.sendUpload(JPEG));
    move({ to: 'asked' });
    expect((await send('/answers', { uploads: [upload] })).status).toBe(201);
    move({ to: 'asked' });
    const stranger = { ...upload, id: crypto.randomUUID() };
    expect((await readProblem(await send('/answers', { uploads: [stranger] }))).errors).toEqual([
      { pointer: '/uploads/0', code: 'file' },
    ]);
  });

  it.each([{}, { text: ' ' }, { uploads: [] }])('asks for words or files: %j', async (body) => {
    const { send, act: move } = await applied();
    move({ to: 'asked' });
    expect((await readProblem(await send('/answers', body))).errors).toEqual([
      { pointer: '/text', code: 'required' },
    ]);
  });
});

describe('POST /v1/applications/{number}/corrections', () => {
  const { service, ...corrected } = exampleApplication({ ...EXAMPLE_ANSWERS, childLastName: 'Образцов' });

  it('makes another application of a refused one, and ties the two', async () => {
    const { send, get, path, created, act: move } = await applied();
    move({ to: 'refused', text: 'Фамилия не та.' });
    const response = await send('/corrections', corrected);
    expect(response.status).toBe(201);
    const again = v.parse(ApplicationCreatedSchema, await response.json());
    expect(await get(path('', again), ApplicationSchema)).toMatchObject({
      service: { slug: service },
      state: 'registered',
      answers: { childLastName: 'Образцов' },
      corrects: created.number,
    });
    expect(await get(path(), ApplicationSchema)).toMatchObject({ correctedBy: again.number });
    expect(await readProblem(await send('/corrections', corrected))).toMatchObject({ type: 'wrong-state' });
  });

  it('takes the files of the refused one over', async () => {
    const { portal, apply, path, anna } = await applied();
    const answers = {
      ...EXAMPLE_ANSWERS,
      benefitDocument: [await waitForUpload(await portal.sendUpload(JPEG))],
    };
    const { number } = await apply(answers);
    moveCaseTo(portal.context(), number, { to: 'refused' });
    const response = await portal.post(
      path('/corrections', { number }),
      { ...corrected, answers },
      { 'Idempotency-Key': newIdempotencyKey(), ...anna() },
    );
    expect(response.status).toBe(201);
  });

  it.each<State>(['registered', 'asked', 'ready', 'withdrawn'])('is not for one that is %s', async (to) => {
    const { send, act: move } = await applied();
    if (to !== 'registered') move({ to });
    expect(await readProblem(await send('/corrections', corrected))).toMatchObject({ type: 'wrong-state' });
  });

  it('names every field that is wrong', async () => {
    const { send, act: move } = await applied();
    move({ to: 'refused' });
    const { errors } = await readProblem(await send('/corrections', { ...corrected, answers: {} }));
    expect(errors).toContainEqual({ pointer: '/answers/childLastName', code: 'required' });
    const consent = await send('/corrections', { ...corrected, consent: { version: '1' } });
    expect((await readProblem(consent)).errors).toEqual([{ pointer: '/consent/version', code: 'unknown' }]);
  });
});
