import { existsSync } from 'node:fs';

import { expect, it } from 'vitest';

import { offerVisit } from '../appointments/visit-offers.ts';
import { findCase, type Case } from '../cases/cases.ts';
import { issueInvoice, payInvoice } from '../payments/invoices.ts';
import { runTransaction } from '../store/database.ts';
import { answerComplaint } from '../workflow/complaint-answers.ts';
import { moveCaseTo } from '../workflow/officials.ts';
import { tellOverdueCases } from '../workflow/overdue.ts';
import {
  EXAMPLE_ANSWERS,
  PAGE_ORIGIN,
  TEST_NOW,
  exampleApplication,
  exampleComplaint,
  newIdempotencyKey,
  startTestSandbox,
} from '../testing.ts';
import { readOutbox } from './outbox.ts';

const CONTACTS = { email: 'olga@example.ru', phone: '+79031234567' };
type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const apply = (portal: Portal) =>
  portal.sendApplication(exampleApplication({ ...EXAMPLE_ANSWERS, ...CONTACTS }));
const caseOf = (portal: Portal, number: string) => findCase(portal.context().db, number) as Case;
const sent = (portal: Portal, channel: 'email' | 'sms') =>
  readOutbox(portal.context())
    .filter((notice) => notice.channel === channel)
    .reverse();

/** Somebody who has signed in books a time, and asks what takes a while. */
async function bookAsAnna(portal: Portal) {
  const headers = () => ({ 'Idempotency-Key': newIdempotencyKey(), ...portal.headersOf('anna') });
  const visit = { office: 'komitet', startsAt: '2026-11-26T09:00:00+07:00' };
  expect((await portal.post('/v1/appointments', visit, headers())).status).toBe(201);
  const question = { kind: 'enforcementProceedings' };
  expect((await portal.post('/v1/instant-requests', question, headers())).status).toBe(202);
}

/** Does all that officials can do with cases of somebody who has not signed in. */
async function liveThrough(portal: Portal) {
  const context = portal.context();
  const [first, second] = [await apply(portal), await apply(portal)];
  moveCaseTo(context, first.number, { to: 'checked' });
  moveCaseTo(context, first.number, { text: 'Мы вам напишем.' });
  moveCaseTo(context, first.number, { to: 'asked', text: 'Где печать?' });
  moveCaseTo(context, first.number, {});
  runTransaction(context.db, () => {
    issueInvoice(context, first.number, { purpose: 'Пошлина', amount: 35_000 });
    offerVisit(context, caseOf(portal, first.number), {
      purpose: 'Покажите подлинник.',
      bring: [],
    });
  });
  payInvoice(context, String(context.db.prepare('SELECT uin FROM invoices').get()?.['uin']));
  moveCaseTo(context, first.number, { to: 'ready' });
  moveCaseTo(context, second.number, { overdue: true });
  moveCaseTo(context, second.number, { to: 'refused', text: 'Фамилия с ошибкой.' });
  const key = { 'Idempotency-Key': newIdempotencyKey() };
  const complaint = await portal.post('/v1/complaints', exampleComplaint(), key);
  const { number } = (await complaint.json()) as { number: string };
  answerComplaint(context, number, { satisfied: true, text: 'Вы правы.' });
  await bookAsAnna(portal);
  return { first, second, complaint: number };
}

it('who has applied without signing in is told of everything, by e-mail and SMS', async () => {
  const portal = await startTestSandbox();
  const { first, second } = await liveThrough(portal);
  const subjects = sent(portal, 'email').map(({ subject }) => subject);
  for (const words of [
    `Заявление ${first.number} принято`,
    `По заявлению ${first.number} вам написали`,
    `По заявлению ${first.number} вам задали вопрос`,
    `По заявлению ${first.number} пришёл счёт`,
    `Счёт по заявлению ${first.number} оплачен`,
    `По заявлению ${first.number} вас приглашают прийти`,
    `Результат по заявлению ${first.number} готов`,
    `Ответ по заявлению ${second.number} опаздывает`,
    `По заявлению ${second.number} отказали`,
  ])
    expect(subjects).toContainEqual(expect.stringContaining(words));
  const texts = sent(portal, 'sms').map(({ to, text }) => `${to} ${text}`);
  expect(texts).toContainEqual(
    `${CONTACTS.phone} Результат по заявлению ${first.number} готов. ${PAGE_ORIGIN}/status/#${first.number}`,
  );
  expect(texts.join()).not.toContain('есть новости');
});

it('every link of every letter and SMS leads to something that is there, and no code is in any', async () => {
  const portal = await startTestSandbox();
  const { first, second, complaint } = await liveThrough(portal);
  const said = readOutbox(portal.context()).map(({ subject = '', text }) => `${subject}\n${text}`);
  expect(said.join()).not.toMatch(/кабинет/i);
  for (const { code } of [first, second]) expect(said.join()).not.toContain(code);
  const links = new Set(said.flatMap((text) => text.match(/https?:\/\/\S+/g) ?? []));
  const cases = [first.number, second.number, complaint].map((number) => `${PAGE_ORIGIN}/status/#${number}`);
  const pages = [...links].filter((link) => link.startsWith(PAGE_ORIGIN)).sort();
  expect(pages).toEqual([...cases, `${PAGE_ORIGIN}/my/`].sort());
  // Pages of the catalogue: each is a folder of `site/pages`.
  for (const page of pages)
    expect(existsSync(`site/pages${new URL(page).pathname}index.astro`), page).toBe(true);
  const ownLinks = [...links].filter((link) => !link.startsWith(PAGE_ORIGIN));
  expect(ownLinks.length).toBeGreaterThanOrEqual(2);
  for (const link of ownLinks) {
    const response = await fetch(link);
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('Не писать больше'),
    ]);
  }
});

it('a letter can be unsubscribed from, by a button and not by the link alone', async () => {
  const portal = await startTestSandbox();
  const { number } = await apply(portal);
  const [link = ''] = /https?:\S+\/unsubscribe\/\S+/.exec(sent(portal, 'email')[0]?.text ?? '') ?? [];
  await fetch(link);
  moveCaseTo(portal.context(), number, { to: 'checked' });
  expect(sent(portal, 'email')).toHaveLength(2);
  // What the button of the page sends.
  const press = (url: string) => fetch(url, { method: 'POST', headers: { Origin: portal.url() } });
  expect(await (await press(link)).text()).toContain('Больше не пишем');
  moveCaseTo(portal.context(), number, { to: 'ready' });
  expect(sent(portal, 'email')).toHaveLength(2);
  expect(sent(portal, 'sms').at(-1)?.text).toContain('готов');
  const forged = `${link.slice(0, -4)}AAAA`;
  expect((await fetch(forged)).status).toBe(404);
  expect((await press(forged)).status).toBe(404);
});

it('kinds are chosen by number and code, for addresses that are there', async () => {
  const portal = await startTestSandbox();
  const { number, code } = await apply(portal);
  const put = (body: object) =>
    portal.call(`/v1/applications/${number}/notices`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'Okno-Case-Code': code },
      body: JSON.stringify(body),
    });
  const chosen = { email: ['result'], sms: [], quietAtNight: false };
  expect(await (await put(chosen)).json()).toEqual({
    ...chosen,
    sentTo: { email: 'o•••@example.ru', sms: '+7 ••• •••-45-67' },
  });
  const before = readOutbox(portal.context()).length;
  moveCaseTo(portal.context(), number, { to: 'ready' });
  expect(readOutbox(portal.context())).toHaveLength(before + 1);
  expect((await put({ ...chosen, email: ['gossip'] })).status).toBe(422);
});

it('a last day that is over is told once, by itself', async () => {
  const clock = { now: TEST_NOW };
  const portal = await startTestSandbox({ wallNow: () => clock.now });
  const { number } = await apply(portal);
  clock.now = new Date('2026-12-05T05:00:00Z');
  tellOverdueCases(portal.context());
  tellOverdueCases(portal.context());
  const late = sent(portal, 'email').filter(({ subject }) => subject?.includes('опаздывает'));
  expect(late).toMatchObject([{ subject: expect.stringContaining(number) as string }]);
});
