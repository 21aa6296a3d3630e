import { expect, test } from '@playwright/test';

import { addEars, changedGlobals, eavesdrop, heardEvents, surroundings } from './eavesdropper.ts';
import { applicationForm, fillUntilReview, readReceipt, statusTracker } from './form.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.beforeAll(() => journeySandbox.start());

test('what a citizen types is told to nobody on the page of the municipality', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('console', (message) => elsewhere.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(JOURNEY_ORIGINS.portal))
      elsewhere.push(request.url(), request.postData() ?? '');
  });
  await page.addInitScript(eavesdrop);
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await expect(applicationForm(page).getByRole('textbox', { name: 'Фамилия' }).first()).toBeVisible();
  await page.evaluate(addEars);

  const surname = applicationForm(page).getByRole('textbox', { name: 'Фамилия' }).first();
  await surname.pressSequentially('Щукина');
  await expect(surname).toHaveValue('Щукина');
  await surname.press('ControlOrMeta+a');
  await surname.press('ControlOrMeta+c');
  await surname.press('ControlOrMeta+v');
  await expect(surname).toHaveValue('Щукина');
  await fillUntilReview(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  const { number, code } = await readReceipt(page);
  await applicationForm(page).getByRole('button', { name: 'Что с заявлением' }).click();
  await expect(statusTracker(page).getByRole('heading', { name: number })).toBeVisible();

  const heard = await page.evaluate(heardEvents);
  const told = heard.join('\n');
  // The script has heard clicks, keys that write nothing, and what the widgets tell.
  expect(told).toMatch(/^click:/m);
  expect(told).toMatch(/^keydown:.*Control/m);
  expect(told).toMatch(/^okno-application-submit:/m);
  expect(told).toMatch(new RegExp(`^okno-case-action:.*${number}`, 'm'));
  expect(heard.filter((line) => /^(?:before)?input|^keypress|^paste|^copy|^composition/.test(line))).toEqual(
    [],
  );
  expect(
    heard.filter(
      (line) =>
        /^key(?:down|up):.*(?: [А-яёЁ]| Key[A-Z])(?: |$)/.test(line) && !/Control|Key[ACV]/.test(line),
    ),
  ).toEqual([]);
  const found = [told, ...elsewhere, await page.evaluate(surroundings)].join('\n');
  const typed = [
    '112-233-445',
    '11223344595',
    'Примерова',
    'Щукина',
    'anna@example.ru',
    '123-45-67',
    '01.02.2024',
    'Ленина, 12',
  ];
  const lines = found.split('\n');
  for (const canary of [...typed, code])
    expect(
      lines.filter((line) => line.includes(canary)),
      canary,
    ).toEqual([]);
});

test('the page has the same globals and prototypes as before, but for ours and those of Lit', async ({
  page,
}) => {
  await page.addInitScript(eavesdrop);
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad`);
  await fillUntilReview(page);
  const changed = await page.evaluate(changedGlobals);
  const ours = ['litElementVersions', 'litHtmlVersions', 'reactiveElementVersions'].map(
    (name) => `window.${name}`,
  );
  const ofTheTest =
    /(?:eavesdropped|globalsOf|addEarsToWindow)|\.(?:__pw.*|__playwright.*|event|length|\d+)$/;
  expect(changed.filter((name) => !ofTheTest.test(name) && !name.includes('okno')).sort()).toEqual(ours);
});

test('where the policy of the page cuts the window of the portal off, it is said, and the page itself leads there', async ({
  page,
}) => {
  await page.goto(`${JOURNEY_ORIGINS.municipality}?service=detskiy-sad&coop`);
  const signIn = applicationForm(page).getByRole('button', { name: 'Войти и подставить мои данные' });
  await signIn.click();
  await expect(applicationForm(page).getByText('Вход не закончен')).toBeVisible();
  await signIn.click();
  await page.waitForURL(`${JOURNEY_ORIGINS.portal}esia/**`);
  await page.getByRole('button', { name: 'Примерова' }).click();
  await expect(applicationForm(page).getByText('Здравствуйте, Анна')).toBeVisible();
});
