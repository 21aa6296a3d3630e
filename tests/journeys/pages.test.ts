import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, test, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

import { PAGE_TYPES } from '../page-types.ts';
import { JOURNEY_FOLDER, JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

const PAGES = Object.values(PAGE_TYPES);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: { run: (options: RunOptions) => Promise<AxeResults> };

/** What axe finds in the page, which has {@link AXE}. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.beforeAll(() => journeySandbox.start());

for (const path of PAGES) {
  test(`/${path} is accessible, narrow, and asks nobody else for anything`, async ({ page }) => {
    const strangers: string[] = [];
    const told: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:http:\/\/localhost:44\d\d\/|data:)/.test(request.url())) strangers.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() !== 'log' && !path.startsWith('no-such')) told.push(message.text());
    });
    page.on('pageerror', (error) => told.push(error.message));

    await page.goto(JOURNEY_ORIGINS.catalogue + path, { waitUntil: 'networkidle' });
    await page.evaluate(AXE);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(page), 'wide and dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await faultsOf(page), 'narrow and light').toEqual([]);
    expect(await overflowOf(page), 'at 320 px').toBe(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    for (const box of await page.locator('input[type=search]').all())
      expect((await box.boundingBox())?.width, 'the search at 320 px with text at 200 %').toBeGreaterThan(
        150,
      );
    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await overflowOf(page), 'with text at 200 %').toBe(0);
    expect(strangers).toEqual([]);
    expect(told).toEqual([]);
  });
}

test('every page says that the content is a demonstration, and can be read without script', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of PAGES) {
    await page.goto(JOURNEY_ORIGINS.catalogue + path);
    await expect(page.getByText('Это образец').first(), path).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
  }
  await page.goto(`${JOURNEY_ORIGINS.catalogue}services/detskiy-sad/`);
  await page.getByRole('link', { name: 'Документы', exact: true }).click();
  await expect(page).toHaveURL(/\/detskiy-sad\/#documents$/);
  await expect(page.getByText('номер — в заявлении, оригинал — при визите')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Как получить', exact: true })).toBeHidden();
  // A tab has an address.
  await page.goto(`${JOURNEY_ORIGINS.catalogue}services/detskiy-sad/#contacts`);
  await expect(page.getByRole('heading', { name: 'Кто отвечает' }).first()).toBeVisible();
  await expect(page.getByText('номер — в заявлении, оригинал — при визите')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  for (const name of ['Как получить', 'Что выдадут', 'Кто отвечает', 'Законы'])
    await expect(page.locator('h2', { hasText: name }).first(), `${name} on paper`).toBeVisible();
  await context.close();
});

test('the list of services is filtered, has an address to share, and sections without script', async ({
  page,
  browser,
}) => {
  await page.goto(`${JOURNEY_ORIGINS.catalogue}services/`);
  await page.getByText('Отбор: орган').click();
  await page.getByLabel('Уровень').selectOption('municipal');
  await expect(page.getByRole('status')).toContainText('Найдено');
  const entries = page.locator('.services > li');
  const count = Number(/\d+/u.exec(await page.getByRole('status').innerText())?.[0]);
  expect(count).toBeLessThan(31);
  await expect(entries).toHaveCount(count);
  await entries.first().getByRole('link').click();
  await page.goBack();
  await expect(entries).toHaveCount(count);
  await page.reload();
  await expect(entries).toHaveCount(count);
  await page.getByRole('button', { name: 'Снять отбор: Муниципальная' }).click();
  await expect(page.getByRole('status')).toContainText('31');
  expect(new URL(page.url()).search).toBe('');

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${JOURNEY_ORIGINS.catalogue}services/`);
  await plain.getByText('Отбор: орган').click();
  await plain.getByRole('link', { name: 'Услуги по разделам' }).click();
  await plain.getByRole('link', { name: `Муниципальная (${count})` }).click();
  await expect(plain.locator('.services > li')).toHaveCount(count);
  await context.close();
});

test('a card is reached by keyboard alone', async ({ page }) => {
  await page.goto(JOURNEY_ORIGINS.catalogue);
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', /#/);
  for (let presses = 0; presses < 40; presses++) {
    const type = await page.evaluate(() => document.activeElement?.getAttribute('type'));
    if (type === 'search') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('садик');
  await page.keyboard.press('Enter');
  const first = page.locator('main a', { hasText: 'детский сад' }).first();
  await expect(first).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    if (await first.evaluate((link) => link === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('детский сад');
});

/** A page of the search with results. `npm run bench:search` asks all queries; here the page is what is tested. */
const SEARCHES = [
  { query: 'садик', first: '/services/detskiy-sad/', says: 'Найдено' },
  { query: 'суьсидия', first: '/services/subsidii-zhku/', says: 'Искали «субсидия»' },
  { query: 'телефон мфц', first: '/agencies/mfc/', says: 'Телефон' },
  { query: 'сколько стоит загран', first: '/services/zagranpasport/', says: 'Стоимость' },
  { query: '210-фз', first: '/acts/#210-fz', says: 'Правовой акт' },
  { query: 'кулунда', first: '/municipalities/#kulundinskiy-rayon', says: 'Район или город' },
  { query: 'зоопарк', first: undefined, says: 'такой услуги в каталоге нет' },
  { query: 'заявление 22-2026-000123', first: undefined, says: 'Проверить, что с заявлением' },
];

test('what people type leads to what they want', async ({ page }) => {
  await page.goto(`${JOURNEY_ORIGINS.catalogue}search/`);
  const main = page.getByRole('main');
  for (const { query, first, says } of SEARCHES) {
    await main.getByLabel('Что найти').fill(query);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toContainText(`«${query}»`);
    await expect(main.getByText(says).filter({ visible: true }).first(), query).toBeVisible();
    if (first)
      await expect(page.locator('[data-search=results] a').first(), query).toHaveAttribute(
        'href',
        new RegExp(`${first}$`),
      );
  }
  await expect(main.getByRole('link', { name: 'Проверить, что с заявлением' })).toHaveAttribute(
    'href',
    /status\/#22-2026-000123$/,
  );
});

test('the catalogue that is built has nothing of the gallery for developers', async ({ page }) => {
  const answer = await page.goto(`${JOURNEY_ORIGINS.catalogue}_gallery/`);
  expect(answer?.status()).toBe(404);
  const files = globSync('**/*.{html,js}', { cwd: JOURNEY_FOLDER }).map(
    (file) => `${JOURNEY_FOLDER}/${file}`,
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /_gallery|for-tests/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
