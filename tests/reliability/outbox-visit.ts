import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import type { FormController } from '../../widgets/forms/form-controller.ts';
import { findChromium } from '../browsers.ts';
import { startDraftSite } from './draft-site.ts';
import { ANSWERS } from './kindergarten-form.ts';
import { giveConsent, readReceipt, waitUntil } from './canary-citizen.ts';

const TAG = 'okno-application-form';
/** The step in which she looks over what she has filled in. */
const REVIEW = 4;

/** The element; without a form until it is defined. */
type FormElement = HTMLElement & { form?: FormController<unknown, unknown> };

/** What a visit has come to. */
export interface OutboxVisit {
  /** The number that the citizen sees. */
  number: string;
  /** How many applications the portal has got by that. */
  applications: number;
}

/**
 * A citizen composes an application without a connection, chooses that it is sent later, and closes the browser; some time later she opens it
 * again, with a connection, and reads the number without asking.
 */
export async function visitWithOutbox(): Promise<OutboxVisit> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const { executablePath, args } = await findChromium();
  const site = await startDraftSite();
  const open = () => chromium.launchPersistentContext(folder, { executablePath, args, locale: 'ru-RU' });
  try {
    const before = await site.act({ command: 'count' });
    const first = await open();
    const page = await first.newPage();
    await page.goto(site.urlOf(TAG));
    await waitUntil(() => page.evaluate(isAt, [TAG, 'asking'] as const));
    await page.evaluate(begin, TAG);
    await first.setOffline(true);
    await page.evaluate(giveAnswers, [TAG, ANSWERS, REVIEW] as const);
    await waitUntil(() => page.evaluate(giveConsent));
    await page.locator(TAG).getByRole('button', { name: 'Подать заявление' }).click();
    await page.locator(TAG).getByRole('button', { name: 'Отправить, когда появится связь' }).click();
    await page.locator(TAG).getByRole('heading', { name: 'Отправим, когда появится связь' }).waitFor();
    await first.close();

    const second = await open();
    const later = await second.newPage();
    await later.goto(site.urlOf(TAG));
    await waitUntil(async () => (await later.evaluate(readReceipt)) !== undefined);
    const number = (await later.evaluate(readReceipt))?.number ?? '';
    await later
      .locator(TAG)
      .getByText(/Отправлено/)
      .waitFor();
    await second.close();
    return { number, applications: Number(await site.act({ command: 'count' })) - Number(before) };
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether the form stands at a stage. Runs in the page. */
function isAt([tag, stage]: readonly [string, string]): boolean {
  return document.querySelector<FormElement>(tag)?.form?.state.stage.at === stage;
}

/** Begins to type, and waits until what further steps need has come, as the form fetches it by itself. Runs in the page. */
async function begin(tag: string): Promise<void> {
  const { form } = document.querySelector(tag) as FormElement;
  form?.setValues({ applicantLastName: 'Примерова' });
  await form?.openDraft();
  await new Promise((resolve) => setTimeout(resolve, 3000));
}

/** Answers all questions, and shows the last step. Runs in the page. */
async function giveAnswers([tag, answers, step]: readonly [string, object, number]): Promise<void> {
  const { form } = document.querySelector(tag) as FormElement;
  form?.setValues(answers as Record<string, string>);
  await (await form?.openDraft())?.update({});
  await form?.goToStep(step);
}
