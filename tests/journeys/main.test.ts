import { expect, test } from '@playwright/test';

import { fill, fillAll, follow, form, receiptOf, tracker } from './form.ts';
import { JOURNEY, sandbox } from './world.ts';

test.beforeAll(() => sandbox.start());

test('a citizen finds the service, applies on her municipality’s page, follows, rates; a neighbour complains', async ({
  page,
}) => {
  await page.goto(JOURNEY.catalogue);
  const search = page.getByRole('searchbox').first();
  await search.fill('садик');
  await search.press('Enter');
  await page.getByRole('link', { name: /детск/i }).and(page.locator('main a')).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/детск/i);
  for (const fact of ['10 рабочих дней', 'Бесплатно', 'Место в очереди', 'Комитет по образованию'])
    await expect(page.locator('main').getByText(fact).first()).toBeVisible();

  await page.getByRole('link', { name: 'Подать заявление' }).first().click();
  expect(page.url()).toContain(JOURNEY.municipality);
  await fillAll(page);
  await expect(form(page).getByText('Барнаул, пр-кт Ленина, 12')).toBeVisible();
  await form(page).getByText('Даю согласие').click();
  await form(page).getByRole('button', { name: 'Подать заявление' }).click();
  const receipt = await receiptOf(page);
  await expect(form(page).getByText('Ответ — не позднее')).toBeVisible();

  await sandbox.stop();
  await sandbox.start();
  await follow(page, JOURNEY.municipality, receipt);
  await expect(tracker(page).getByText('Заявление принято')).toBeVisible();
  await expect(tracker(page).getByText(/рабочих дней/)).toBeVisible();

  sandbox.move(receipt.number, { to: 'ready' });
  await follow(page, JOURNEY.municipality, receipt);
  await tracker(page).getByRole('button', { name: 'Оценить услугу' }).click();
  const rating = page.locator('okno-rating-form');
  await rating
    .getByRole('group', { name: 'Срок' })
    .getByRole('radio', { name: '5, отлично' })
    .check({ force: true });
  await rating.getByRole('button', { name: /Отправить/ }).click();
  await expect(rating.getByText(/Спасибо/)).toBeVisible();
});

test('a neighbour whose answer is overdue complains, and learns by what date he will be answered', async ({
  page,
}) => {
  await page.goto(`${JOURNEY.municipality}?service=detskiy-sad`);
  await fillAll(page);
  await form(page).getByText('Даю согласие').click();
  await form(page).getByRole('button', { name: 'Подать заявление' }).click();
  const receipt = await receiptOf(page);

  sandbox.move(receipt.number, { overdue: true });
  await follow(page, JOURNEY.municipality, receipt);
  await tracker(page).getByRole('button', { name: 'Пожаловаться' }).click();
  const complaint = page.locator('okno-complaint-form');
  await complaint.getByRole('radio', { name: 'Ответа нет, а срок прошёл' }).check();
  await expect(complaint.getByLabel('На кого жалуетесь')).toHaveValue('komitet-obrazovaniya-barnaula');
  await expect(complaint.getByLabel('Номер заявления')).toHaveValue(receipt.number);
  await fill(complaint, {
    'Расскажите, что произошло': 'Ответа нет уже месяц.',
    'Как вас зовут': 'Пётр Примеров',
    'Электронная почта': 'petr@example.ru',
  });
  await complaint.getByText('Даю согласие').click();
  await complaint.getByRole('button', { name: 'Отправить жалобу' }).click();
  await expect(complaint.getByText(/Ответят не позднее/)).toBeVisible();
  await expect(complaint.getByText(/22-\d{4}-\d{6}/).first()).toBeVisible();
});

test('a citizen signs in at the portal’s own window, and what the portal knows is filled in', async ({
  page,
}) => {
  await page.goto(`${JOURNEY.municipality}?service=zags-rozhdenie`);
  await expect(form(page).getByRole('textbox', { name: 'Фамилия' }).first()).toBeVisible();
  await form(page).getByRole('textbox', { name: 'Фамилия' }).first().fill('Написано-Руками');
  const opened = page.waitForEvent('popup');
  await form(page).getByRole('button', { name: 'Войти и подставить мои данные' }).click();
  const window = await opened;
  expect(new URL(window.url()).origin).toBe(new URL(JOURNEY.portal).origin);
  await window.getByRole('button').first().click();
  await expect(form(page).getByText('Здравствуйте')).toBeVisible();
  await expect(form(page).getByRole('textbox', { name: 'Имя' }).first()).not.toHaveValue('');
  await expect(form(page).getByRole('textbox', { name: 'Фамилия' }).first()).toHaveValue('Написано-Руками');
  expect(
    await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie])),
  ).not.toMatch(/token/i);
});

test('an unknown service is told to the citizen in the page, and to the webmaster in the console', async ({
  page,
}) => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(`${JOURNEY.municipality}?service=net-takoy`);
  await expect(form(page).getByText('такой услуги нет')).toBeVisible();
  await expect(page.getByText('Форма не открылась? Позвоните')).toBeVisible();
  expect(told.join()).toContain('net-takoy');
});

test('when the portal is down, the form says so, keeps all and sends later', async ({ page }) => {
  await page.goto(`${JOURNEY.municipality}?service=detskiy-sad`);
  await fillAll(page);
  await form(page).getByText('Даю согласие').click();
  await sandbox.stop();
  await form(page).getByRole('button', { name: 'Подать заявление' }).click();
  await expect(form(page).getByText('Портал не отвечает')).toBeVisible();
  await expect(form(page).getByText('8 800 100-70-10')).toBeVisible();
  await page.reload();
  await expect(form(page).getByText('Примерова')).toBeVisible();
  await sandbox.start();
  await page.reload();
  await receiptOf(page);
});

test('a double click and a reload while sending make one application', async ({ page }) => {
  const before = sandbox.count();
  await page.goto(`${JOURNEY.municipality}?service=detskiy-sad`);
  await fillAll(page);
  await form(page).getByText('Даю согласие').click();
  // The answer never arrives: the page is closed while the portal is writing.
  await page.route('**/v1/applications', async (route) => {
    await route.fetch();
    await route.abort();
  });
  const sent = page.waitForRequest('**/v1/applications');
  await form(page).getByRole('button', { name: 'Подать заявление' }).dblclick();
  await sent;
  await page.reload();
  await page.unroute('**/v1/applications');
  await page.reload();
  const { number } = await receiptOf(page);
  expect(number).toMatch(/^22-\d{4}-\d{6}$/);
  expect(sandbox.count()).toBe(before + 1);
  await page.reload();
  expect((await receiptOf(page)).number).toBe(number);
});
