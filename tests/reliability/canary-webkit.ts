import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findWebKit } from '../browsers.ts';
import { CONTROLS, FILE, TYPED } from './canaries.ts';
import { writeControls } from './canary-citizen.ts';
import { WIDGETS, WORDS } from './canary-visit.ts';
import { cutUploads, servePage } from './crash-sites.ts';
import { searchProfile, type Finding } from './profile-search.ts';

/** Milliseconds in which the page has opened, typed, and the browser has written. */
const DONE_AFTER = 25_000;

/**
 * Looks for what was typed in the profile of WebKitGTK. Under WebDriver it has none, so it runs without, and the page types itself. Gives
 * what was found of that, and of what the page has written as plain text (the last of it when the device had the draft); `undefined` where this machine has no WebKitGTK.
 */
export async function searchWebKit(): Promise<{ inProfile: Finding[]; controls: Finding[] } | undefined> {
  const webkit = findWebKit();
  if (!webkit) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const typing = [
    `(${writeControls.toString()})(${JSON.stringify(CONTROLS)})`,
    `(${typeByItself.toString()})(${JSON.stringify({ typed: TYPED, file: FILE, kept: CONTROLS.field })})`,
  ];
  const html = `${WIDGETS}<script>${typing.join(';')}</script>`;
  // What the page brings itself must not be in the cache.
  const served = await servePage(html, folder, { 'Cache-Control': 'no-store' });
  cutUploads(served.sites);
  const profile = join(folder, 'profile');
  const folders = {
    HOME: profile,
    XDG_DATA_HOME: profile,
    XDG_CACHE_HOME: profile,
    XDG_CONFIG_HOME: profile,
  };
  const browser = spawn('xvfb-run', ['-a', webkit.browser, served.url], {
    env: { ...process.env, ...folders },
    stdio: 'ignore',
    detached: true,
  });
  try {
    await sleep(DONE_AFTER);
    const found = searchProfile(profile, [...WORDS, ...Object.values(CONTROLS)]);
    return {
      inProfile: found.filter(({ word }) => WORDS.includes(word)),
      controls: found.filter(({ word }) => !WORDS.includes(word)),
    };
  } finally {
    if (browser.pid !== undefined && browser.exitCode === null) {
      const exited = once(browser, 'exit');
      process.kill(-browser.pid, 'SIGKILL');
      await exited;
    }
    await served.sites.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the page types; `kept` is what it writes as plain text when the device has the draft. */
interface Typing {
  typed: Record<string, Record<string, string>>;
  file: { name: string; content: string };
  kept: string;
}

/** Types into all forms, and gives the application a file. Runs in the page. */
async function typeByItself({ typed, file, kept }: Typing): Promise<void> {
  for (const [tag, texts] of Object.entries(typed))
    for (const [id, text] of Object.entries(texts)) {
      const find = () => document.querySelector(tag)?.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
      while (!find()) await new Promise((resolve) => setTimeout(resolve, 100));
      const control = find();
      if (control) control.value = text;
      control?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  const { form } = document.querySelector('okno-application-form') as unknown as {
    form: { setValues: (values: object) => void; openDraft: () => Promise<{ keptIn: string | undefined }> };
  };
  const chosen = new File([file.content], `${file.name}.pdf`, { type: 'application/pdf' });
  form.setValues({ benefitDocument: [chosen] });
  while ((await form.openDraft()).keptIn !== 'device')
    await new Promise((resolve) => setTimeout(resolve, 100));
  localStorage.setItem('kept', kept);
}
