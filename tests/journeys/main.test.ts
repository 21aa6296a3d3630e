import { expect, test, type Locator, type Page } from '@playwright/test';

import { JOURNEY, sandbox } from './world.ts';

test.beforeAll(() => sandbox.start());

const ABOUT_YOU = {
  Фамилия: 'Примерова',
  Имя: 'Анна',
  СНИЛС: '112-233-445 95',
  Телефон: '8 903 123-45-67',
  'Электронная почта': 'anna@example.ru',
};
const ABOUT_CHILD = {
  'Фамилия ребёнка': 'Примеров',
  'Имя ребёнка': 'Пётр',
  'Дата рождения ребёнка': '01.02.2024',
};
const PHOTO = {
  name: 'справка.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

const form = (page: Page): Locator => page.locator('okno-application-form');
const tracker = (page: Page): Locator => page.locator('okno-status-tracker');

async function fill(widget: Locator, answers: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(answers))
    await widget.getByRole('textbox', { name: label }).first().fill(value);
}

/** Fills the form in up to the review, the address by КЛАДР. */
async function fillAll(page: Page): Promise<void> {
  const widget = form(page);
  await fill(widget, ABOUT_YOU);
  await widget.getByRole('button', { name: 'Дальше: о ребёнке' }).click();
  await fill(widget, ABOUT_CHILD);
  await widget.getByRole('button', { name: 'Дальше: адрес' }).click();
  const address = widget.getByRole('combobox', { name: 'Адрес' });
  await address.pressSequentially('барн лен 12');
  const first = widget.getByRole('option').first();
  await expect(first).toContainText('Барнаул, пр-кт Ленина, 12');
  await first.click();
  await expect(address).toHaveValue(/Барнаул, пр-кт Ленина, 12/);
  await fill(widget, { 'С какого дня': '01.09.2027' });
  await widget.getByText('Общеразвивающая', { exact: true }).click();
  await widget.getByRole('button', { name: 'Дальше: документы' }).click();
  const chooser = page.waitForEvent('filechooser');
  await widget.getByRole('button', { name: 'Выбрать файл' }).first().click();
  await (await chooser).setFiles(PHOTO);
  await expect(widget.getByText('· загружен')).toBeVisible();
  await widget.getByRole('button', { name: 'Дальше: проверка' }).click();
  await expect(widget.getByRole('heading', { name: 'Проверка' })).toBeVisible();
}

interface Receipt {
  number: string;
  code: string;
}

async function receiptOf(page: Page): Promise<Receipt> {
  const widget = form(page);
  await expect(widget.getByRole('heading', { name: 'Заявление принято' })).toBeVisible();
  return {
    number: (await widget.locator('[data-number]').innerText()).trim(),
    code: (await widget.locator('[data-code]').innerText()).trim(),
  };
}

async function follow(page: Page, { number, code }: Receipt): Promise<void> {
  await page.goto(JOURNEY.municipality);
  await fill(tracker(page), { 'Номер заявления': number, Код: code });
  await tracker(page).getByRole('button', { name: 'Узнать' }).click();
  await expect(tracker(page).getByRole('heading', { name: number })).toBeVisible();
}

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
  await follow(page, receipt);
  await expect(tracker(page).getByText('Заявление принято')).toBeVisible();
  await expect(tracker(page).getByText(/рабочих дней/)).toBeVisible();

  sandbox.move(receipt.number, { to: 'ready' });
  await follow(page, receipt);
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
  await follow(page, receipt);
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
