import { expect, test } from '@playwright/test';

import { applicationForm, fillUntilReview } from './form.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.beforeAll(() => journeySandbox.start());
test.beforeEach(({ page }) => page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`));

test('«Назад» of the browser goes one step back in the form, and the page’s own history stays', async ({
  page,
}) => {
  await page.evaluate(() => {
    history.replaceState({ router: 'page' }, '');
  });
  const form = applicationForm(page);
  const heading = form.getByRole('heading', { level: 2 });
  await fillUntilReview(page);
  await expect(heading).toHaveText('Проверка');
  for (const title of ['Документы', 'Адрес и детский сад', 'О ребёнке']) {
    await page.goBack();
    await expect(heading).toHaveText(title);
  }
  await expect(form.getByLabel('Имя ребёнка')).not.toHaveValue('');
  await page.goForward();
  await expect(heading).toHaveText('Адрес и детский сад');
  await form.getByRole('button', { name: 'Назад' }).click();
  await expect(heading).toHaveText('О ребёнке');
  await page.goBack();
  await expect(heading).toHaveText('О вас');
  expect(await page.evaluate(() => (history.state as { router: string }).router)).toBe('page');
});

test('a reload, and a closed tab, come back to the same step, focus and words', async ({ page, context }) => {
  const form = applicationForm(page);
  await fillUntilReview(page);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await form.getByLabel('Имя ребёнка').pressSequentially('я');
  await page.waitForTimeout(500);
  const name = await form.getByLabel('Имя ребёнка').inputValue();
  await page.reload();
  await expect(form.getByLabel('Имя ребёнка')).toHaveValue(name);
  await expect(form.getByLabel('Имя ребёнка')).toBeFocused();
  await page.goBack();
  await expect(form.getByRole('heading', { level: 2 })).toHaveText('О вас');
  await page.close();
  const again = await context.newPage();
  await again.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await expect(applicationForm(again).getByRole('heading', { level: 2 })).toHaveText('О вас');
});
