// Longer than other modules: the invented region of the tests, and the portal that serves it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as v from 'valibot';
import { onTestFinished } from 'vitest';

import {
  ApplicationCreatedSchema,
  ApplicationStatusSchema,
  type ApplicationStatus,
} from '../widgets/contract/applications/schemas.ts';
import type { Catalogue, FormDefinition } from '../widgets/contract/forms/schemas.ts';
import { ProblemSchema, type Problem } from '../widgets/contract/problems/schemas.ts';
import type { Region } from '../widgets/contract/region/schemas.ts';
import { UploadRecordSchema } from '../widgets/contract/uploads/schemas.ts';
import { UploadSchema, type Upload } from '../widgets/contract/values/schemas.ts';
import { DEMO_CITIZENS } from './sign-in/citizens.ts';
import type { SandboxOptions } from './compose-context.ts';
import { startSandbox } from './server.ts';

/** Origin of the page with widgets: the only one that the portal of the tests allows. */
export const PAGE_ORIGIN = 'http://municipality.test';
/** Real time in tests: noon of Saturday, 21 November 2026, in Barnaul. */
export const TEST_NOW = new Date('2026-11-20T05:00:00Z');

const AGENCY = { slug: 'komitet', title: 'Комитет по образованию', phone: '+7 3852 00-00-00' };

const FORM: FormDefinition = {
  service: { slug: 'detskiy-sad', title: 'Постановка на учёт в детский сад', short: 'Детский сад' },
  agency: AGENCY,
  version: 'v1',
  answerPeriod: { value: 10, unit: 'workingDay' },
  steps: [
    {
      title: 'О ребёнке',
      fields: [
        {
          type: 'text',
          name: 'childLastName',
          label: 'Фамилия',
          required: true,
          maxLength: 100,
          multiline: false,
        },
        { type: 'snils', name: 'childSnils', label: 'СНИЛС', required: false },
        { type: 'date', name: 'childBirthDate', label: 'Дата рождения', required: true, when: 'past' },
        { type: 'address', name: 'address', label: 'Адрес', required: false },
        { type: 'email', name: 'email', label: 'Почта', required: false },
        { type: 'phone', name: 'phone', label: 'Телефон', required: false },
        { type: 'file', name: 'benefitDocument', label: 'Документ', required: false, maxCount: 2 },
        {
          type: 'choice',
          name: 'payer',
          label: 'Кто платит',
          required: false,
          options: [
            { value: 'citizen', label: 'Гражданин' },
            { value: 'company', label: 'Организация' },
          ],
        },
        {
          type: 'text',
          name: 'payerInn',
          label: 'ИНН организации',
          required: true,
          maxLength: 100,
          multiline: false,
          format: 'companyInn',
          shownIf: { is: 'oneOf', field: 'payer', values: ['company'] },
        },
        { type: 'date', name: 'startDate', label: 'С какого дня', required: false },
      ],
    },
  ],
  checks: [
    {
      field: 'startDate',
      must: { is: 'notBefore', field: 'startDate', day: 'childBirthDate' },
      words: 'Ребёнок родился позже.',
    },
  ],
};

const CATALOGUE: Catalogue = {
  services: [
    { ...FORM.service, agency: AGENCY.slug, form: true },
    { slug: 'opeka', title: 'Установление опеки', short: 'Опека', agency: 'otdel-opeki', form: false },
  ],
  agencies: [AGENCY, { slug: 'otdel-opeki', title: 'Отдел опеки' }],
};

/** Answers that fit the form `detskiy-sad` of the tests. */
export const EXAMPLE_ANSWERS = { childLastName: 'Примеров', childBirthDate: '2024-05-06' };
/** Body of `POST /v1/applications` that the portal accepts. */
export const exampleApplication = (answers: object = EXAMPLE_ANSWERS) => ({
  service: 'detskiy-sad',
  formVersion: 'v1',
  answers,
  consent: { version: '2026-11-21' },
});

/** The region of the tests. */
export const TEST_REGION = {
  code: '22',
  name: 'Алтайский край',
  genitive: 'Алтайского края',
  timeZone: 'Asia/Barnaul',
  centre: { name: 'Барнаул', genitive: 'Барнаула' },
  phone: '8 800 100-70-10',
};

/** Body of `POST /v1/complaints` that the portal accepts, with some fields changed. */
export const exampleComplaint = (change: object = {}) => ({
  ground: 'overdue',
  agency: 'komitet',
  text: 'Ответа нет.',
  name: 'Иван Образцов',
  email: 'ivan@example.com',
  consent: { version: '2026-11-21' },
  ...change,
});

/** A new `Idempotency-Key`, in quotation marks. */
export const newIdempotencyKey = () => `"${crypto.randomUUID()}"`;

/**
 * Starts a portal with a database of its own. It is closed and deleted when the test is over. The clock stands at `TEST_NOW`,
 * files are scanned at once, requests are not limited; `options` change that.
 */
export async function startTestSandbox({
  wallNow = () => TEST_NOW,
  ...options
}: Partial<SandboxOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const data = join(folder, 'data');
  const db = join(folder, 'sandbox.sqlite');
  mkdirSync(join(data, 'forms'), { recursive: true });
  const write = (name: string, content: object) => {
    writeFileSync(join(data, name), JSON.stringify(content));
  };
  write('forms/detskiy-sad.json', FORM);
  write('catalogue.json', CATALOGUE);
  write('region.json', TEST_REGION);
  write('calendar.json', {});
  const start = (changed: Partial<SandboxOptions> = {}) =>
    startSandbox({
      data,
      db,
      origins: [PAGE_ORIGIN],
      requestsPerMinute: 1e6,
      scanDelayMs: 0,
      wallNow,
      ...options,
      ...changed,
    });
  let running = await start();
  const stop = async () => {
    if (running.context.db.isOpen) await running.close();
  };
  onTestFinished(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  const request = (path: string, { headers, ...init }: RequestInit = {}) =>
    fetch(running.url + path, {
      ...init,
      headers: { Origin: PAGE_ORIGIN, ...(headers as Record<string, string>) },
    });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    db,
    uploadFolder: join(folder, 'uploads'),
    /** Sends a request as the page at `PAGE_ORIGIN` does. */
    call: request,
    /** Posts JSON; a string goes out as it is. */
    post,
    url: () => running.url,
    context: () => running.context,
    /** Signs a citizen in (`anna`, `ivan`…). Gives the headers of her requests. */
    headersOf: (id: string) => {
      const { sessions, wallNow } = running.context;
      const citizen = DEMO_CITIZENS.find((other) => other.id === id);
      if (!citizen) throw new Error(`There is no citizen ${id}`);
      return { Authorization: `Bearer ${sessions.signInWithoutWindow(citizen, wallNow().getTime())}` };
    },
    /** Changes the form's version in the data; the portal reads it when it restarts. */
    changeForm: (version: string) => {
      write('forms/detskiy-sad.json', { ...FORM, version });
    },
    changeRegion: (change: Partial<Region>) => {
      write('region.json', { ...TEST_REGION, ...change });
    },
    stop,
    /** Stops the portal, and starts it on the same database and data. */
    restart: async (changed: Partial<SandboxOptions> = {}) => {
      await stop();
      running = await start(changed);
    },
    sendApplication: async (body: object = exampleApplication(), key = newIdempotencyKey()) =>
      v.parse(
        ApplicationCreatedSchema,
        await (await post('/v1/applications', body, { 'Idempotency-Key': key })).json(),
      ),
    status: async ({ number, code }: { number: string; code: string }): Promise<ApplicationStatus> =>
      v.parse(
        ApplicationStatusSchema,
        await (
          await request(`/v1/applications/${number}/status`, { headers: { 'Okno-Case-Code': code } })
        ).json(),
      ),
    sendUpload: (
      content: Uint8Array<ArrayBuffer>,
      name = 'справка.jpg',
      headers: Record<string, string> = {},
    ) =>
      request('/v1/uploads', {
        method: 'POST',
        headers: {
          'Tus-Resumable': '1.0.0',
          'Upload-Length': String(content.length),
          'Upload-Metadata': `filename ${Buffer.from(name).toString('base64')}`,
          'Content-Type': 'application/offset+octet-stream',
          ...headers,
        },
        body: content,
      }),
  };
}

/** Waits until the file that a response of `sendUpload` is about has been scanned. Gives its record. */
export async function waitForUpload(sent: Response): Promise<Upload> {
  const url = new URL(sent.headers.get('Location') ?? '', sent.url);
  for (;;) {
    const record = v.parse(UploadRecordSchema, await (await fetch(url)).json());
    if (record.state !== 'scanning') return v.parse(UploadSchema, record);
  }
}

/** Reads the problem in a response. Throws an `Error` if the response is none. */
export async function readProblem(response: Response): Promise<Problem> {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json'))
    throw new Error(`${response.status} ${response.headers.get('Content-Type')}: ${await response.text()}`);
  return v.parse(ProblemSchema, await response.json());
}

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
/** What the portal takes for a JPEG: its first bytes are right. */
export const JPEG = bytes([0xff, 0xd8, 0xff, 0xda, 0, 2], 'photo', [0xff, 0xd9]);
/** A PNG of one pixel. It has to be a real one: the chunks before the picture tell PNG from APNG, the animated kind. */
export const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
/** What the portal takes for a PDF. */
export const PDF = bytes('%PDF-1.7 document');
