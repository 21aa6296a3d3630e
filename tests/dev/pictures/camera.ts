import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { chromium, type Locator, type Page } from 'playwright-core';

import { findChromium } from '../../browsers.ts';
import { PICTURE_TIME } from './checkout.ts';

/** Codes and measured times differ from run to run. The style reaches into shadow trees. */
const MASK =
  '[data-code], #time { visibility: hidden; display: inline-block; inline-size: 6em } #code { color: transparent }';
/** Pictures until two in a row have to be the same. */
const MAX_TRIES = 20;

/** A browser that takes pictures into a folder. */
export interface Camera {
  /** The page that is taken. */
  page: Page;
  /** Takes a picture when the page has come to rest. `name` is a path without `.png`. */
  take: (name: string, what?: Locator) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens a browser with a page of this width in CSS pixels; its clock stands still, and nothing moves. */
export async function openCamera(width: number, folder: string): Promise<Camera> {
  const { executablePath, args } = await findChromium();
  // Parts of an old picture under a new one differ in a few pixels from run to run.
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-partial-raster'] });
  const context = await browser.newContext({
    viewport: { width, height: 1000 },
    locale: 'ru-RU',
    timezoneId: 'Asia/Barnaul',
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(PICTURE_TIME);
  await context.addInitScript(stopPortalTime);
  const page = await context.newPage();

  async function take(name: string, what?: Locator) {
    const path = join(folder, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await restingPicture(page, what));
  }
  return { page, take, close: () => browser.close() };
}

/**
 * A page without widgets stands still when it has loaded; with widgets two pictures in a row have to be the same. Rejects when
 * something does not stop moving.
 */
async function restingPicture(page: Page, what?: Locator): Promise<Buffer> {
  const isStill = !(await page.evaluate(hasWidgets));
  // In the gallery a state may be that no answer comes.
  if (!isStill && !(await page.evaluate(isReached))) await page.waitForLoadState('networkidle');
  let last: Buffer | undefined;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const next = await shoot(page, what);
    if (next && (isStill || last?.equals(next))) return next;
    last = next;
  }
  throw new Error(`The page does not come to rest: ${page.url()}`);
}

/** Takes one picture; nothing when a busy Chromium could not. */
async function shoot(page: Page, what?: Locator): Promise<Buffer | undefined> {
  const options = { animations: 'disabled', caret: 'hide', style: MASK } as const;
  try {
    return await (what?.screenshot(options) ?? page.screenshot({ ...options, fullPage: true }));
  } catch (error) {
    if (error instanceof Error && error.message.includes('Unable to capture screenshot')) return undefined;
    throw error;
  }
}

/** In the page: whether custom elements stand on it. */
function hasWidgets(): boolean {
  return [...document.body.querySelectorAll('*')].some(({ localName }) => localName.includes('-'));
}

/** In the page: whether it is a state of the gallery that has been reached. */
function isReached(): boolean {
  return document.documentElement.dataset['reached'] !== undefined;
}

/** In the page: the `Date` that servers send is the browser's stopped time. */
function stopPortalTime(): void {
  const get = Reflect.get(Headers.prototype, 'get');
  Headers.prototype.get = function (name) {
    return name.toLowerCase() === 'date' ? new Date().toUTCString() : get.call(this, name);
  };
}
