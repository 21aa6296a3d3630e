import { appendFileSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';

import { LIFE, type ActionRunner } from './crash-actions.ts';
import { Citizen } from './crash-citizen.ts';
import { cutUploads, servePage } from './crash-sites.ts';
import { FORM_HTML } from './kindergarten-form.ts';
import { startBrowser, type EngineName } from './profile-browser.ts';

/** What the runs have shown. */
export interface CrashReport {
  runs: number;
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
  runs: number;
  seed: number;
  /** Leaves Chromium's log after each kill as a kill in the middle of a write leaves it. */
  isTorn?: boolean;
  /** Called after each run with what was lost in it. */
  onRun?: (run: number, faults: readonly string[]) => void;
}

/**
 * Kills a browser `runs` times at random moments while a citizen fills in the application form, and starts it again with the same
 * profile. Finds out each time what has been lost.
 */
export async function crashRepeatedly({
  engine,
  runs,
  seed,
  isTorn = false,
  onRun,
}: CrashOptions): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const served = await servePage(FORM_HTML, folder);
  cutUploads(served.sites);
  const citizen = new Citizen(folder, async () => {
    const browser = await startBrowser(engine, join(folder, 'profile'));
    await browser.page.goto(served.url);
    return browser;
  });
  try {
    await citizen.begin();
    for (const [run, life] of fc.sample(LIFE, { seed, numRuns: runs }).entries()) {
      await citizen.live(life.actions, life.lifetime);
      if (isTorn) tearLog(join(folder, 'profile'));
      onRun?.(run + 1, await citizen.comeBack(run + 1));
    }
    return { runs, done: citizen.runner.done, faults: citizen.faults, emptied: citizen.emptied };
  } finally {
    await citizen.leave();
    await served.sites.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The head of a record of 64 bytes in a log of LevelDB (checksum, length, kind), behind which nothing stands. */
const HEAD_OF_RECORD = Buffer.from([0x11, 0x22, 0x33, 0x44, 0x40, 0x00, 0x01]);

/** Tears the log of the databases of each site in a profile of Chromium. Throws where it finds none. */
function tearLog(profile: string): void {
  const logs = globSync(join(profile, 'Default/IndexedDB/*.leveldb/*.log'));
  if (!logs.length) throw new Error(`There is no log in ${profile}`);
  for (const log of logs) appendFileSync(log, HEAD_OF_RECORD);
}
