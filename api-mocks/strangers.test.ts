import type { Context } from 'hono';
import { expect, it } from 'vitest';

import { API } from '../widgets/contract/openapi/api.ts';
import type { Operation } from '../widgets/contract/openapi/operation.ts';
import { offerVisit } from './appointments/visit-offers.ts';
import { findCase, type Case } from './cases/cases.ts';
import { requireCaseByCode } from './cases/codes.ts';
import { issueResult } from './cases/result-files.ts';
import { WrongCodeCounter } from './cases/wrong-codes.ts';
import { HttpProblem } from './http/problem.ts';
import { issueInvoice } from './payments/invoices.ts';
import { runTransaction } from './store/database.ts';
import { moveCaseTo } from './workflow/officials.ts';
import { EXAMPLE_ANSWERS, JPEG, exampleApplication, newIdempotencyKey, startTestSandbox } from './testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;
type Headers = Record<string, string>;

const SLOT = { startsAt: '2026-11-24T09:00:00+07:00' };
const CONTACTS = { phone: '+79031234567' };

/** A body that each operation takes. */
const BODIES: Record<string, object> = {
  createWithdrawal: {},
  createAnswer: { text: 'Вот она.' },
  createApplicationMessage: { text: 'Мы переехали.' },
  createCorrection: exampleApplication(),
  createStepUp: { channel: 'sms' },
  createConfirmation: { code: '123456' },
  updateApplicationMessage: { read: true },
  chooseVisit: SLOT,
  moveAppointment: SLOT,
  replaceCaseNotices: { email: [], sms: [], quietAtNight: true },
  createEscalation: {},
  changeRating: { marks: { time: 5 } },
  saveDraft: { service: 'detskiy-sad', formVersion: 'v1', answers: {}, step: 0 },
};
const TUS = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0' };

/** Operations on something that belongs to somebody. */
const OPERATIONS = Object.entries<Operation>(API).filter(
  ([id, { path }]) => /\{(?:number|id)\}/.test(path) && id !== 'saveDraft',
);

/** Anna's case with all that a case can have, and all else that she has. Gives the values of parameters in paths. */
async function whatAnnaHas(portal: Portal): Promise<Record<string, string>> {
  const anna = portal.headersOf('anna');
  const key = () => ({ 'Idempotency-Key': newIdempotencyKey() });
  const made = async (path: string, body: object) =>
    (await (await portal.post(path, body, { ...anna, ...key() })).json()) as Record<string, string>;
  const { number = '' } = await made(
    '/v1/applications',
    exampleApplication({ ...EXAMPLE_ANSWERS, ...CONTACTS }),
  );
  const context = portal.context();
  moveCaseTo(context, number, { to: 'asked', text: 'Где печать?' });
  runTransaction(context.db, () => {
    issueResult(context, findCase(context.db, number) as Case);
    issueInvoice(context, number, { purpose: 'Пошлина', amount: 35_000 });
    offerVisit(context, findCase(context.db, number) as Case, {
      purpose: 'Покажите подлинник.',
      bring: [],
    });
  });
  const { id: stepUp = '' } = await made(`/v1/applications/${number}/step-ups`, { channel: 'sms' });
  const { id: appointment = '' } = await made('/v1/appointments', { office: 'komitet', ...SLOT });
  const upload = await portal.sendUpload(JPEG.subarray(0, 4), 'снимок.jpg', {
    ...anna,
    'Upload-Length': '9',
  });
  const oneOf = (sql: string) => String(Object.values(context.db.prepare(sql).get() ?? {})[0]);
  return {
    number,
    stepUp,
    appointment,
    upload: upload.headers.get('Location')?.split('/').at(-1) ?? '',
    message: oneOf('SELECT id FROM letters'),
    uin: oneOf('SELECT uin FROM invoices'),
    file: oneOf('SELECT id FROM files'),
  };
}

/** The id that an operation names: of an appointment, an upload, or of something else. */
const idFor = (path: string, known: Record<string, string>) =>
  path.startsWith('/appointments')
    ? known['appointment']
    : path.startsWith('/uploads')
      ? known['upload']
      : undefined;

it('is what strangers find: of 200 attempts each is refused as if it did not exist', async () => {
  const portal = await startTestSandbox();
  const known = await whatAnnaHas(portal);
  const own = await portal.sendApplication();
  const strangers: Headers[] = [
    portal.headersOf('ivan'),
    { 'Okno-Case-Code': 'ACEK37MPTY' },
    { 'Okno-Case-Code': '00412077' },
    { 'Okno-Case-Code': own.code, 'Okno-Case-Access': 'A'.repeat(43) },
    { ...portal.headersOf('ivan'), 'Okno-Case-Code': own.code },
  ];
  const attempt = async (
    [id, operation]: [string, Operation],
    values: Record<string, string>,
    who: Headers,
  ) => {
    // Of each attempt the count is another one: here it is the same.
    portal.context().wrongCodes = new WrongCodeCounter();
    const { method, path, mediaType, keyName } = operation;
    const all = { ...values, id: idFor(path, values) ?? crypto.randomUUID() };
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => all[name as keyof typeof all]);
    const response = await portal.call(`/v1${filled}`, {
      method: method.toUpperCase(),
      headers: {
        ...(path.startsWith('/uploads') ? TUS : {}),
        'Content-Type': mediaType ?? 'application/json',
        ...(keyName && { 'Idempotency-Key': newIdempotencyKey() }),
        ...who,
      },
      ...(operation.body && { body: JSON.stringify(BODIES[id]) }),
      ...(mediaType !== undefined && { body: JPEG.subarray(0, 4) }),
    });
    return [response.status, response.headers.get('Retry-After'), await response.text()];
  };
  const nothing = Object.fromEntries(
    Object.keys(known).map((name) => [name, name === 'number' ? '22-2026-000999' : crypto.randomUUID()]),
  );
  nothing['uin'] = known['uin'] ?? '';
  let attempts = 0;
  for (const operation of OPERATIONS)
    for (const who of strangers) {
      // Without a session the address of an upload is the key to it.
      if (operation[1].path.startsWith('/uploads') && !who['Authorization']) continue;
      const refused = await attempt(operation, known, who);
      expect(refused, operation[0]).toEqual(await attempt(operation, nothing, who));
      expect([401, 404], operation[0]).toContain(refused[0]);
      attempts += 2;
    }
  // Each of these is among them.
  const tried = OPERATIONS.map(([id]) => id);
  for (const id of [
    'createApplicationMessage',
    'checkFileSignature',
    'replaceCaseNotices',
    'createStepUp',
    'getInvoiceQr',
  ])
    expect(tried).toContain(id);
  expect(attempts).toBeGreaterThanOrEqual(200);
});

it('is closed to 10,000 guesses, and open to its owner and to others at the same address', async () => {
  const portal = await startTestSandbox();
  const { number, code } = await portal.sendApplication();
  const other = await portal.sendApplication();
  const context = portal.context();
  // Only what `ipAddressOf` reads: 10,000 requests over HTTP take a minute.
  const c = { env: { incoming: { socket: { remoteAddress: '10.0.0.1' } } } } as unknown as Context;
  const guess = (of: string, given: string) => {
    try {
      return requireCaseByCode(context, { c, number: of, code: given }).number;
    } catch (error) {
      if (error instanceof HttpProblem) return error.problem.status;
      throw error;
    }
  };
  const found = new Map<number | string, number>();
  for (let i = 0; i < 10_000; i++) {
    const outcome = guess(number, String(10_000_000 + i));
    found.set(outcome, (found.get(outcome) ?? 0) + 1);
    if (i % 1000 === 999)
      expect([guess(number, code), guess(other.number, other.code)]).toEqual([number, other.number]);
  }
  expect(Object.fromEntries(found)).toEqual({ 404: 5, 429: 9995 });
});
