import { once } from 'node:events';

import type { PuppeteerPage } from '@web/test-runner-chrome';

import { findChromium, findFirefox } from '../browsers.ts';
import { installTools } from '../tools.ts';

/** The browsers that a test can kill, and start again with the same profile. */
export const PROFILE_ENGINES = ['chromium', 'firefox'] as const;
/** Name of such a browser. */
export type EngineName = (typeof PROFILE_ENGINES)[number];

/** A browser with its profile in a folder, and one page. */
export interface ProfileBrowser {
  page: PuppeteerPage;
  /** Ends all its processes at once, by SIGKILL. */
  kill(): Promise<void>;
  /** Ends it as a citizen does. */
  close(): Promise<void>;
}

/** Starts a browser with the profile in a folder, which need not be there yet. Rejects where this machine does not have the browser. */
export async function startBrowser(engine: EngineName, profile: string): Promise<ProfileBrowser> {
  installTools();
  const { puppeteerCore } = await import('@web/test-runner-chrome');
  const browser = await puppeteerCore.launch({ userDataDir: profile, ...(await programOf(engine)) });
  const program = browser.process();
  return {
    page: await browser.newPage(),
    close: () => browser.close(),
    async kill() {
      if (program?.pid === undefined || (program.exitCode ?? program.signalCode) !== null) return;
      const exited = once(program, 'exit');
      process.kill(-program.pid, 'SIGKILL');
      await exited;
    },
  };
}

async function programOf(engine: EngineName) {
  if (engine === 'chromium') {
    const { executablePath, args } = await findChromium('whole');
    return { browser: 'chrome' as const, executablePath, args };
  }
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('Firefox is not installed here');
  return { browser: 'firefox' as const, executablePath };
}
