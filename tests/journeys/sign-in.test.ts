import { expect, test, type Locator, type Page } from '@playwright/test';

import { LAUNCH_OPTIONS } from './embedded-page.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.use({ launchOptions: LAUNCH_OPTIONS });
test.beforeAll(() => journeySandbox.start());

const form = (page: Page): Locator => page.locator('okno-application-form');

test('where windows are blocked, signing in leads away and back, and nothing typed is lost', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  const address = `${JOURNEY_ORIGINS.municipality}?service=zags-rozhdenie#top`;
  await page.goto(address);
  await form(page).getByRole('textbox', { name: 'Фамилия' }).first().fill('Написано-Руками');
  await form(page).getByRole('button', { name: 'Войти и подставить мои данные' }).click();
  await page.waitForURL(`${JOURNEY_ORIGINS.portal}esia/**`);
  await page.getByRole('button', { name: 'Примерова' }).click();
  await expect(form(page).getByText('Здравствуйте, Анна')).toBeVisible();
  await expect(form(page).getByRole('textbox', { name: 'Фамилия' }).first()).toHaveValue('Написано-Руками');
  await expect(form(page).getByRole('textbox', { name: 'Имя' }).first()).toHaveValue('Анна');
  await expect(page).toHaveURL(address);
});

test('signing in leads back to the same address on a page with a <base> of another site', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.route(`${JOURNEY_ORIGINS.municipality}?*`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '<head>',
      `<head><base href="${JOURNEY_ORIGINS.catalogue}">`,
    );
    await route.fulfill({ response, body });
  });
  const address = `${JOURNEY_ORIGINS.municipality}?service=zags-rozhdenie#top`;
  await page.goto(address);
  await form(page).getByRole('button', { name: 'Войти и подставить мои данные' }).click();
  await page.waitForURL(`${JOURNEY_ORIGINS.portal}esia/**`);
  await page.getByRole('button', { name: 'Примерова' }).click();
  await expect(form(page).getByText('Здравствуйте, Анна')).toBeVisible();
  await expect(page).toHaveURL(address);
});

test('who changes her mind comes back to what she has typed', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await form(page).getByRole('textbox', { name: 'Фамилия' }).first().fill('Написано-Руками');
  await form(page).getByRole('button', { name: 'Войти и подставить мои данные' }).click();
  await page.getByRole('button', { name: 'Не входить' }).click();
  await expect(page).toHaveURL(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await expect(form(page).getByRole('textbox', { name: 'Фамилия' }).first()).toHaveValue('Написано-Руками');
  await expect(form(page).getByRole('button', { name: 'Войти и подставить мои данные' })).toBeVisible();
});
