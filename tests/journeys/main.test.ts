import { expect, test } from '@playwright/test';

import {
  fillFields,
  fillUntilReview,
  trackCase,
  applicationForm,
  readReceipt,
  statusTracker,
} from './form.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.beforeAll(() => journeySandbox.start());

test('a citizen finds the service, applies on her municipality’s page, follows, rates; a neighbour complains', async ({
  page,
}) => {
  await page.goto(JOURNEY_ORIGINS.catalogue);
  const search = page.getByRole('combobox').first();
  await search.fill('садик');
  await search.press('Enter');
  await page.getByRole('link', { name: /детск/i }).and(page.locator('main a')).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/детск/i);
  for (const fact of ['10 рабочих дней', 'Бесплатно', 'Место в очереди', 'Комитет по образованию'])
    await expect(page.locator('main').getByText(fact).filter({ visible: true }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Подать заявление' }).first().click();
  expect(page.url()).toContain(JOURNEY_ORIGINS.municipality);
  await fillUntilReview(page);
  await expect(applicationForm(page).getByText('Барнаул, пр-кт Ленина, 12')).toBeVisible();
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  const receipt = await readReceipt(page);
  await expect(applicationForm(page).getByText('Ответ — не позднее')).toBeVisible();

  await journeySandbox.stop();
  await journeySandbox.start();
  await trackCase(page, JOURNEY_ORIGINS.municipality, receipt);
  await expect(statusTracker(page).getByText('Заявление принято')).toBeVisible();
  await expect(statusTracker(page).getByText(/рабочих дней/)).toBeVisible();

  journeySandbox.moveCase(receipt.number, { to: 'ready' });
  journeySandbox.generateRatings(receipt.number, 4);
  await trackCase(page, JOURNEY_ORIGINS.municipality, receipt);
  await statusTracker(page).getByRole('button', { name: 'Оценить услугу' }).click();
  const rating = page.locator('okno-rating-form');
  await rating
    .getByRole('radiogroup', { name: 'Срок' })
    .getByRole('radio', { name: '5, отлично' })
    .check({ force: true });
  await rating.getByRole('button', { name: /Отправить/ }).click();
  await expect(rating.getByText(/Спасибо/)).toBeVisible();

  // Four others gave 1, 3, 5 and 2 for the time: with hers, and with the changed one, the card shows another mean.
  const card = await page.context().newPage();
  await card.goto(`${JOURNEY_ORIGINS.catalogue}services/detskiy-sad/`);
  const summary = card.locator('okno-rating-summary').getByRole('listitem').first();
  await expect(summary).toContainText('3,2 из 5');
  await rating.getByRole('button', { name: 'Изменить оценку' }).click();
  await rating
    .getByRole('radiogroup', { name: 'Срок' })
    .getByRole('radio', { name: '2, слабо' })
    .check({ force: true });
  await rating.getByRole('button', { name: /Отправить/ }).click();
  await expect(rating.getByText('Оценка изменена')).toBeVisible();
  await card.reload();
  await expect(summary).toContainText('2,6 из 5');
});

test('a neighbour whose answer is overdue complains, and learns by what date he will be answered', async ({
  page,
}) => {
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  const receipt = await readReceipt(page);

  journeySandbox.moveCase(receipt.number, { overdue: true });
  await trackCase(page, JOURNEY_ORIGINS.municipality, receipt);
  await statusTracker(page).getByRole('button', { name: 'Пожаловаться' }).click();
  const complaint = page.locator('okno-complaint-form');
  await complaint.getByRole('radio', { name: 'Ответа нет, а срок прошёл' }).check();
  await expect(complaint.getByLabel('На кого жалуетесь')).toHaveValue('komitet-obrazovaniya-barnaula');
  await expect(complaint.getByLabel('Номер заявления')).toHaveValue(receipt.number);
  await fillFields(complaint, {
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
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=zags-rozhdenie`);
  await expect(applicationForm(page).getByRole('textbox', { name: 'Фамилия' }).first()).toBeVisible();
  await applicationForm(page).getByRole('textbox', { name: 'Фамилия' }).first().fill('Написано-Руками');
  const opened = page.waitForEvent('popup');
  await applicationForm(page).getByRole('button', { name: 'Войти и подставить мои данные' }).click();
  const window = await opened;
  // The window is empty until the widget has a key.
  await window.waitForURL(`${JOURNEY_ORIGINS.portal}**`);
  await window.getByRole('button').first().click();
  await expect(applicationForm(page).getByText('Здравствуйте')).toBeVisible();
  await expect(applicationForm(page).getByRole('textbox', { name: 'Имя' }).first()).not.toHaveValue('');
  await expect(applicationForm(page).getByRole('textbox', { name: 'Фамилия' }).first()).toHaveValue(
    'Написано-Руками',
  );
  expect(
    await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie])),
  ).not.toMatch(/token/i);
});

test('an unknown service is told to the citizen in the page, and to the webmaster in the console', async ({
  page,
}) => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=net-takoy`);
  await expect(applicationForm(page).getByText('такой услуги нет')).toBeVisible();
  await expect(page.getByText('Форма не открылась? Позвоните')).toBeVisible();
  expect(told.join()).toContain('net-takoy');
});

test('when the portal is down, the form says so, keeps all and sends later', async ({ page }) => {
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await journeySandbox.stop();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  await expect(
    applicationForm(page).getByRole('heading', { name: 'Может быть, заявление уже дошло' }),
  ).toBeVisible();
  await expect(applicationForm(page).getByText('8 800 100-70-10')).toBeVisible();
  await page.reload();
  await applicationForm(page).getByRole('button', { name: 'Вернуться к ответам' }).click();
  await expect(applicationForm(page).getByText('Примерова')).toBeVisible();
  await journeySandbox.start();
  await page.reload();
  await readReceipt(page);
});

test('a double click and a reload while sending make one application', async ({ page }) => {
  const before = journeySandbox.countApplications();
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  // The answer never arrives: the page is closed while the portal is writing.
  await page.route('**/v1/applications', async (route) => {
    await route.fetch();
    // The page may have left meanwhile.
    await route.abort().catch(() => undefined);
  });
  const sent = page.waitForRequest('**/v1/applications');
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).dblclick();
  await sent;
  await page.reload();
  await page.unroute('**/v1/applications');
  await page.reload();
  const { number } = await readReceipt(page);
  expect(number).toMatch(/^22-\d{4}-\d{6}$/);
  expect(journeySandbox.countApplications()).toBe(before + 1);
  await page.reload();
  expect((await readReceipt(page)).number).toBe(number);
});
