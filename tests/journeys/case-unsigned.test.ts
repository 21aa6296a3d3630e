import { expect, test, type Locator, type Page } from '@playwright/test';

import { applicationForm, fillUntilReview, readReceipt, statusTracker, trackCase, PHOTO } from './form.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.beforeAll(() => journeySandbox.start());

/** Opens a section of the case by its title. */
async function openSection(page: Page, title: string): Promise<void> {
  await statusTracker(page).locator('summary', { hasText: title }).click();
}

/** Types the digits of the newest letter or SMS, as who has the telephone of the application. */
async function confirm(within: Locator): Promise<void> {
  await within
    .getByRole('button', { name: /Прислать код/ })
    .first()
    .click();
  const box = within.getByLabel('Код подтверждения');
  await expect(box).toBeVisible();
  const [newest = ''] = journeySandbox.outbox();
  await box.fill(/^\d{6}/.exec(newest)?.[0] ?? '');
  await within.getByRole('button', { name: 'Подтвердить' }).click();
}

test('a citizen who has not signed in answers, pays, comes, mends and gets the result on her municipality’s page', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const tracker = statusTracker(page);
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  const receipt = await readReceipt(page);
  const { number } = receipt;

  journeySandbox.moveCase(number, { to: 'asked', text: 'Пришлите снимок справки чётче.' });
  await trackCase(page, JOURNEY_ORIGINS.municipality, receipt);
  await expect(tracker.getByText('Пришлите снимок справки чётче.').first()).toBeVisible();
  await tracker.getByRole('button', { name: 'Ответить' }).click();
  await tracker.getByRole('textbox', { name: 'Ответ' }).fill('Вот снимок чётче.');
  const chooser = page.waitForEvent('filechooser');
  await tracker.getByRole('button', { name: 'Выбрать файл' }).click();
  await (await chooser).setFiles(PHOTO);
  await expect(tracker.getByText('· загружен')).toBeVisible();
  await tracker.getByRole('button', { name: 'Отправить ответ' }).click();
  await expect(tracker.getByText('Вы ответили на вопрос')).toBeVisible();
  await openSection(page, 'Письма');
  await expect(tracker.getByText('Вот снимок чётче.')).toBeVisible();

  journeySandbox.issueInvoice(number);
  await tracker.getByRole('button', { name: 'Обновить' }).click();
  await tracker.getByRole('button', { name: 'Показать счёт' }).click();
  await tracker.getByRole('button', { name: 'QR-код для банка' }).click();
  await expect(tracker.getByRole('img', { name: 'QR-код для оплаты' })).toBeVisible();
  const opened = page.waitForEvent('popup');
  await tracker.getByRole('link', { name: 'Оплатить на портале' }).click();
  const bank = await opened;
  await bank.getByRole('button', { name: /Заплатить/ }).click();
  await expect(bank.getByText(/[Оо]плачен/).first()).toBeVisible();
  await bank.close();
  await tracker.getByRole('button', { name: 'Обновить' }).click();
  await expect(tracker.getByText('оплачено')).toBeVisible();

  journeySandbox.offerVisit(number, 'Возьмите подлинник свидетельства о рождении.');
  await tracker.getByRole('button', { name: 'Обновить' }).click();
  await tracker.getByRole('button', { name: 'Выбрать время' }).first().click();
  await tracker.getByRole('group', { name: 'Время' }).getByRole('radio').first().check({ force: true });
  await tracker.getByRole('button', { name: /^Приду: / }).click();
  await expect(tracker.getByRole('button', { name: 'Добавить в календарь' })).toBeVisible();
  await tracker.getByRole('button', { name: 'Перенести' }).click();
  await tracker.getByRole('group', { name: 'Время' }).getByRole('radio').nth(1).check({ force: true });
  await tracker.getByRole('button', { name: /^Приду: / }).click();
  await expect(tracker.getByRole('radio')).toHaveCount(0);
  const calendar = page.waitForEvent('download');
  await tracker.getByRole('button', { name: 'Добавить в календарь' }).click();
  expect((await calendar).suggestedFilename()).toMatch(/\.ics$/);

  journeySandbox.moveCase(number, { to: 'refused', text: 'В справке не указан октябрь.' });
  await tracker.getByRole('button', { name: 'Обновить' }).click();
  await tracker.getByRole('button', { name: 'Исправить и подать снова' }).click();
  await tracker.getByRole('button', { name: 'Открыть форму с ответами' }).click();
  await confirm(tracker.locator('okno-case-step-up'));
  const form = applicationForm(page);
  await expect(form.getByText(`Исправляем заявление № ${number}`)).toBeVisible();
  await expect(form.getByLabel('Фамилия').first()).toHaveValue('Примерова');
  for (const step of ['о ребёнке', 'адрес', 'документы', 'проверка'])
    await form.getByRole('button', { name: `Дальше: ${step}` }).click();
  await form.getByText('Даю согласие').click();
  await form.getByRole('button', { name: 'Подать заявление' }).click();
  const mended = await readReceipt(page);
  expect(mended.number).not.toBe(number);

  journeySandbox.moveCase(mended.number, { to: 'ready' });
  await trackCase(page, JOURNEY_ORIGINS.municipality, mended);
  await expect(tracker.getByText(`Прежнее, с отказом, — № ${number}`)).toBeVisible();
  await openSection(page, 'Файлы');
  await tracker.getByRole('button', { name: /^Скачать/ }).click();
  const result = page.waitForEvent('download');
  await confirm(tracker.locator('okno-case-step-up'));
  expect((await result).suggestedFilename()).toMatch(/\.(?:pdf|txt)$/);
});
