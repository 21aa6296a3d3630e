import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { addEars, changedGlobals, eavesdrop, heardEvents, surroundings } from '../journeys/eavesdropper.ts';
import { CONTROLS, DIGITS, FILE, REMEMBERED_FIELDS, REMEMBERED_IN, TYPED, TYPED_LATER } from './canaries.ts';
import { chooseFile, fillInAll, sendApplication, waitForForm, writeControls } from './canary-citizen.ts';
import { cutUploads, servePage, type ServedPage } from './crash-sites.ts';
import { FORM_HTML } from './kindergarten-form.ts';
import { startBrowser, type EngineName, type ProfileBrowser } from './profile-browser.ts';
import { searchProfile, type Finding } from './profile-search.ts';

/** What was found of all that a citizen has typed. */
export interface CanaryReport {
  /** In the profile of the browser, while it ran and after it has ended. */
  inProfile: Finding[];
  /** What the browser itself remembers of any form (`REMEMBERED_IN`). */
  remembered: Finding[];
  /** In addresses, the console, events, attributes, the storage of the page and the log of the portal. */
  elsewhere: string[];
  /** Names of globals and properties of prototypes that the widgets have changed, but for ours and those of Lit. */
  changed: string[];
  /** Number of the application that was sent. */
  number: string;
  /** What a script of the page has written itself: where it is not found, the search is blind. */
  controls: Finding[];
}

/** Milliseconds in which a browser writes its own notes of a page: Firefox every second here, Chromium within some. */
export const NOTED_AFTER = 4000;
/** Globals that Lit puts on the page: its versions. */
const OF_LIT = /^window\.(?:litElement|litHtml|reactiveElement)Versions$/;
/** Globals of the script that looks, and of the program that drives the browser. */
const OF_THE_TEST = /(?:eavesdropped|globalsOf|addEarsToWindow|puppeteer)|\.(?:event|length|\d+)$/;
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

/** Types into all forms of a page, sends one, and looks for what was typed wherever it does not belong: before, after, and at the end. */
export async function visitWithCanaries(engine: EngineName): Promise<CanaryReport> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const served = await servePage(`<p><input id="plain" name="plain"></p>${WIDGETS}`, folder);
  cutUploads(served.sites);
  const told = listenToPortal(served);
  const profile = join(folder, 'profile');
  const browser = await startBrowser(engine, profile);
  const search = (more: readonly string[] = []) =>
    searchProfile(profile, [...WORDS, ...more, ...Object.values(CONTROLS)]);
  try {
    await visit(browser, served.url, { folder, told });
    const found = search();
    served.sites.sandbox.context.faults.clear();
    const { number, code } = await sendApplication(browser.page);
    const { told: heard, changed } = await listen(browser);
    found.push(...search([code]));
    await browser.close();
    found.push(...search([code]));
    const words = [...WORDS, code];
    const ours = found.filter(({ word }) => words.includes(word));
    return {
      number,
      changed,
      inProfile: ours.filter((finding) => !isRemembered(finding)),
      remembered: ours.filter(isRemembered),
      controls: found.filter(({ word }) => !words.includes(word)),
      elsewhere: [...told, ...heard].flatMap((text) =>
        words.filter((word) => text.includes(word)).map((word) => partAround(text, word)),
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

/** Types into all forms, and chooses a file. Adds addresses and what the console says to `told`, now and later. */
async function visit(
  { page }: ProfileBrowser,
  url: string,
  { folder, told }: { folder: string; told: string[] },
): Promise<void> {
  page.on('console', (message) => told.push(message.text()));
  page.on('request', (request) => told.push(request.url()));
  await page.evaluateOnNewDocument(eavesdrop);
  await page.goto(url);
  await waitForForm(page);
  await page.evaluate(addEars);
  await page.evaluate(writeControls, CONTROLS);
  await fillInAll(page);
  await chooseFile(page, folder);
  await sleep(NOTED_AFTER);
  told.push(await surroundingsOf(page));
}

/** Gives what a script of the page has heard and finds. */
async function listen({ page }: ProfileBrowser): Promise<{ told: string[]; changed: string[] }> {
  await sleep(NOTED_AFTER);
  const changed = await page.evaluate(changedGlobals);
  return {
    told: [...(await page.evaluate(heardEvents)), await surroundingsOf(page)],
    changed: changed.filter(
      (name) => !OF_LIT.test(name) && !OF_THE_TEST.test(name) && !name.includes('okno'),
    ),
  };
}

/** A screen reader says which file a button removes, or pauses: that is an attribute inside the widget. */
const surroundingsOf = async (page: ProfileBrowser['page']): Promise<string> =>
  (await page.evaluate(surroundings)).replaceAll(
    new RegExp(`(?:убрать|остановить загрузку) файла? ${FILE.name}`, 'gu'),
    '',
  );
