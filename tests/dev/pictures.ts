/** `npm run pictures`: the two pictures of README.md, taken anew. */
import { chromium } from 'playwright-core';

import { findChromium } from '../browsers.ts';
import { addressesFrom, build, serveFolder, serveMunicipality, servePortal } from '../hosts/serve.ts';

const FOLDER = '.okno/pictures';
const PICTURES = new URL('pictures/', import.meta.url).pathname;
const addresses = addressesFrom(4621);

await build(FOLDER, addresses);
const servers = [
  await serveFolder(FOLDER, Number(new URL(addresses.catalogue).port)),
  await serveMunicipality(addresses),
];
const portal = await servePortal(FOLDER, `${FOLDER}.sqlite`, addresses);
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage({ viewport: { width: 1120, height: 1000 }, locale: 'ru-RU' });

await page.goto(`${addresses.catalogue}services/detskiy-sad/`, { waitUntil: 'networkidle' });
await page.screenshot({ path: `${PICTURES}card.png` });

await page.goto(`${addresses.municipality}?service=detskiy-sad`);
const form = page.locator('okno-application-form');
const fill = async (answers: Record<string, string>) => {
  for (const [label, value] of Object.entries(answers))
    await form.getByRole('textbox', { name: label }).first().fill(value);
  await form.getByRole('button', { name: 'Дальше' }).click();
};
await fill({
  Фамилия: 'Примерова',
  Имя: 'Анна',
  СНИЛС: '112-233-445 95',
  Телефон: '8 903 123-45-67',
  'Электронная почта': 'anna@example.ru',
});
await fill({ 'Фамилия ребёнка': 'Примеров', 'Имя ребёнка': 'Пётр', 'Дата рождения': '01.02.2024' });
await form.getByRole('combobox', { name: 'Адрес' }).pressSequentially('барн лен 12');
await form.getByRole('option').first().waitFor();
await page.evaluate(() => {
  scrollTo(0, 0);
});
await page.screenshot({ path: `${PICTURES}form.png` });

await browser.close();
for (const server of servers) server.close();
await portal.close();
