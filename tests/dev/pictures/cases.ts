import type { Locator } from 'playwright-core';

import type { SiteOrigins } from '../../hosts/serve.ts';
import { fillTextboxes, type NumberAndCode } from './application.ts';
import type { Camera } from './camera.ts';

/** Takes the status tracker: not filled in, not found, found. */
export async function takeTracker(
  { page, take }: Camera,
  { municipality }: SiteOrigins,
  keys: NumberAndCode,
): Promise<void> {
  await page.goto(municipality);
  const tracker = page.locator('okno-status-tracker');
  const find = async (code: string) => {
    await fillTextboxes(tracker, { 'Номер заявления': keys.number, Код: code });
    await tracker.getByRole('button', { name: 'Узнать' }).click();
  };
  await tracker.getByRole('button', { name: 'Узнать' }).waitFor();
  await take('widgets/tracker-empty', tracker);
  await find('00000000');
  await tracker.getByText('Заявления с таким номером и кодом нет').waitFor();
  await take('widgets/tracker-not-found', tracker);
  await find(keys.code);
  await tracker.getByRole('heading', { name: keys.number }).waitFor();
  await take('widgets/tracker-found', tracker);
}

/** Takes the rating form: not filled in, with mistakes, sent. Officials finish the case meanwhile. */
export async function takeRating(camera: Camera, addresses: SiteOrigins, keys: NumberAndCode): Promise<void> {
  await moveCaseToEnd(camera, addresses, keys.number);
  const { page, take } = camera;
  await page.goto(`${addresses.catalogue}my/`);
  const rating = page.locator('okno-rating-form');
  const send = rating.getByRole('button', { name: 'Отправить оценку' });
  await send.waitFor();
  await take('widgets/rating-empty', rating);
  await send.click();
  await take('widgets/rating-mistakes', rating);
  await fillTextboxes(rating, { 'Номер заявления': keys.number, Код: keys.code });
  await rating
    .getByRole('group', { name: 'Срок' })
    .getByRole('radio', { name: '5, отлично' })
    .check({ force: true });
  await send.click();
  await rating.getByText('Спасибо').waitFor();
  await take('widgets/rating-thanks', rating);
}

/** Moves a case on by the buttons of the officials' side until its result is ready. */
async function moveCaseToEnd({ page, take }: Camera, { portal }: SiteOrigins, number: string): Promise<void> {
  await page.goto(`${portal}sandbox/cases/${number}`);
  await take('sandbox/case');
  const on = page.getByRole('button', { name: 'Дальше', exact: true });
  while (await on.isVisible()) await on.click();
  await take('sandbox/case-finished');
}

/** Takes the complaint form: not filled in, with mistakes, sent. */
export async function takeComplaint({ page, take }: Camera, { catalogue }: SiteOrigins): Promise<void> {
  await page.goto(`${catalogue}my/`);
  const complaint = page.locator('okno-complaint-form');
  const send = complaint.getByRole('button', { name: 'Отправить жалобу' });
  const agency = complaint.getByLabel('На кого жалуетесь');
  await agency.locator('option').nth(1).waitFor({ state: 'attached' });
  await take('widgets/complaint-empty', complaint);
  await send.click();
  await take('widgets/complaint-mistakes', complaint);
  await fillComplaint(complaint);
  await agency.selectOption({ index: 1 });
  await send.click();
  await complaint.getByText('Жалоба принята').waitFor();
  await take('widgets/complaint-receipt', complaint);
}

async function fillComplaint(complaint: Locator): Promise<void> {
  await complaint.getByRole('radio', { name: 'Ответа нет, а срок прошёл' }).check();
  await fillTextboxes(complaint, {
    'Расскажите, что произошло': 'Ответа нет уже месяц.',
    'Как вас зовут': 'Пётр Примеров',
    'Электронная почта': 'petr@example.ru',
  });
  await complaint.getByText('Даю согласие').click();
}
