import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { addEars, eavesdrop, heardEvents, surroundings } from '../journeys/eavesdropper.ts';
import { CONTROLS, DIGITS, FILE, REMEMBERED_FIELDS, REMEMBERED_IN, TYPED, TYPED_LATER } from './canaries.ts';
import { cutUploads, servePage, type ServedPage } from './crash-sites.ts';
import * as inPage from './form-in-page.ts';
import { ANSWERS, FORM_HTML, fileInput } from './kindergarten-form.ts';
import { startBrowser, type EngineName, type ProfileBrowser } from './profile-browser.ts';
import { searchProfile, type Finding } from './profile-search.ts';

/** What was found of all that a citizen has typed. */
export interface CanaryReport {
  /** In the profile of the browser, while it ran and after it has ended. */
  inProfile: Finding[];
  /** What the browser itself remembers of any form (`REMEMBERED_IN`). */
  remembered: Finding[];
  /** In addresses, the console, events, the storage of the page and the log of the portal. */
  elsewhere: string[];
  /** What a script of the page has written itself: where it is not found, the search is blind. */
  controls: Finding[];
}

/** Milliseconds in which a browser writes its own notes of a page: Firefox every second here, Chromium within some. */
const NOTED_AFTER = 4000;
/** The three forms. */
export const WIDGETS = Object.keys(TYPED)
  .map((tag) => (FORM_HTML.includes(tag) ? FORM_HTML : `<${tag}></${tag}>`))
  .join('');
/** Everything that must be found nowhere. */
export const WORDS = [
  ...Object.values({ ...TYPED, later: TYPED_LATER }).flatMap((typed) => Object.values(typed)),
  ...Object.values(FILE),
  ...DIGITS,
];

/** Types into all forms of a page, and looks for what was typed wherever it does not belong. */
export async function visitWithCanaries(engine: EngineName): Promise<CanaryReport> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const served = await servePage(`<p><input id="plain" name="plain"></p>${WIDGETS}`, folder);
  cutUploads(served.sites);
  const told = listenToPortal(served);
  const profile = join(folder, 'profile');
  const browser = await startBrowser(engine, profile);
  try {
    told.push(...(await visit(browser, served.url, folder)));
    const found = searchProfile(profile, [...WORDS, ...Object.values(CONTROLS)]);
    await browser.close();
    found.push(...searchProfile(profile, [...WORDS, ...Object.values(CONTROLS)]));
    const ours = found.filter(({ word }) => WORDS.includes(word));
    return {
      inProfile: ours.filter((finding) => !isRemembered(finding)),
      remembered: ours.filter(isRemembered),
      controls: found.filter(({ word }) => !WORDS.includes(word)),
      elsewhere: told.flatMap((text) =>
        WORDS.filter((word) => text.includes(word)).map((word) => partAround(text, word)),
      ),
    };
  } finally {
    await browser.kill();
    await served.sites.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const isRemembered = ({ file, word }: Finding) =>
  REMEMBERED_IN.test(file) &&
  Object.values(TYPED).some((typed) =>
    REMEMBERED_FIELDS.some((id) => typed[id] === word || typed[id]?.replace(/\D/g, '') === `8${word}`),
  );

const partAround = (text: string, word: string) =>
  text.slice(Math.max(0, text.indexOf(word) - 100), text.indexOf(word) + 40);

/** Gives a list to which the portal adds the lines of its log. */
function listenToPortal({ sites }: ServedPage): string[] {
  const lines: string[] = [];
  sites.sandbox.context.log = (...line) => {
    lines.push(JSON.stringify(line));
  };
  return lines;
}

/** Types, chooses a file, tries to send. Gives what a script of the page has heard and found. */
async function visit({ page }: ProfileBrowser, url: string, folder: string): Promise<string[]> {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('request', (request) => told.push(request.url()));
  await page.evaluateOnNewDocument(eavesdrop);
  await page.goto(url);
  await waitUntil(async () => (await page.evaluate(inPage.readForm)).isReady);
  await page.evaluate(addEars);
  await page.evaluate(writeControls, CONTROLS);

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
  const path = join(folder, `${FILE.name}.pdf`);
  writeFileSync(path, `%PDF-1.4\n${FILE.content}`);
  const input = await page.$(fileInput('benefitDocument'));
  await input?.uploadFile(path);
  await waitUntil(async () => {
    const { files, keptIn } = await page.evaluate(inPage.readForm);
    return keptIn === 'device' && !!files['benefitDocument']?.length;
  });
  await sleep(NOTED_AFTER);
  const around = await page.evaluate(surroundings);
  // A screen reader says which file the button removes: that is an attribute inside the widget.
  return [...told, ...(await page.evaluate(heardEvents)), around.replace(`убрать файл ${FILE.name}`, '')];
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

/** Waits half a minute at most. */
async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries > 300) throw new Error('The page does not come so far');
    await sleep(100);
  }
}
