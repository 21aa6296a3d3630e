import type { Locator, Page } from 'playwright-core';

import type { SiteOrigins } from '../../hosts/serve.ts';
import type { Camera } from './camera.ts';

const ABOUT_YOU = {
  Фамилия: 'Примерова',
  Имя: 'Анна',
  СНИЛС: '112-233-445 95',
  Телефон: '8 903 123-45-67',
  'Электронная почта': 'anna@example.ru',
};
const ABOUT_CHILD = { 'Фамилия ребёнка': 'Примеров', 'Имя ребёнка': 'Пётр', 'Дата рождения': '01.02.2024' };
/** A PNG file of one pixel. */
const PHOTO = {
  name: 'справка.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** What the receipt of an accepted application shows; the status tracker asks for both. */
export interface NumberAndCode {
  number: string;
  code: string;
}

/** Types into the fields with these labels. */
export async function fillTextboxes(widget: Locator, answers: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(answers))
    await widget.getByRole('textbox', { name: label }).first().fill(value);
}

/** Opens the application form on the municipality's page and fills it in up to the address. */
export async function openAtAddress(page: Page, { municipality }: SiteOrigins): Promise<Locator> {
  await page.goto(`${municipality}?service=detskiy-sad`);
  const form = page.locator('okno-application-form');
  for (const answers of [ABOUT_YOU, ABOUT_CHILD]) {
    await fillTextboxes(form, answers);
    await form.getByRole('button', { name: 'Дальше' }).click();
  }
  await form.getByRole('combobox', { name: 'Адрес' }).waitFor();
  return form;
}

/** Types an address and waits for the suggestions. */
export async function typeAddressQuery(form: Locator): Promise<void> {
  await form.getByRole('combobox', { name: 'Адрес' }).fill('барн лен 12');
  await form.getByRole('option').first().waitFor();
}

/** Takes the municipality's page and the application form from its first step to the receipt, with the address field in it. */
export async function takeApplication(
  { page, take }: Camera,
  addresses: SiteOrigins,
): Promise<NumberAndCode> {
  const form = page.locator('okno-application-form');
  const next = form.getByRole('button', { name: 'Дальше' });
  await page.goto(`${addresses.municipality}?service=detskiy-sad`);
  await next.waitFor();
  await take('widgets/municipality');
  await next.click();
  await take('widgets/application-mistakes', form);

  await openAtAddress(page, addresses);
  await take('widgets/address-empty', form);
  await typeAddressQuery(form);
  await take('widgets/address-suggestions');
  await form.getByRole('option').first().click();
  await form.getByText('Индекс').first().waitFor();
  await take('widgets/address-chosen', form);
  await takeAddressParts(take, form);

  await fillTextboxes(form, { 'С какого дня': '01.09.2027' });
  await form.getByText('Общеразвивающая', { exact: true }).click();
  await next.click();
  await attachPhoto(page, form);
  await take('widgets/application-documents', form);
  await next.click();
  await form.getByRole('heading', { name: 'Проверка' }).waitFor();
  await take('widgets/application-review', form);
  await form.getByText('Даю согласие').click();
  await form.getByRole('button', { name: 'Подать заявление' }).click();
  await form.getByRole('heading', { name: 'Заявление принято' }).waitFor();
  await take('widgets/application-receipt', form);
  const textOf = async (key: string) => (await form.locator(`[data-${key}]`).innerText()).trim();
  return { number: await textOf('number'), code: await textOf('code') };
}

async function takeAddressParts(take: Camera['take'], form: Locator): Promise<void> {
  const field = form.locator('okno-address-field');
  const show = (mode: string) =>
    field.evaluate((element, value) => {
      element.setAttribute('mode', value);
    }, mode);
  await show('parts');
  await take('widgets/address-parts', form);
  await show('line');
}

async function attachPhoto(page: Page, form: Locator): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await form.getByRole('button', { name: 'Выбрать файл' }).first().click();
  await (await chooser).setFiles(PHOTO);
  await form.getByText('· загружен').waitFor();
}
