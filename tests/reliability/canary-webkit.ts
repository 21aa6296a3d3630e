import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findWebKit } from '../browsers.ts';
import { CONTROLS, FILE, TYPED, TYPED_LATER } from './canaries.ts';
import { giveConsent, readReceipt, waitUntil, writeControls } from './canary-citizen.ts';
import { NOTED_AFTER, WIDGETS, WORDS, type CanaryReport } from './canary-visit.ts';
import { cutUploads, servePage, type ServedPage } from './crash-sites.ts';
import { pressStep } from './form-in-page.ts';
import { ANSWERS } from './kindergarten-form.ts';
import { searchProfile } from './profile-search.ts';

/** Seconds in which a page on a busy machine comes so far. */
const PATIENCE = 120;

/**
 * Looks for what was typed in the profile of WebKitGTK, before an application is sent and after. Under WebDriver it has none, so it runs
 * without, and the page types and sends itself. Gives what was found of that, and of what the page has written as plain text (the last of
 * it when the device had the draft); `undefined` where this machine has no WebKitGTK.
 */
export async function searchWebKit(): Promise<
  Pick<CanaryReport, 'inProfile' | 'controls' | 'number'> | undefined
> {
  const webkit = findWebKit();
  if (!webkit) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  // What the page brings itself must not be in the cache.
  const served = await servePage(`${WIDGETS}<script>${citizenScript()}</script>`, folder, {
    'Cache-Control': 'no-store',
  });
  cutUploads(served.sites);
  const profile = join(folder, 'profile');
  const browser = startWebKit(webkit.browser, served.url, profile);
  const search = (more: readonly string[] = []) =>
    searchProfile(profile, [...WORDS, ...more, ...Object.values(CONTROLS)]);
  try {
    await hear(served, 'kept');
    const found = search();
    served.sites.sandbox.context.faults.clear();
    const [number = '', code = ''] = await hear(served, 'sent');
    found.push(...search([code]));
    const words = [...WORDS, code];
    return {
      number,
      inProfile: found.filter(({ word }) => words.includes(word)),
      controls: found.filter(({ word }) => !words.includes(word)),
    };
  } finally {
    await browser.kill();
    await served.sites.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts MiniBrowser with all that it keeps in one folder. */
function startWebKit(path: string, url: string, profile: string): { kill(): Promise<void> } {
  const folders = {
    HOME: profile,
    XDG_DATA_HOME: profile,
    XDG_CACHE_HOME: profile,
    XDG_CONFIG_HOME: profile,
  };
  const browser = spawn('xvfb-run', ['-a', path, url], {
    env: { ...process.env, ...folders },
    stdio: 'ignore',
    detached: true,
  });
  return {
    async kill() {
      if (browser.pid === undefined || browser.exitCode !== null) return;
      const exited = once(browser, 'exit');
      process.kill(-browser.pid, 'SIGKILL');
      await exited;
    },
  };
}

/** Waits until the page says this word, and the browser has written. Gives the words behind it. */
async function hear({ sites }: ServedPage, word: string): Promise<string[]> {
  const said: string[] = [];
  for (const host of sites.urls.keys()) sites.violations.set(host, said);
  const find = () => said.map((line) => line.split(' ')).find((line) => line.includes(word)) ?? [];
  await waitUntil(() => Promise.resolve(find().length > 0), PATIENCE);
  await sleep(NOTED_AFTER);
  return find().slice(find().indexOf(word) + 1);
}

/** The script of the page: what a citizen does, with the functions that it calls by these names. */
function citizenScript(): string {
  const functions = [writeControls, pressStep, giveConsent, readReceipt, liveByItself];
  const plan = { typed: TYPED, later: TYPED_LATER, answers: ANSWERS, file: FILE, controls: CONTROLS };
  return `${functions.map(String).join(';')};liveByItself(${JSON.stringify(plan)})`;
}

/** What the page types, chooses, and writes as plain text. */
interface CitizenPlan {
  typed: Record<string, Record<string, string>>;
  later: Record<string, string>;
  answers: Record<string, unknown>;
  file: { name: string; content: string };
  controls: Record<string, string>;
}

/** The form as far as the page's script knows it. */
interface FormOfPage {
  form: {
    setValues: (values: object) => void;
    openDraft: () => Promise<{ keptIn: string | undefined }>;
  };
}

/** Types into all forms, gives the application a file, and sends it as soon as uploads get through. Runs in the page. */
async function liveByItself({ typed, later, answers, file, controls }: CitizenPlan): Promise<void> {
  const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
  // A report of the page's policy is what its server takes.
  const say = (words: string) =>
    fetch('/', { method: 'POST', body: JSON.stringify({ 'csp-report': { 'blocked-uri': words } }) });
  await writeControls(controls);
  for (const [tag, texts] of Object.entries(typed))
    for (const [id, text] of Object.entries(texts)) {
      const find = () => document.querySelector(tag)?.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
      while (!find()) await pause();
      const control = find();
      if (control) control.value = text;
      control?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  const { form } = document.querySelector('okno-application-form') as unknown as FormOfPage;
  const { childBirthDate, address, startDate, group } = answers;
  const child = Object.entries(later).map(([id, text]): [string, unknown] => [
    id.replace('field-', ''),
    text,
  ]);
  const benefitDocument = [new File([file.content], `${file.name}.pdf`, { type: 'application/pdf' })];
  const rest = { childBirthDate, address, startDate, group, benefitDocument };
  form.setValues({ ...Object.fromEntries(child), ...rest });
  while ((await form.openDraft()).keptIn !== 'device') await pause();
  localStorage.setItem('kept', controls['field'] ?? '');
  await say('kept');
  for (let step = 0; step < 4;) step = await pressStep(true);
  let receipt = readReceipt();
  for (; !receipt; receipt = readReceipt()) {
    giveConsent();
    await pressStep(true);
  }
  await say(`sent ${receipt.number} ${receipt.code}`);
}
