/** Finds the browsers of this machine. Chromium always: the system's, else the one that npm brings. The others where they are. */
import { existsSync } from 'node:fs';
import { globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import sparticuz from '@sparticuz/chromium';

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

const inPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

export interface Chromium {
  executablePath: string;
  args: string[];
  /** Where it comes from, for the report. */
  source: string;
}

/** The system's Chromium or Chrome; without one, the Chromium of @sparticuz/chromium, unpacked into the temporary folder. */
export async function findChromium(): Promise<Chromium> {
  const system = ['chromium', 'chromium-browser', 'google-chrome']
    .map(inPath)
    .find((path) => path !== undefined);
  if (system !== undefined) return { executablePath: system, args: CHROMIUM_ARGS, source: system };
  // Not with its own switches: they are for one page in a cloud function, in one process and without web security.
  return {
    executablePath: await sparticuz.executablePath(),
    args: CHROMIUM_ARGS,
    source: '@sparticuz/chromium',
  };
}

export const findFirefox = (): string | undefined => inPath('firefox-esr') ?? inPath('firefox');

/** WebKitGTK: its driver, its MiniBrowser, and a display to draw on. */
export function findWebKit(): { driver: string; browser: string } | undefined {
  const driver = inPath('WebKitWebDriver');
  const browser = globSync('/usr/{lib,libexec}/{,*/}webkit2gtk-4.*/MiniBrowser')[0];
  return driver !== undefined &&
    browser !== undefined &&
    (inPath('Xvfb') ?? process.env['DISPLAY']) !== undefined
    ? { driver, browser }
    : undefined;
}
