import { get } from 'node:http';

import { describe, expect, it } from 'vitest';

import { PAGE_ORIGIN, exampleApplication, newIdempotencyKey, startTestSandbox } from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const shown = async (portal: Portal, path: string) => (await fetch(portal.url() + path)).text();
const press = (portal: Portal, path: string, fields = {}, origin = portal.url()) =>
  fetch(portal.url() + path, {
    method: 'POST',
    headers: { Origin: origin },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

describe('the page of cases', () => {
  it('is where the portal’s address leads', async () => {
    const portal = await startTestSandbox();
    expect((await fetch(portal.url())).url).toBe(`${portal.url()}/sandbox/`);
    expect(await shown(portal, '/sandbox/')).toContain('Пока нет ни одного дела');
  });

  it('moves a case on and stays', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    expect(await shown(portal, '/sandbox/')).toContain('Зарегистрировано');
    const response = await press(portal, `/sandbox/cases/${number}`, { from: 'list' });
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/sandbox/']);
    expect(await shown(portal, '/sandbox/')).toContain('Документы проверены');
  });
});

describe('the page of a case', () => {
  it('tells what was done, and who applied', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    await press(portal, `/sandbox/cases/${number}`);
    const text = await shown(portal, `/sandbox/cases/${number}`);
    expect(text).toContain('без входа');
    expect(text).toContain('Документы проверены');
    expect((await fetch(`${portal.url()}/sandbox/cases/22-2026-999999`)).status).toBe(404);
  });

  it.each([
    ['asks', { to: 'asked', text: 'Где печать?' }, 'Ждём ответа заявителя'],
    ['refuses', { to: 'refused', text: 'Снимок тёмный' }, 'Отказано'],
    ['is late', { overdue: 'yes' }, 'просрочен'],
    ['writes', { text: 'Ждём вас' }, 'Письмо'],
  ])('%s', async (_, fields, words) => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    const path = `/sandbox/cases/${number}`;
    expect((await press(portal, path, fields)).headers.get('Location')).toBe(path);
    expect(await shown(portal, path)).toContain(words);
  });

  it('sends an invoice', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    await press(portal, `/sandbox/cases/${number}/invoices`, { purpose: 'Пошлина', rubles: '350' });
    const { db } = portal.context();
    expect(db.prepare('SELECT application, amount FROM invoices').all()).toEqual([
      { application: number, amount: 35_000 },
    ]);
    expect((await press(portal, `/sandbox/cases/${number}/invoices`, { rubles: '-1' })).status).toBe(409);
  });

  it('says why something cannot be done', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    const path = `/sandbox/cases/${number}`;
    expect(await (await press(portal, path, { to: 'refused', text: ' ' })).text()).toContain(
      'Напишите текст',
    );
    await press(portal, path, { to: 'refused' });
    const response = await press(portal, path);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('Дело закончено');
  });

  it('writes what people typed as text', async () => {
    const portal = await startTestSandbox();
    const { number } = await portal.sendApplication();
    await press(portal, `/sandbox/services/detskiy-sad`, { reason: '<script>alert(1)</script>' });
    expect(await shown(portal, '/sandbox/services')).not.toContain('<script>');
    expect((await press(portal, `/sandbox/cases/${number}/../../x`)).status).toBe(404);
  });
});

describe('the page of a complaint', () => {
  it('shows what is complained of, and sends the answer', async () => {
    const portal = await startTestSandbox();
    const complaint = {
      ground: 'overdue',
      agency: 'komitet',
      text: 'Ждём второй месяц',
      name: 'Анна Примерова',
      email: 'anna.primerova@example.com',
      consent: { version: '2026-11-21' },
    };
    await portal.post('/v1/complaints', complaint, { 'Idempotency-Key': newIdempotencyKey() });
    const path = '/sandbox/complaints/22-2026-000001';
    expect(await shown(portal, '/sandbox/complaints')).toContain('Зарегистрирована');
    expect(await shown(portal, path)).toContain('Ждём второй месяц');
    await press(portal, path);
    expect(await shown(portal, path)).toContain('Рассматривают');
    expect((await press(portal, path, { verdict: 'satisfied', text: '' })).status).toBe(409);
    await press(portal, path, { verdict: 'satisfied', text: 'Простите, исправили.' });
    expect(await shown(portal, path)).toContain('Жалобу признали верной');
    expect(await shown(portal, '/sandbox/outbox')).toContain('Ответ на жалобу 22-2026-000001');
    const again = await press(portal, path, { verdict: 'rejected', text: 'Нет' });
    expect(await again.text()).toContain('уже ответили');
    expect((await fetch(`${portal.url()}/sandbox/complaints/22-2026-000009`)).status).toBe(404);
  });
});

describe('the page of services', () => {
  it('pauses one and opens it again', async () => {
    const portal = await startTestSandbox();
    const path = '/sandbox/services/detskiy-sad';
    await press(portal, path, { reason: 'Меняем порядок приёма.', resumesOn: '2026-12-01' });
    expect(await shown(portal, '/sandbox/services')).toMatch(
      /Меняем порядок приёма\.\s+Откроется 1 декабря 2026/,
    );
    const refused = await portal.post('/v1/applications', exampleApplication(), {
      'Idempotency-Key': newIdempotencyKey(),
    });
    expect(refused.status).toBe(409);
    await press(portal, path);
    expect((await portal.sendApplication()).number).toBe('22-2026-000001');
    expect((await press(portal, '/sandbox/services/nothing')).status).toBe(404);
  });
});

describe('the page of faults', () => {
  const FIELDS = {
    path: '/v1/',
    often: 'next',
    count: '2',
    seed: '1',
    ms: '0',
    jitter: '0',
    retryAfter: '5',
    hours: '0',
    when: 'after',
  };

  it('adds one and takes all away', async () => {
    const portal = await startTestSandbox();
    await press(portal, '/sandbox/faults', { ...FIELDS, kind: 'unavailable', method: 'POST' });
    expect(portal.context().faults.list()).toEqual([
      { kind: 'unavailable', retryAfter: 5, path: '/v1/', methods: ['POST'], often: { next: 2 } },
    ]);
    expect(await shown(portal, '/sandbox/faults')).toContain('Не справляется (503)');
    await press(portal, '/sandbox/faults', { clear: 'yes' });
    expect(portal.context().faults.list()).toEqual([]);
    expect((await press(portal, '/sandbox/faults', { ...FIELDS, kind: 'none' })).status).toBe(409);
  });

  it('takes them as JSON from programs', async () => {
    const portal = await startTestSandbox();
    const url = `${portal.url()}/sandbox/faults`;
    const ask = (method: string, body: string | null = null, Origin?: string) =>
      fetch(url, {
        method,
        body,
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          ...(Origin && { Origin }),
        },
      });
    const fault = JSON.stringify({ kind: 'error', often: { oneOf: 3, seed: 7 } });
    expect((await ask('POST', fault)).status).toBe(201);
    expect(await (await ask('GET')).json()).toMatchObject({ faults: [{ kind: 'error' }] });
    expect((await ask('POST', '{"kind":"none"}')).status).toBe(422);
    expect((await ask('POST', fault, PAGE_ORIGIN)).status).toBe(403);
    expect((await ask('DELETE', null, PAGE_ORIGIN)).status).toBe(403);
    expect((await ask('DELETE')).status).toBe(204);
    expect(portal.context().faults.list()).toEqual([]);
  });
});

it.each(['complaints', 'outbox', 'citizens', 'services', 'faults'])(
  'the page of %s is there',
  async (room) => {
    const portal = await startTestSandbox();
    const response = await fetch(`${portal.url()}/sandbox/${room}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('aria-current="page"');
  },
);

it.each(['/sandbox/faults', '/sandbox/services/detskiy-sad', '/sandbox/cases/22-2026-000001'])(
  'other pages cannot give orders to %s',
  async (path) => {
    const portal = await startTestSandbox();
    await portal.sendApplication();
    expect((await press(portal, path, {}, PAGE_ORIGIN)).status).toBe(403);
    expect((await press(portal, path, {}, 'null')).status).toBe(403);
  },
);

describe('the officials’ pages', () => {
  it('answer their own host name only: another name that leads here is a page of a stranger', async () => {
    const portal = await startTestSandbox();
    const ask = (host: string) =>
      new Promise<number | undefined>((done) => {
        get(`${portal.url()}/sandbox/`, { headers: { Host: host } }, (response) => {
          response.resume();
          done(response.statusCode);
        });
      });
    const { port } = new URL(portal.url());
    expect(await ask(`localhost:${port}`)).toBe(200);
    expect(await ask(`127.0.0.1:${port}`)).toBe(200);
    for (const host of [`evil.test:${port}`, 'evil.test', `localhost.evil.test:${port}`])
      expect(await ask(host)).toBe(403);
  });

  it('invite the applicant, and name the answers that a refusal is about', async () => {
    const portal = await startTestSandbox();
    const created = await portal.sendApplication();
    const path = `/sandbox/cases/${created.number}`;
    expect(await shown(portal, path)).toContain('Пригласить прийти');
    await press(portal, `${path}/visits`, { purpose: 'Покажите подлинник.' });
    expect((await portal.status(created)).need).toMatchObject({ kind: 'choose-time' });
    await press(portal, path, { to: 'refused', text: 'Фамилия с ошибкой.', fields: 'childLastName' });
    const headers = { 'Okno-Case-Code': created.code };
    const application = await portal.call(`/v1/applications/${created.number}`, { headers });
    expect(await application.json()).toMatchObject({
      refusal: { text: 'Фамилия с ошибкой.', fields: ['childLastName'] },
    });
  });
});
