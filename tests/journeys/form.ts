import { expect, type Locator, type Page } from '@playwright/test';

/** What a citizen does with the widgets of a page: fills the form in, reads the receipt, follows the case. */

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
/** A photo that a citizen attaches. */
export const PHOTO = {
  name: 'справка.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** The application form of the page. */
export const applicationForm = (page: Page): Locator => page.locator('okno-application-form');
/** The status tracker of the page. */
export const statusTracker = (page: Page): Locator => page.locator('okno-status-tracker');

/** Fills in text fields by their labels. */
export async function fillFields(widget: Locator, answers: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(answers))
    await widget.getByRole('textbox', { name: label }).first().fill(value);
}

/** Fills the form in up to the review, the address by КЛАДР. */
export async function fillUntilReview(page: Page): Promise<void> {
  const widget = applicationForm(page);
  await fillFields(widget, ABOUT_YOU);
  await widget.getByRole('button', { name: 'Дальше: о ребёнке' }).click();
  await fillFields(widget, ABOUT_CHILD);
  await widget.getByRole('button', { name: 'Дальше: адрес' }).click();
  const address = widget.getByRole('combobox', { name: 'Адрес' });
  await address.pressSequentially('барн лен 12');
  const first = widget.getByRole('option').first();
  await expect(first).toContainText('Барнаул, пр-кт Ленина, 12');
  await first.click();
  await expect(address).toHaveValue(/Барнаул, пр-кт Ленина, 12/);
  await fillFields(widget, { 'С какого дня': '01.09.2027' });
  await widget.getByText('Общеразвивающая', { exact: true }).click();
  await widget.getByRole('button', { name: 'Дальше: документы' }).click();
  const chooser = page.waitForEvent('filechooser');
  await widget.getByRole('button', { name: 'Выбрать файл' }).first().click();
  await (await chooser).setFiles(PHOTO);
  await expect(widget.getByText('· загружен')).toBeVisible();
  await widget.getByRole('button', { name: 'Дальше: проверка' }).click();
  await expect(widget.getByRole('heading', { name: 'Проверка' })).toBeVisible();
}

/** What a citizen reads on the receipt. */
export interface ShownReceipt {
  /** `22-2026-000001` */
  number: string;
  /** `ACEK3-7MPTY` */
  code: string;
}

/** Waits for the receipt, and reads it. */
export async function readReceipt(page: Page): Promise<ShownReceipt> {
  const widget = applicationForm(page);
  await expect(widget.getByRole('heading', { name: 'Заявление принято' })).toBeVisible();
  return {
    number: (await widget.locator('[data-number]').innerText()).trim(),
    code: (await widget.locator('[data-code]').innerText()).trim(),
  };
}

/** Looks the case up in the status tracker on the page of a municipality. */
export async function trackCase(
  page: Page,
  municipality: string,
  { number, code }: ShownReceipt,
): Promise<void> {
  await page.goto(municipality);
  await fillFields(statusTracker(page), { 'Номер заявления': number, Код: code });
  await statusTracker(page).getByRole('button', { name: 'Узнать' }).click();
  await expect(statusTracker(page).getByRole('heading', { name: number })).toBeVisible();
}
