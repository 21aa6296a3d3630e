import { appendFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ActionRunner, Life } from './crash-actions.ts';
import { Citizen } from './crash-citizen.ts';
import { cutUploads, servePage } from './crash-sites.ts';
import { FORM_HTML } from './kindergarten-form.ts';
import { startBrowser, type EngineName } from './profile-browser.ts';

/** What the runs have shown. */
export interface CrashReport {
  /** What was done before the browsers were killed: letters, steps, files. */
  done: ActionRunner['done'];
  /** What was lost, run by run. */
  faults: string[];
  /** How often the browser has thrown all databases of the site away (`Citizen.emptied`). */
  emptied: number;
}

/** Which runs, in which browser. */
interface CrashOptions {
  engine: EngineName;
  lives: readonly Life[];
  /** Leaves Chromium's log after each kill as a kill in the middle of a write leaves it. */
  isTorn?: boolean;
  /** Takes from the vault that by which it knows Chromium: it does not begin a new log then (`drafts/renew-log.ts`). */
  isLogKept?: boolean;
  /** Called after each run with what was lost in it. */
  onRun?: (run: number, faults: readonly string[]) => void;
}

/**
 * Kills a browser at the end of each of its lives, while a citizen fills in the application form, and starts it again with the same
 * profile. Finds out each time what has been lost.
 */
export async function crashRepeatedly({
  engine,
  lives,
  isTorn = false,
  isLogKept = false,
  onRun,
}: CrashOptions): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const served = await servePage(FORM_HTML, folder);
  cutUploads(served.sites);
  const citizen = new Citizen(folder, async () => {
    const browser = await startBrowser(engine, join(folder, 'profile'));
    if (isLogKept) await browser.page.evaluateOnNewDocument(hideDataLoss);
    await browser.page.goto(served.url);
    return browser;
  });
  try {
    await citizen.begin();
    for (const [run, life] of lives.entries()) {
      await citizen.live(life.actions, life.lifetime);
      if (isTorn) tearLog(join(folder, 'profile'));
      // Not as an argument of `onRun`: it would not be called where nobody listens.
      const lost = await citizen.comeBack(run + 1);
      onRun?.(run + 1, lost);
    }
    return { done: citizen.runner.done, faults: citizen.faults, emptied: citizen.emptied };
  } finally {
    await citizen.leave();
    await served.sites.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in the page, before its scripts. */
function hideDataLoss(): void {
  Reflect.deleteProperty(IDBVersionChangeEvent.prototype, 'dataLoss');
}

/** The head of a record of 64 bytes in a log of LevelDB (checksum, length, kind), behind which nothing stands. */
const HEAD_OF_RECORD = Buffer.from([0x11, 0x22, 0x33, 0x44, 0x40, 0x00, 0x01]);

/** Tears the log of the databases of each site in a profile of Chromium. Throws where it finds none. */
function tearLog(profile: string): void {
  const logs = globSync(join(profile, 'Default/IndexedDB/*.leveldb/*.log'));
  if (!logs.length) throw new Error(`There is no log in ${profile}`);
  for (const log of logs) appendFileSync(log, HEAD_OF_RECORD);
}
