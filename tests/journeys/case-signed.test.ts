import { expect, test, type Locator, type Page } from '@playwright/test';

import { answerQuestion, chooseVisit, downloadResult, mendAndSendAgain, payInvoice } from './case-steps.ts';
import { applicationForm, fillUntilReview, readReceipt, statusTracker } from './form.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.beforeAll(() => journeySandbox.start());

const { municipality, portal } = JOURNEY_ORIGINS;

/** Signs in as Anna in the portal's own window. */
async function signInAsAnna(page: Page, button: Locator): Promise<void> {
  const opened = page.waitForEvent('popup');
  await button.click();
  const window = await opened;
  await window.waitForURL(`${portal}**`);
  await window.getByRole('button', { name: 'Примерова' }).click();
}

test('a citizen who has signed in lives the same case on another device, without any code', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await page.goto(`${municipality}?service=detskiy-sad`);
  await signInAsAnna(page, applicationForm(page).getByRole('button', { name: 'Войти и подставить' }));
  await expect(applicationForm(page).getByText('Здравствуйте, Анна')).toBeVisible();
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  const { number } = await readReceipt(page);

  const device = await browser.newContext();
  const other = await device.newPage();
  await other.goto(`${municipality}?service=detskiy-sad`);
  await other.evaluate(() => {
    document.querySelector('okno-status-tracker')?.before(document.createElement('okno-my-applications'));
  });
  const list = other.locator('okno-my-applications');
  await signInAsAnna(other, list.getByRole('button', { name: 'Войти и увидеть все заявки' }));
  await list.getByRole('listitem').filter({ hasText: number }).getByRole('button').first().click();
  await expect(statusTracker(other).getByRole('heading', { name: number })).toBeVisible();
  const steps = { page: other, number, confirm: () => Promise.resolve() };
  await answerQuestion(steps);
  await payInvoice(steps);
  await chooseVisit(steps);
  const mended = await mendAndSendAgain(steps);
  journeySandbox.moveCase(mended.number, { to: 'ready' });
  await applicationForm(other).getByRole('button', { name: 'Что с заявлением' }).click();
  await expect(statusTracker(other).getByRole('heading', { name: mended.number })).toBeVisible();
  await expect(statusTracker(other).getByText(`Прежнее, с отказом, — № ${number}`)).toBeVisible();
  await downloadResult({ ...steps, number: mended.number });
  await device.close();
});
