/** Finds the browsers of this machine. Chromium is always there: the system's, or one from npm. */
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { installTools } from './tools.ts';

/** The tests that run in browsers. */
export const TEST_FILES = ['{widgets,site}/**/*.browser.test.ts', 'tests/hosts/*.browser.test.ts'];

/** Switches for Chromium without a display, as root or not, that keep it from calling home. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** The path of a program in one of the folders of PATH. */
export const inPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** How to start Chromium. */
export interface Chromium {
  executablePath: string;
  /** Command-line switches. */
  args: string[];
  /** Where it comes from, for the report. */
  source: string;
}

/** A whole browser, which keeps a profile as a citizen's does; its headless build is the same engine without that. */
const WHOLE = ['chromium', 'chromium-browser', 'google-chrome'];
const HEADLESS = ['chromium-headless-shell'];

/**
 * The system's Chromium: its headless build first, which takes half of the processor time, or the whole browser first. Without one, the
 * Chromium of @sparticuz/chromium, which is headless, installed where it is not there yet, and unpacked into the temporary folder.
 */
export async function findChromium(first: 'headless' | 'whole' = 'headless'): Promise<Chromium> {
  const names = first === 'whole' ? [...WHOLE, ...HEADLESS] : [...HEADLESS, ...WHOLE];
  const system = names.map(inPath).find((path) => path !== undefined);
  if (system !== undefined) return { executablePath: system, args: CHROMIUM_ARGS, source: system };
  installTools();
  const { default: sparticuz } = await import('@sparticuz/chromium');
  // Not with its own switches: they are for one page in a cloud function, in one process and without web security.
  return {
    executablePath: await sparticuz.executablePath(),
    args: CHROMIUM_ARGS,
    source: '@sparticuz/chromium',
  };
}

/** The path of Firefox; `undefined` where it is not installed. */
export const findFirefox = (): string | undefined => inPath('firefox-esr') ?? inPath('firefox');

/** The paths of WebKitGTK's driver and MiniBrowser; `undefined` where one of them, or a display to draw on, is missing. */
export function findWebKit(): { driver: string; browser: string } | undefined {
  const driver = inPath('WebKitWebDriver');
  const browser = globSync('/usr/{lib,libexec}/{,*/}webkit2gtk-4.*/MiniBrowser')[0];
  return driver !== undefined &&
    browser !== undefined &&
    (inPath('Xvfb') ?? process.env['DISPLAY']) !== undefined
    ? { driver, browser }
    : undefined;
}
