import { expect, test, type Page } from '@playwright/test';

import { SIGNED } from '../../widgets/instant-service/signed-for-tests.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.beforeAll(() => journeySandbox.start());

/** From the card to the answer: the card's main button, what is asked, signing in in the portal's window. */
async function ask(
  page: Page,
  slug: string,
  fill: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.goto(`${JOURNEY_ORIGINS.catalogue}services/${slug}/`);
  await page.getByRole('link', { name: 'Узнать сейчас' }).click();
  await expect(page).toHaveURL(`${JOURNEY_ORIGINS.catalogue}instant/${slug}/`);
  await page.locator('okno-instant-service').getByRole('button', { name: 'Узнать' }).waitFor();
  await fill();
  await page.getByRole('button', { name: 'Узнать' }).click();
  const window = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Войти и узнать' }).click();
  await (await window).getByRole('button', { name: /Анна/ }).click();
}

const ANSWERS: [slug: string, answer: string, fill?: (page: Page) => Promise<void>][] = [
  ['shtrafy-gibdd', 'Постановление', (page) => page.getByLabel('Номер машины').fill('А123ВС22')],
  ['nalogovaya-zadolzhennost', 'Транспортный налог', (page) => page.getByLabel('ИНН').fill('220000000217')],
  ['pensionnyy-schet', 'Пенсионные баллы'],
  ['ispolnitelnye-proizvodstva', 'Взыскание штрафа'],
  [
    'proverka-podpisi',
    'Подпись верна',
    (page) =>
      page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'справка.pdf', mimeType: 'application/pdf', buffer: Buffer.from(SIGNED.pdf) }),
  ],
];

for (const [slug, answer, fill] of ANSWERS)
  test(`a citizen asks on the spot, from the card: ${slug}`, async ({ page }) => {
    await ask(page, slug, () => fill?.(page) ?? Promise.resolve());
    const widget = page.locator('okno-instant-service');
    await expect(widget.getByText(answer).first()).toBeVisible();
    await expect(widget.getByText('Ответ выдуман: это учебный портал.')).toBeVisible();
  });
