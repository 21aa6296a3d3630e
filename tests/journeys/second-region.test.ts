import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from '@playwright/test';

import {
  siteOriginsFrom,
  buildCatalogue,
  readHeaders,
  serveFolder,
  serveMunicipality,
  servePortal,
} from '../hosts/serve.ts';
import { fillUntilReview, trackCase, applicationForm, readReceipt, statusTracker } from './form.ts';

const FOLDER = resolve('.okno/second-region');
/** It stands below a path of its host, where a plain file server has put it. */
const BASE = '/catalog/';
const SECOND = { ...siteOriginsFrom(4431), catalogue: `http://localhost:4431${BASE}` };
/** An invented region: its content is that of the first one but for this file. */
const REGION = `
код: '99'
название: Примерская область
родительный: Примерской области
коротко: { родительный: области, предложный: области }
часовой пояс: Asia/Kamchatka
центр: { название: Примерск, родительный: Примерска, широта: 53.02, долгота: 158.65 }
контактный центр: { телефон: 8 800 000-00-99, пояснения: [бесплатно, по будням] }
федеральный портал: https://www.gosuslugi.ru
проверено: да
`;
const stops: (() => unknown)[] = [];

test.beforeAll(async () => {
  // A build of the whole catalogue, beside other checks.
  test.setTimeout(240_000);
  rmSync(FOLDER, { recursive: true, force: true });
  cpSync('content', `${FOLDER}/content`, { recursive: true });
  writeFileSync(`${FOLDER}/content/region.yaml`, REGION);
  const site = `${FOLDER}/site`;
  await buildCatalogue(site, SECOND, `${FOLDER}/content`);
  const servers = [
    await serveFolder(site, Number(new URL(SECOND.catalogue).port), {
      base: BASE,
      headers: readHeaders(site),
    }),
    await serveMunicipality(SECOND),
  ];
  const portal = await servePortal(site, `${FOLDER}/sandbox.sqlite`, SECOND);
  stops.push(() => portal.close(), ...servers.map((server) => () => server.close()));
});
test.afterAll(() => Promise.all(stops.map((stop) => stop())));

test('another region has its own name, telephone and contract', async ({ page, request }) => {
  await page.goto(SECOND.catalogue);
  await expect(page).toHaveTitle('Госуслуги Примерской области — каталог услуг и органов власти');
  const header = page.getByRole('banner');
  await expect(header).toContainText('Госуслуги Примерской области');
  await expect(header).not.toContainText('Это образец');
  await expect(header.getByRole('link', { name: '8 800 000-00-99' })).toHaveAttribute(
    'href',
    'tel:+78000000099',
  );
  await expect(page.getByRole('contentinfo')).toContainText('8 800 000-00-99 — бесплатно и по будням');
  await page.goto(`${SECOND.catalogue}addresses/`);
  await expect(page.getByRole('main')).toContainText('несколько городов и районов области');
  for (const address of [`${SECOND.catalogue}developers/openapi.json`, `${SECOND.portal}v1/openapi.json`]) {
    const { info } = (await (await request.get(address)).json()) as { info: { title: string } };
    expect(info.title).toBe('Портал услуг Примерской области');
  }
});

test('everything can be read below a path, without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await page.goto(SECOND.catalogue);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Все услуги' }).click();
  await main.getByRole('link', { name: 'Запись ребёнка в детский сад' }).click();
  await expect(page).toHaveURL(`${SECOND.catalogue}services/detskiy-sad/`);
  await main.getByRole('link', { name: 'Контакты', exact: true }).click();
  await main
    .getByRole('link', { name: /^Комитет по образованию/ })
    .first()
    .click();
  await main.getByRole('link', { name: 'детский сад', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('детский сад');
  await page.goto(`${SECOND.catalogue}services/detskiy-sad/#documents`);
  const links = await page
    .locator('a[href^="/"], link[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(links.filter((link) => !link?.startsWith(BASE))).toEqual([]);
  expect(missing).toEqual([]);
  await context.close();
});

test('search, suggestions and «Мои заявки» stay below the path', async ({ page }) => {
  await page.goto(`${SECOND.catalogue}acts/`);
  await page.getByRole('combobox', { name: 'Найти услугу' }).fill('садик');
  await page.keyboard.press('Enter');
  await page.getByRole('main').getByRole('link', { name: 'Запись ребёнка в детский сад' }).first().click();
  await expect(page).toHaveURL(`${SECOND.catalogue}services/detskiy-sad/`);
  await page.getByRole('combobox', { name: 'Найти услугу' }).pressSequentially('опека');
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(new RegExp(`^${SECOND.catalogue}services/opeka-`));
  await page.goto(`${SECOND.catalogue}my/#complain`);
  await expect(page).toHaveURL(`${SECOND.catalogue}complain/`);
});

test('a citizen of another region applies, and follows the case by the clocks there', async ({ page }) => {
  await page.goto(`${SECOND.municipality}?service=detskiy-sad`);
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  const receipt = await readReceipt(page);
  expect(receipt.number).toMatch(/^99-\d{4}-\d{6}$/);

  await page.goto(SECOND.municipality);
  await expect(statusTracker(page).getByText('Например, 99-2026-004217')).toBeVisible();
  await trackCase(page, SECOND.municipality, receipt);
  const accepted = statusTracker(page).getByRole('time').first();
  const there = new Date((await accepted.getAttribute('datetime')) ?? '').toLocaleTimeString('ru', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Kamchatka',
  });
  await expect(accepted).toContainText(there);
});
