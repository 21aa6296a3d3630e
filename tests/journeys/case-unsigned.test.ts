import { expect, test } from '@playwright/test';

import {
  answerQuestion,
  chooseVisit,
  confirmByDigits,
  downloadResult,
  followLetters,
  mendAndSendAgain,
  payInvoice,
  readConsent,
} from './case-steps.ts';
import { applicationForm, fillUntilReview, readReceipt, statusTracker, trackCase } from './form.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

test.beforeAll(() => journeySandbox.start());

test('a citizen who has not signed in answers, pays, comes, mends and gets the result on her municipality’s page', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { municipality } = JOURNEY_ORIGINS;
  await page.goto(`${municipality}?service=detskiy-sad`);
  await fillUntilReview(page);
  await readConsent(page);
  await applicationForm(page).getByText('Даю согласие').click();
  await applicationForm(page).getByRole('button', { name: 'Подать заявление' }).click();
  const receipt = await readReceipt(page);
  await trackCase(page, municipality, receipt);
  const steps = { page, number: receipt.number, confirm: confirmByDigits };
  await answerQuestion(steps);
  await payInvoice(steps);
  await chooseVisit(steps);
  const mended = await mendAndSendAgain(steps);
  journeySandbox.moveCase(mended.number, { to: 'ready' });
  await trackCase(page, municipality, mended);
  await expect(statusTracker(page).getByText(`Прежнее, с отказом, — № ${receipt.number}`)).toBeVisible();
  await downloadResult({ ...steps, number: mended.number });
  await followLetters(steps);
});
