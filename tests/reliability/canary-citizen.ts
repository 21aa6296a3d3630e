import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { FILE, TYPED, TYPED_LATER } from './canaries.ts';
import * as inPage from './form-in-page.ts';
import { ANSWERS, fileInput } from './kindergarten-form.ts';
import type { ProfileBrowser } from './profile-browser.ts';

type Page = ProfileBrowser['page'];

/** Waits until the application can be filled in. */
export const waitForForm = (page: Page): Promise<void> =>
  waitUntil(async () => (await page.evaluate(inPage.readForm)).isReady);

/** Types into all forms of the page, tries to send the short ones, and goes to the step of the application that asks for files. */
export async function fillInAll(page: Page): Promise<void> {
  const type = async (tag: string, texts: Record<string, string>) => {
    for (const [id, text] of Object.entries(texts)) {
      await waitUntil(async () => (await page.evaluate(inPage.focusControl, id, tag)) !== undefined);
      for (const letter of text) await page.keyboard.sendCharacter(letter);
    }
  };
  for (const [tag, texts] of Object.entries(TYPED)) await type(tag, texts);
  await page.evaluate(inPage.pressSubmit, Object.keys(TYPED).slice(1));
  await page.evaluate(inPage.pressStep, true);
  await type('okno-application-form', TYPED_LATER);
  const { childBirthDate, address, startDate, group } = ANSWERS;
  await page.evaluate(inPage.giveAnswers, { childBirthDate, address, startDate, group });
  await page.evaluate(inPage.pressStep, true);
  await page.evaluate(inPage.pressStep, true);
}

/** Chooses a file, which is written into `folder` first, and waits until the device has it. */
export async function chooseFile(page: Page, folder: string): Promise<void> {
  const path = join(folder, `${FILE.name}.pdf`);
  writeFileSync(path, `%PDF-1.4\n${FILE.content}`);
  const input = await page.$(fileInput('benefitDocument'));
  await input?.uploadFile(path);
  await waitUntil(async () => {
    const { files, keptIn } = await page.evaluate(inPage.readForm);
    return keptIn === 'device' && !!files['benefitDocument']?.length;
  });
}

/** Consents and sends the application. Gives number and code. */
export async function sendApplication(page: Page): Promise<ShownReceipt> {
  await page.evaluate(inPage.pressStep, true);
  await waitUntil(() => page.evaluate(giveConsent));
  await page.evaluate(inPage.pressStep, true);
  let receipt: ShownReceipt | undefined;
  await waitUntil(async () => {
    receipt = await page.evaluate(readReceipt);
    return receipt !== undefined;
  });
  if (!receipt) throw new Error('The portal has not answered');
  return receipt;
}

/** The form as far as `readReceipt` knows it. */
type FormElement = HTMLElement & { form?: { state: { stage: { receipt?: ShownReceipt } } } };

/** Ticks the consent. False where it is not asked for. Runs in the page. */
export function giveConsent(): boolean {
  const box = document
    .querySelector('okno-application-form')
    ?.shadowRoot?.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (!box) return false;
  if (!box.checked) box.click();
  return box.checked;
}

/** Number and code of an application that the portal has accepted. */
export interface ShownReceipt {
  number: string;
  code: string;
}

/** Reads the receipt; gives `undefined` where there is none. Runs in the page. */
export function readReceipt(): ShownReceipt | undefined {
  const element = document.querySelector<FormElement>('okno-application-form');
  const { receipt } = element?.form?.state.stage ?? {};
  return receipt && { number: receipt.number, code: receipt.code };
}

/** Writes into the page's own database, storage and field, as plain text. Runs in the page. */
export async function writeControls({ database, storage, field }: Record<string, string>): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('#plain');
  if (input) input.value = field ?? '';
  localStorage.setItem('control', storage ?? '');
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open('control');
    opening.onerror = reject;
    opening.onupgradeneeded = () => opening.result.createObjectStore('control');
    opening.onsuccess = () => {
      const tx = opening.result.transaction('control', 'readwrite');
      tx.objectStore('control').put({ control: database }, 1);
      tx.oncomplete = resolve;
    };
  });
}

/** Waits until something is so. Rejects after some seconds. */
export async function waitUntil(isSo: () => Promise<boolean>, seconds = 30): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 10 * seconds) throw new Error('The page does not come so far');
    await sleep(100);
  }
}
