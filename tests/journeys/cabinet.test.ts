import { expect, test, type Locator, type Page } from '@playwright/test';

import { LAUNCH_OPTIONS } from './embedded-page.ts';
import { applicationForm, fillUntilReview, readReceipt, statusTracker, type ShownReceipt } from './form.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.use({ launchOptions: LAUNCH_OPTIONS });
test.beforeAll(() => journeySandbox.start());

const { catalogue, portal } = JOURNEY_ORIGINS;
const MY = `${catalogue}my/`;
const list = (page: Page): Locator => page.locator('okno-my-applications');
const signIn = (page: Page): Locator => page.locator('okno-sign-in');
const row = (page: Page, { number }: ShownReceipt): Locator =>
  list(page).getByRole('listitem').filter({ hasText: number });

/** Applies in the catalogue, and reads the receipt. */
async function apply(page: Page): Promise<ShownReceipt> {
  await page.goto(`${catalogue}services/detskiy-sad/apply/`);
  return send(page);
}

async function send(page: Page): Promise<ShownReceipt> {
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  return readReceipt(page);
}

/** Presses a button that leads to the portal, signs in as Anna, and comes back. */
async function signInAsAnna(page: Page, button: Locator): Promise<void> {
  await button.click();
  await page.waitForURL(`${portal}esia/**`);
  await page.getByRole('button', { name: 'Примерова' }).click();
}

test('who has not signed in finds her application again, gives it a name, opens it, and comes back', async ({
  page,
}) => {
  const receipt = await apply(page);
  journeySandbox.moveCase(receipt.number, { to: 'checked' });
  journeySandbox.moveCase(receipt.number, { to: 'asked', text: 'Пришлите, пожалуйста, вторую страницу.' });
  await page.goto(MY);
  await expect(row(page, receipt).getByText('Вам задали вопрос')).toBeVisible();

  await row(page, receipt).locator('summary').click();
  await row(page, receipt).getByRole('button', { name: 'Назвать по-своему' }).click();
  await list(page).getByRole('textbox', { name: 'Как назвать' }).fill('детский сад, Маша');
  await list(page).getByRole('button', { name: 'Сохранить' }).click();
  await expect(list(page).getByRole('button', { name: 'Ответить: детский сад, Маша' })).toBeVisible();
  await page.reload();

  await list(page).getByRole('button', { name: 'Ответить: детский сад, Маша' }).click();
  await expect(page).toHaveURL(`${MY}#${receipt.number}`);
  await expect(statusTracker(page).getByRole('heading', { name: receipt.number })).toBeVisible();
  await expect(statusTracker(page).getByRole('textbox', { name: 'Ответ' })).toBeVisible();
  await expect(list(page)).toBeHidden();
  await page.goBack();
  await expect(list(page).getByRole('button', { name: 'детский сад, Маша', exact: true })).toBeVisible();
  await expect(statusTracker(page)).toBeHidden();
  await row(page, receipt).locator('summary').click();
  await row(page, receipt).getByRole('button', { name: 'Отозвать' }).click();
  await expect(statusTracker(page).getByRole('textbox', { name: 'Почему отзываете' })).toBeVisible();
});

test('who signs in sees her applications on any device, answers, and signs out leaving nothing', async ({
  page,
  browser,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(`${catalogue}services/detskiy-sad/apply/`);
  await signInAsAnna(page, applicationForm(page).getByRole('button', { name: 'Войти и подставить' }));
  await expect(applicationForm(page).getByText('Здравствуйте, Анна')).toBeVisible();
  const receipt = await send(page);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.addInitScript(() => {
    window.open = () => null;
  });
  await other.goto(MY);
  await expect(list(other).getByText('Пока здесь пусто')).toBeVisible();
  await signInAsAnna(other, signIn(other).getByRole('button', { name: 'Войти через Госуслуги' }));
  await expect(signIn(other).getByText('Анна Сергеевна Примерова', { exact: true })).toBeVisible();
  await expect(row(other, receipt)).toBeVisible();

  journeySandbox.moveCase(receipt.number, { to: 'checked' });
  await expect(row(other, receipt).getByText('Документы в порядке')).toBeVisible();
  journeySandbox.moveCase(receipt.number, { to: 'asked', text: 'Пришлите, пожалуйста, вторую страницу.' });
  await row(other, receipt)
    .getByRole('button', { name: /^Ответить/ })
    .click();
  const tracker = statusTracker(other);
  await expect(tracker.getByText('Пришлите, пожалуйста, вторую страницу.').first()).toBeVisible();
  await tracker.getByRole('textbox', { name: 'Ответ' }).fill('Второй страницы у справки нет.');
  await tracker.getByRole('button', { name: 'Отправить ответ' }).click();
  await expect(tracker.getByText('Вы ответили на вопрос')).toBeVisible();
  await other.getByRole('link', { name: 'Все заявки' }).click();
  await expect(row(other, receipt).getByText('В работе')).toBeVisible();
  await signIn(other).getByRole('button', { name: 'Выйти' }).click();
  await expect(row(other, receipt)).toBeHidden();
  await expect(signIn(other).getByText('Вы вышли.')).toBeVisible();
  await context.close();
});

test('a draft that was begun is gone on with, and on a computer of others nothing stays', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(`${catalogue}services/detskiy-sad/apply/`);
  await applicationForm(page).getByRole('textbox', { name: 'Фамилия' }).first().fill('Примерова');
  await expect(applicationForm(page).getByText('сохранено')).toBeVisible();
  await page.goto(MY);
  await list(page)
    .getByRole('button', { name: /^Продолжить/ })
    .click();
  const name = applicationForm(page).getByRole('textbox', { name: 'Фамилия' }).first();
  await expect(name).toHaveValue('Примерова');

  await signInAsAnna(page, signIn(page).getByRole('button', { name: 'Войти через Госуслуги' }));
  await signIn(page).getByRole('button', { name: 'Выйти' }).click();
  await signIn(page).getByRole('button', { name: 'Стереть с этого устройства' }).click();
  const loaded = page.waitForEvent('load');
  await signIn(page).getByRole('button', { name: 'Да, стереть' }).click();
  await loaded;
  await expect(list(page).getByText('Пока здесь пусто')).toBeVisible();
  await expect(applicationForm(page)).toHaveCount(0);
});

test('a link of a letter never has a code: this device knows it, another one asks for it', async ({
  page,
  browser,
}) => {
  const receipt = await apply(page);
  await page.goto(`${catalogue}status/#${receipt.number}`);
  await expect(statusTracker(page).getByRole('heading', { name: receipt.number })).toBeVisible();
  const device = await browser.newContext();
  const other = await device.newPage();
  await other.goto(`${catalogue}status/#${receipt.number}`);
  await expect(statusTracker(other).getByRole('textbox', { name: 'Номер заявления' })).toHaveValue(
    receipt.number,
  );
  await expect(statusTracker(other).getByRole('textbox', { name: 'Код' })).toHaveValue('');
  await device.close();
  await page.goto(`${catalogue}my/#complain`);
  await expect(page.locator('okno-complaint-form').getByRole('heading').first()).toBeVisible();
});
