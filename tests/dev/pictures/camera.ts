import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Browser, Locator, Page } from 'playwright-core';

import { NOW } from './checkout.ts';

/** Codes and measured times differ from run to run. The style reaches into shadow trees. */
const MASK = '[data-code], #time { visibility: hidden; display: inline-block; inline-size: 6em }';
const MOST_TRIES = 20;

export interface Camera {
  page: Page;
  /** Takes a picture when the page has come to rest. `name` is a path without `.png`. */
  take: (name: string, what?: Locator) => Promise<void>;
}

/** A page of its own at a width, with the clock stopped and without movement. */
export async function openCamera(browser: Browser, width: number, folder: string): Promise<Camera> {
  const context = await browser.newContext({
    viewport: { width, height: 1000 },
    locale: 'ru-RU',
    timezoneId: 'Asia/Barnaul',
    reducedMotion: 'reduce',
  });
  await context.clock.setFixedTime(NOW);
  await context.addInitScript(stopPortalTime);
  const page = await context.newPage();

  async function take(name: string, what?: Locator) {
    const path = join(folder, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await restingPicture(page, what));
  }
  return { page, take };
}

/**
 * Takes pictures until two in a row are the same: the first of a tall page may differ from the others in a few pixels. Rejects
 * when something does not stop moving.
 */
async function restingPicture(page: Page, what?: Locator): Promise<Buffer> {
  const options = { animations: 'disabled', caret: 'hide', style: MASK } as const;
  const shoot = () => what?.screenshot(options) ?? page.screenshot({ ...options, fullPage: true });
  if (await page.evaluate(hasWidgets)) await page.waitForLoadState('networkidle');
  let last = await shoot();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const next = await shoot();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error(`The page does not come to rest: ${page.url()}`);
}

/** In the page: whether custom elements stand on it. */
function hasWidgets(): boolean {
  return [...document.body.querySelectorAll('*')].some(({ localName }) => localName.includes('-'));
}

/** In the page: the `Date` that servers send is the browser's stopped time. */
function stopPortalTime(): void {
  const get = Reflect.get(Headers.prototype, 'get');
  Headers.prototype.get = function (name) {
    return name.toLowerCase() === 'date' ? new Date().toUTCString() : get.call(this, name);
  };
}
