import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { cutUploads, servePage } from './crash-sites.ts';
import * as inPage from './form-in-page.ts';
import { ANSWERS, FILE_QUESTIONS, FILE_STEP, FORM_HTML, fileInput } from './kindergarten-form.ts';
import { startBrowser, type EngineName, type ProfileBrowser } from './profile-browser.ts';

/** How large the profile of a browser was, in bytes. */
export interface Growth {
  /** Before two files were chosen. */
  before: number;
  /** Their sizes together. */
  files: number;
  /** When they were stored. */
  withFiles: number;
  /** After the letters. */
  afterTyping: number;
  /** When the browser had ended. */
  atEnd: number;
}

/** Bytes of each file: as many as a citizen seldom has. */
const FILE_SIZE = 20 * 1024 * 1024;
/** Milliseconds after which a profile that does not grow any more is written. */
const QUIET = 2500;

/** Chooses two large files, which wait for the portal, and types letters meanwhile. */
export async function measureGrowth(engine: EngineName, letters: number): Promise<Growth> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const served = await servePage(FORM_HTML, folder);
  cutUploads(served.sites);
  const profile = join(folder, 'profile');
  const browser = await startBrowser(engine, profile);
  try {
    await browser.page.goto(served.url);
    await openFileStep(browser);
    const before = await quietSize(profile);
    for (const name of FILE_QUESTIONS) {
      const path = join(folder, `${name}.pdf`);
      // Nothing that can be compressed.
      writeFileSync(path, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(FILE_SIZE - 9)]));
      const input = await browser.page.$(fileInput(name));
      await input?.uploadFile(path);
    }
    const withFiles = await quietSize(profile);
    await browser.page.evaluate(inPage.focusControl, 'field-comment');
    for (let letter = 0; letter < letters; letter++) await browser.page.keyboard.sendCharacter('щ');
    const afterTyping = await quietSize(profile);
    await browser.close();
    const files = FILE_QUESTIONS.length * FILE_SIZE;
    return { before, files, withFiles, afterTyping, atEnd: sizeOf(profile) };
  } finally {
    await browser.kill();
    await served.sites.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Goes to the step that asks for files. */
async function openFileStep({ page }: ProfileBrowser): Promise<void> {
  while (!(await page.evaluate(inPage.readForm)).isReady) await sleep(50);
  await page.evaluate(inPage.giveAnswers, ANSWERS);
  for (let step = 0; step < FILE_STEP;) step = await page.evaluate(inPage.pressStep, true);
}

/** The size of a folder as soon as it does not change any more. */
async function quietSize(folder: string): Promise<number> {
  for (let size = sizeOf(folder); ;) {
    await sleep(QUIET);
    const now = sizeOf(folder);
    if (now === size) return now;
    size = now;
  }
}

/** Bytes of all files in a folder. */
function sizeOf(folder: string): number {
  let size = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    // A browser that runs removes files under our hands.
    if (entry.isFile())
      size += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  return size;
}
