import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { installTools } from '../tools.ts';

/** Chromium writes into its profile where it listens. */
const CHROMIUM_PORT = 'DevToolsActivePort';

/**
 * Has the first field for files of the page take a file, in a browser with this profile. The window of the system, in which a citizen
 * chooses it, does not let itself be used on a desktop like this one.
 */
export async function attachFile(profile: string, path: string): Promise<void> {
  installTools();
  const { puppeteerCore } = await import('@web/test-runner-chrome');
  const isChromium = existsSync(join(profile, CHROMIUM_PORT));
  const connection = await puppeteerCore.connect({
    browserWSEndpoint: isChromium ? addressOfChromium(profile) : addressOfFirefox(profile),
    protocol: isChromium ? 'cdp' : 'webDriverBiDi',
    defaultViewport: null,
  });
  const [page] = await connection.pages();
  const input = await page?.$('>>> input[type=file]');
  if (!input) throw new Error('The page has no field for files');
  await input.uploadFile(path);
  await connection.disconnect();
}

function addressOfChromium(profile: string): string {
  const [port = '', path = ''] = readFileSync(join(profile, CHROMIUM_PORT), 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

function addressOfFirefox(profile: string): string {
  const file = readFileSync(join(profile, 'WebDriverBiDiServer.json'), 'utf8');
  return `ws://127.0.0.1:${(JSON.parse(file) as { ws_port: number }).ws_port}/session`;
}
