import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ApplicationSchema, ApplicationCreatedSchema } from '../../widgets/contract/applications/schemas.ts';
import { CaseFileListSchema, CaseMessageListSchema } from '../../widgets/contract/messages/schemas.ts';
import { CaseAccessSchema, StepUpSchema } from '../../widgets/contract/step-ups/schemas.ts';
import { readOutbox } from '../events/outbox.ts';
import { moveCaseTo } from '../workflow/officials.ts';
import {
  EXAMPLE_ANSWERS,
  TEST_NOW,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
} from '../testing.ts';

const CONTACTS = { email: 'olga@example.ru', phone: '+79031234567' };

/** Somebody has applied without signing in. */
async function appliedByCode(answers: object = { ...EXAMPLE_ANSWERS, ...CONTACTS }) {
  const clock = { now: TEST_NOW };
  const portal = await startTestSandbox({ wallNow: () => clock.now });
  const created = await portal.sendApplication(exampleApplication(answers));
  const path = (part: string) => `/v1/applications/${created.number}${part}`;
  const code = { 'Okno-Case-Code': created.code };
  const get = (part: string, headers: Record<string, string> = code) => portal.call(path(part), { headers });
  const post = (part: string, body: object, headers: Record<string, string> = code) =>
    portal.post(path(part), body, { 'Idempotency-Key': newIdempotencyKey(), ...headers });
  const parsed = async <S extends v.GenericSchema>(response: Response, schema: S) =>
    v.parse(schema, await response.json());
  const digits = () => /\d{6}/.exec(readOutbox(portal.context())[0]?.text ?? '')?.[0] ?? '';
  return {
    portal,
    clock,
    created,
    code,
    get,
    post,
    parsed,
    digits,
    move: (to: 'asked' | 'ready' | 'refused', text?: string, fields?: string[]) =>
      moveCaseTo(portal.context(), created.number, { to, text, fields }),
    /** Confirms by SMS. Gives the headers of somebody who has. */
    confirmed: async () => {
      const { id } = await parsed(await post('/step-ups', { channel: 'sms' }), StepUpSchema);
      const confirmation = await post(`/step-ups/${id}/confirmations`, { code: digits() });
      const { access } = await parsed(confirmation, CaseAccessSchema);
      return { ...code, 'Okno-Case-Access': access };
    },
  };
}

describe('who has applied without signing in, by number and code', () => {
  it('reads the case, its history and messages, without the answers in the form', async () => {
    const { get, parsed, move } = await appliedByCode();
    move('asked', 'Где печать?');
    const application = await parsed(await get(''), ApplicationSchema);
    expect(application).toMatchObject({
      state: 'asked',
      titles: { registered: 'Зарегистрировано', asked: 'Ждём ответа заявителя' },
      question: { text: 'Где печать?', answerDueOn: '2026-12-04' },
      need: { kind: 'answer', by: '2026-12-04' },
      holder: { role: 'applicant', title: 'Вы' },
      unread: 1,
      invoices: 0,
    });
    expect(application.answers).toBeUndefined();
    const { items } = await parsed(await get('/messages'), CaseMessageListSchema);
    expect(items).toMatchObject([{ text: 'Где печать?' }]);
    expect((await get('/history')).status).toBe(200);
    expect((await get('/invoices')).status).toBe(200);
  });

  it('answers the question', async () => {
    const { post, move } = await appliedByCode();
    move('asked', 'Где печать?');
    const response = await post('/answers', { text: 'На обороте.' });
    expect([response.status, await response.json()]).toMatchObject([201, { state: 'registered' }]);
  });

  it('needs a step up for the answers, a file, withdrawing and correcting', async () => {
    const { get, post, parsed, move, confirmed } = await appliedByCode();
    const needed = {
      status: 403,
      type: 'step-up-needed',
      channels: [
        { channel: 'email', sentTo: 'o•••@example.ru' },
        { channel: 'sms', sentTo: '+7 ••• •••-45-67' },
      ],
    };
    expect(await readProblem(await post('/withdrawal', {}))).toMatchObject(needed);
    const access = await confirmed();
    expect((await parsed(await get('', access), ApplicationSchema)).answers).toMatchObject(EXAMPLE_ANSWERS);
    move('ready');
    const { items } = await parsed(await get('/files'), CaseFileListSchema);
    const file = `/files/${items[0]?.id ?? ''}`;
    expect(await readProblem(await get(file))).toMatchObject(needed);
    expect((await get(file, access)).status).toBe(200);
  });

  it('corrects what was refused, and keeps the link between both', async () => {
    const { post, get, parsed, move, confirmed } = await appliedByCode();
    move('refused', 'Фамилия с ошибкой.', ['childLastName']);
    const refused = await parsed(await get(''), ApplicationSchema);
    expect(refused).toMatchObject({
      need: { kind: 'mend' },
      refusal: { text: 'Фамилия с ошибкой.', fields: ['childLastName'] },
    });
    const body = exampleApplication({ ...EXAMPLE_ANSWERS, ...CONTACTS });
    expect((await post('/corrections', body)).status).toBe(403);
    const created = await parsed(
      await post('/corrections', body, await confirmed()),
      ApplicationCreatedSchema,
    );
    const mended = await parsed(await get(''), ApplicationSchema);
    expect(mended.correctedBy).toBe(created.number);
    expect(mended.need).toBeUndefined();
  });
});

describe('a step up', () => {
  it('ends after five wrong tries, after ten minutes, and with a new one', async () => {
    const { post, parsed, digits, clock } = await appliedByCode();
    const begin = async () => (await parsed(await post('/step-ups', { channel: 'email' }), StepUpSchema)).id;
    const confirm = (id: string, code: string) => post(`/step-ups/${id}/confirmations`, { code });
    const first = await begin();
    const right = digits();
    const wrong = right === '000000' ? '000001' : '000000';
    for (let i = 0; i < 5; i++)
      expect(await readProblem(await confirm(first, wrong))).toMatchObject({
        status: 422,
        errors: [{ pointer: '/code', code: 'wrong' }],
      });
    expect((await confirm(first, right)).status).toBe(404);
    const [second, digitsOfSecond] = [await begin(), digits()];
    const [third, digitsOfThird] = [await begin(), digits()];
    expect((await confirm(second, digitsOfSecond)).status).toBe(404);
    clock.now = new Date(TEST_NOW.getTime() + 600_000);
    expect((await confirm(third, digitsOfThird)).status).toBe(404);
  });

  it('opens one case for half an hour; confirmed again, it opens the same', async () => {
    const { portal, get, post, parsed, clock, confirmed, code, digits } = await appliedByCode();
    const access = await confirmed();
    const other = await portal.sendApplication();
    const foreign = { ...access, 'Okno-Case-Code': other.code };
    const application = await portal.call(`/v1/applications/${other.number}`, { headers: foreign });
    expect((await parsed(application, ApplicationSchema)).answers).toBeUndefined();
    clock.now = new Date(TEST_NOW.getTime() + 1_800_000);
    expect((await parsed(await get('', access), ApplicationSchema)).answers).toBeUndefined();
    const { id } = await parsed(await post('/step-ups', { channel: 'sms' }, code), StepUpSchema);
    const confirmation = { code: digits() };
    const confirm = async () =>
      parsed(await post(`/step-ups/${id}/confirmations`, confirmation), CaseAccessSchema);
    const first = await confirm();
    expect(await confirm()).toEqual(first);
    clock.now = new Date(clock.now.getTime() + 600_000);
    expect((await post(`/step-ups/${id}/confirmations`, confirmation)).status).toBe(404);
    const opened = await get('', { ...code, 'Okno-Case-Access': first.access });
    expect((await parsed(opened, ApplicationSchema)).answers).toBeDefined();
  });

  it('is not sent where the application names no such address, nor to flood a telephone', async () => {
    const { post } = await appliedByCode({ ...EXAMPLE_ANSWERS, phone: CONTACTS.phone });
    expect(await readProblem(await post('/step-ups', { channel: 'email' }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/channel', code: 'contact' }],
    });
    for (let i = 0; i < 5; i++) expect((await post('/step-ups', { channel: 'sms' })).status).toBe(201);
    const refused = await post('/step-ups', { channel: 'sms' });
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600']);
  });
});
