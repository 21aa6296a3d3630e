import { expect, type Locator, type Page } from '@playwright/test';

import { applicationForm, readReceipt, statusTracker, PHOTO, type ShownReceipt } from './form.ts';
import { journeySandbox } from './journey-portal.ts';

/** What happens in a case between «Подать» and «Готово», as its applicant lives it in the tracker of a page. */
interface CaseSteps {
  page: Page;
  number: string;
  /** Confirms by a code that it is the applicant; does nothing for who has signed in. */
  confirm: (within: Locator) => Promise<void>;
}

/** Types the digits of the newest letter or SMS, as who has the telephone of the application. */
export async function confirmByDigits(within: Locator): Promise<void> {
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

/** Opens a section of the case by its title. */
async function openSection(page: Page, title: string): Promise<void> {
  await statusTracker(page).locator('summary', { hasText: title }).click();
}

/** An official asks; the applicant answers with words and a photo, and finds her answer among the letters. */
export async function answerQuestion({ page, number }: CaseSteps): Promise<void> {
  const tracker = statusTracker(page);
  journeySandbox.moveCase(number, { to: 'asked', text: 'Пришлите снимок справки чётче.' });
  await tracker.getByRole('button', { name: 'Обновить' }).click();
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
}

/** An official issues an invoice; the applicant pays it on the portal's page. */
export async function payInvoice({ page, number }: CaseSteps): Promise<void> {
  const tracker = statusTracker(page);
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
}

/** An official invites; the applicant chooses a time, moves it, and puts it into her calendar. */
export async function chooseVisit({ page, number }: CaseSteps): Promise<void> {
  const tracker = statusTracker(page);
  const time = (i: number) => tracker.getByRole('group', { name: 'Время' }).getByRole('radio').nth(i);
  journeySandbox.offerVisit(number, 'Возьмите подлинник свидетельства о рождении.');
  await tracker.getByRole('button', { name: 'Обновить' }).click();
  await tracker.getByRole('button', { name: 'Выбрать время' }).first().click();
  await time(0).check({ force: true });
  await expect(tracker.locator('okno-case-visit').getByText('Возьмите с собой:')).toBeVisible();
  await tracker.getByRole('button', { name: /^Приду: / }).click();
  await expect(tracker.getByRole('button', { name: 'Добавить в календарь' })).toBeVisible();
  await tracker.getByRole('button', { name: 'Перенести' }).click();
  await time(1).check({ force: true });
  await tracker.getByRole('button', { name: /^Приду: / }).click();
  await expect(tracker.getByRole('radio')).toHaveCount(0);
  const calendar = page.waitForEvent('download');
  await tracker.getByRole('button', { name: 'Добавить в календарь' }).click();
  expect((await calendar).suggestedFilename()).toMatch(/\.ics$/);
}

/** An official refuses; the applicant mends what is marked, and sends again. Gives the new receipt. */
export async function mendAndSendAgain({ page, number, confirm }: CaseSteps): Promise<ShownReceipt> {
  const tracker = statusTracker(page);
  const form = applicationForm(page);
  const text = 'Имя ребёнка не такое, как в свидетельстве.';
  journeySandbox.moveCase(number, { to: 'refused', text, fields: ['childFirstName'] });
  await tracker.getByRole('button', { name: 'Обновить' }).click();
  await tracker.getByRole('button', { name: 'Исправить и подать снова' }).click();
  await tracker.getByRole('button', { name: 'Открыть форму с ответами' }).click();
  await confirm(tracker.locator('okno-case-step-up'));
  await expect(form.getByText(`Исправляем заявление № ${number}`)).toBeVisible();
  await expect(form.getByLabel('Фамилия').first()).toHaveValue('Примерова');
  await form.getByRole('button', { name: 'Имя ребёнка' }).click();
  const marked = form.getByRole('group', { name: text });
  await marked.getByRole('textbox', { name: 'Имя ребёнка' }).fill('Павел');
  await expect(marked.getByText('Вы изменили этот ответ')).toBeVisible();
  for (const step of ['адрес', 'документы', 'проверка'])
    await form.getByRole('button', { name: `Дальше: ${step}` }).click();
  await form.getByText('Даю согласие').click();
  await form.getByRole('button', { name: 'Подать заявление' }).click();
  const mended = await readReceipt(page);
  expect(mended.number).not.toBe(number);
  return mended;
}

/** The result is there: the applicant saves it. */
export async function downloadResult({ page, confirm }: CaseSteps): Promise<void> {
  const tracker = statusTracker(page);
  await tracker.getByRole('button', { name: 'Показать результат' }).click();
  await tracker.getByRole('button', { name: /^Проверить подпись/ }).click();
  await expect(tracker.getByText('Подпись верна.').first()).toBeVisible();
  const result = page.waitForEvent('download');
  await tracker.getByRole('button', { name: /^Скачать/ }).click();
  await confirm(tracker.locator('okno-case-step-up'));
  expect((await result).suggestedFilename()).toMatch(/\.(?:pdf|txt)$/);
}

/** Every link of every letter and SMS opens a page that is there; that of the case asks for its code, and knows its number. */
export async function followLetters({ page, number }: CaseSteps): Promise<void> {
  const links = new Set(journeySandbox.outbox().flatMap((text) => text.match(/https?:\/\/\S+/g) ?? []));
  for (const link of links) {
    const response = await page.request.get(link);
    expect([link, response.status()]).toEqual([link, 200]);
  }
  const about = [...links].find((link) => link.endsWith(`#${number}`));
  await page.goto(about ?? '');
  await expect(statusTracker(page).getByRole('textbox', { name: 'Номер заявления' })).toHaveValue(number);
}

/** Reads what the form asks to agree to, in a window of its own. */
export async function readConsent(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup');
  await applicationForm(page).getByRole('link', { name: 'Кто и как обрабатывает данные' }).click();
  const text = await opened;
  await expect(
    text.getByRole('heading', { name: 'Согласие на обработку персональных данных' }),
  ).toBeVisible();
  await text.close();
}
