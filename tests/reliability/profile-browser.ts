import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';

import type { PuppeteerBrowser, PuppeteerPage } from '@web/test-runner-chrome';

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

/** A browser that runs. Its process leads a group, to which all its processes belong. */
interface Running {
  browser: PuppeteerBrowser;
  program: ChildProcess;
}

/** Starts a browser with the profile in a folder, which need not be there yet. Rejects where this machine does not have the browser. */
export async function startBrowser(engine: EngineName, profile: string): Promise<ProfileBrowser> {
  installTools();
  const start = engine === 'chromium' ? startChromium : startFirefox;
  const { browser, program } = await start(profile);
  const exited = once(program, 'exit');
  return {
    page: await browser.newPage(),
    async close() {
      await browser.close();
      await exited;
    },
    async kill() {
      if (program.pid === undefined || (program.exitCode ?? program.signalCode) !== null) return;
      process.kill(-program.pid, 'SIGKILL');
      await exited;
    },
  };
}

async function startChromium(profile: string): Promise<Running> {
  const { puppeteerCore } = await import('@web/test-runner-chrome');
  const { executablePath, args } = await findChromium('whole');
  const browser = await puppeteerCore.launch({
    browser: 'chrome',
    executablePath,
    args,
    userDataDir: profile,
  });
  const program = browser.process();
  if (!program) throw new Error('Chromium has no process of ours');
  return { browser, program };
}

/**
 * Starts Firefox, and connects to it. Puppeteer does not start it here: it brings the profile's settings back when Firefox ends, without
 * saying when it is done, and a start with the same profile meanwhile fails («ENOENT user.js»).
 */
async function startFirefox(profile: string): Promise<Running> {
  const { puppeteerCore } = await import('@web/test-runner-chrome');
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('Firefox is not installed here');
  mkdirSync(profile, { recursive: true });
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const program = spawn(executablePath, [...args, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await whenListening(program);
  const browser = await puppeteerCore.connect({
    browserWSEndpoint: `${address}/session`,
    protocol: 'webDriverBiDi',
  });
  return { browser, program };
}

/** Gives the address at which Firefox listens. Rejects with what it has written if it ends before. */
const whenListening = (program: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    program.stderr?.on('data', (chunk) => {
      output += String(chunk);
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    program.once('exit', () => {
      reject(new Error(`Firefox has ended: ${output}`));
    });
  });
