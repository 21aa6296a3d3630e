/** «Версия для слабовидящих» of the catalogue. */
import { expect, test, type Page } from '@playwright/test';

import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

const { catalogue } = JOURNEY_ORIGINS;

test.beforeAll(() => journeySandbox.start());

/** Colours and size of the text of an element, as they are painted. */
const looksOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { color, fontSize } = getComputedStyle(element);
      return { color, fontSize };
    });

test('what is chosen for low vision is on the next page before its first paint, also in a widget, until it is given back', async ({
  page,
}) => {
  await page.goto(catalogue);
  const on = page.getByRole('button', { name: 'Версия для слабовидящих', exact: true });
  await on.click();
  await expect(page.locator('summary', { hasText: 'настроить' })).toBeFocused();
  await page.getByRole('radio', { name: 'вдвое крупнее' }).check();
  await page.getByRole('radio', { name: 'белым по чёрному' }).check();
  await page.getByRole('radio', { name: 'большие' }).check();

  await page.goto(`${catalogue}complain/`);
  const chosen = { color: 'rgb(255, 255, 255)', fontSize: '34px' };
  expect(await looksOf(page, 'body')).toEqual(chosen);
  await expect.poll(() => looksOf(page, 'okno-complaint-form label')).toEqual(chosen);

  // Without any other script: it is there before them.
  await page.route('**/assets/**.js', (route) => route.abort());
  await page.goto(`${catalogue}services/detskiy-sad/`);
  expect(await page.locator('html').getAttribute('data-okno-low-vision')).toBe(
    'size-200 spacing-wide colours-black pictures',
  );
  expect(await looksOf(page, 'body')).toEqual(chosen);
  await page.unroute('**/assets/**.js');

  await page.reload();
  await page.getByRole('button', { name: 'Обычная версия' }).click();
  await expect(on).toBeFocused();
  await page.goto(catalogue);
  expect(await page.locator('html').getAttribute('data-okno-low-vision')).toBeNull();
});
