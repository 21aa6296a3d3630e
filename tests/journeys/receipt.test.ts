import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { applicationForm, fillUntilReview, readReceipt } from './form.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.beforeAll(() => journeySandbox.start());

test('a receipt is checked by anybody, without a connection; one that was changed is refused', async ({
  page,
}) => {
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  const { number } = await readReceipt(page);
  await applicationForm(page).getByText('Сохранить', { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    applicationForm(page).getByRole('button', { name: 'Расписка с подписью портала' }).click(),
  ]);
  const file = readFileSync(await download.path(), 'utf8');

  await page.goto(new URL('/receipt/', JOURNEY_ORIGINS.catalogue).href);
  const verdict = page.locator('#verdict');
  const choose = (content: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'расписка.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    });
  await choose(file);
  await expect(verdict).toContainText('Расписка настоящая');
  await expect(verdict).toContainText(number);
  await expect(verdict).toContainText('Примерова Анна');

  await page.context().setOffline(true);
  const { payload, ...rest } = JSON.parse(file) as Record<string, string>;
  const other = Buffer.from(payload ?? '', 'base64url')
    .toString()
    .replace('Примерова', 'Примерока');
  await choose(JSON.stringify({ ...rest, payload: Buffer.from(other).toString('base64url') }));
  await expect(verdict).toContainText('Расписка не настоящая');
  await choose(file);
  await expect(verdict).toContainText('Расписка настоящая');
  await choose('Привет');
  await expect(verdict).toContainText('Это не расписка');
  await page.context().setOffline(false);

  // As the camera of a telephone opens it.
  const compact = [rest['protected'], payload, rest['signature']].join('.');
  await page.goto('about:blank');
  await page.goto(new URL(`/receipt/#${compact}`, JOURNEY_ORIGINS.catalogue).href);
  await expect(verdict).toContainText('Расписка настоящая');
});
