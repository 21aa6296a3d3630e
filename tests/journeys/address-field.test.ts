import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { expect, test, type Page } from '@playwright/test';

import { JOURNEY_ORIGINS } from './journey-portal.ts';

const WIDGETS = `${JOURNEY_ORIGINS.catalogue}widgets/`;

/** Somebody's page with a plain form, far from the catalogue: what is posted comes back as JSON. */
const server = createServer((request, response) => {
  void (async () => {
    const scripts = new URL(request.url ?? '/', 'http://localhost').searchParams.getAll('script');
    const posted = Object.fromEntries(new URLSearchParams(await text(request)));
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html>
      <html lang="ru"><title>Заявка</title><link rel="icon" href="data:,">
      ${scripts.map((name) => `<script type="module" src="${WIDGETS}${name}"></script>`).join('')}
      <pre>${request.method === 'POST' ? JSON.stringify(posted) : ''}</pre>
      <form method="post">
        <label for="home">Где вы живёте</label>
        <okno-address-field id="home" name="home"></okno-address-field>
        <button>Отправить</button>
      </form>`);
  })();
});
let page: string;

test.beforeAll(async () => {
  await once(server.listen(0), 'listening');
  page = `http://localhost:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  server.close();
});

const field = (on: Page) => on.getByRole('combobox', { name: 'Где вы живёте' });

async function post(on: Page): Promise<unknown> {
  await on.getByRole('button', { name: 'Отправить' }).click();
  await expect(on.locator('pre')).not.toBeEmpty();
  return JSON.parse(await on.locator('pre').innerText());
}

for (const scripts of [
  ['address-field.js'],
  ['address-field.js', 'address-field.js?again', 'okno.js'],
  ['okno.js', 'address-field.js'],
])
  test(`the address field posts in a plain form of a plain page, by ${scripts.join(' and ')}`, async ({
    page: on,
  }) => {
    const told: string[] = [];
    on.on('console', (message) => told.push(message.text()));
    on.on('pageerror', (error) => told.push(error.message));
    await on.goto(`${page}?${scripts.map((name) => `script=${encodeURIComponent(name)}`).join('&')}`);
    await field(on).pressSequentially('бийск мерлина 5');
    await on.getByRole('option', { name: 'Бийск, ул Петра Мерлина, 5' }).click();
    await expect(field(on)).toHaveValue('Бийск, ул Петра Мерлина, 5');
    await field(on).pressSequentially(', кв 7');
    await field(on).press('Tab');
    await expect(on.getByText('Индекс 659302')).toBeVisible();
    expect(await post(on)).toEqual({
      home: 'Бийск, ул Петра Мерлина, 5, кв 7',
      'home.kladr': '22000004000001500',
      'home.okato': expect.stringMatching(/^014\d{8}$/) as unknown,
      'home.postcode': '659302',
      'home.house': '5',
      'home.flat': '7',
    });
    expect(told).toEqual([]);
  });

test('the address field asks for nothing but its files and the index, and works when the connection is gone', async ({
  page: on,
  context,
}) => {
  const asked: string[] = [];
  on.on('request', (request) => asked.push(request.url()));
  await on.goto(`${page}?script=address-field.js`);
  await field(on).pressSequentially('барн лен');
  await expect(on.getByRole('option').first()).toContainText('Барнаул, пр-кт Ленина');
  expect(
    asked.filter(
      (url) =>
        !url.startsWith(page) &&
        !url.startsWith(`${WIDGETS}addresses/`) &&
        !/\/widgets\/parts\/(?:ex|fi|ho|li|pa|po|re|ro)[\w-]{7}\.js$/.test(url) &&
        url !== `${WIDGETS}address-field.js`,
    ),
  ).toEqual([]);
  await context.setOffline(true);
  await field(on).fill('');
  await field(on).pressSequentially('барнаул ленинград');
  await on.getByRole('option', { name: 'Барнаул, ул Ленинградская' }).click();
  await expect(field(on)).toHaveValue('Барнаул, ул Ленинградская, ');
});
