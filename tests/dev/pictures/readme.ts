import type { Locator, Page } from 'playwright-core';

import type { SiteOrigins } from '../../hosts/serve.ts';
import type { Camera } from './camera.ts';

/** Answers to the first two steps of the application form, by the labels of their fields. */
const STEPS = [
  {
    Фамилия: 'Примерова',
    Имя: 'Анна',
    СНИЛС: '112-233-445 95',
    Телефон: '8 903 123-45-67',
    'Электронная почта': 'anna@example.ru',
  },
  { 'Фамилия ребёнка': 'Примеров', 'Имя ребёнка': 'Пётр', 'Дата рождения': '01.02.2024' },
];

/** Takes the two pictures of README.md anew: a card, and the form on a municipality's page. */
export async function takeReadme({ page }: Camera, addresses: SiteOrigins, folder: string): Promise<void> {
  await page.goto(`${addresses.catalogue}services/detskiy-sad/`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}/card.png` });

  const address = (await openAtAddress(page, addresses)).getByRole('combobox', { name: 'Адрес' });
  await address.fill('барн лен 12');
  await page.getByRole('option').first().waitFor();
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await page.screenshot({ path: `${folder}/form.png` });
}

/** Opens the application form on the municipality's page and fills it in up to the address. */
async function openAtAddress(page: Page, { municipality }: SiteOrigins): Promise<Locator> {
  await page.goto(`${municipality}?service=detskiy-sad`);
  const form = page.locator('okno-application-form');
  for (const answers of STEPS) {
    for (const [label, value] of Object.entries(answers))
      await form.getByRole('textbox', { name: label }).first().fill(value);
    await form.getByRole('button', { name: 'Дальше' }).click();
  }
  return form;
}
