import type { Browser, Page } from 'playwright-core';

import { enginesIn, MODES } from './modes.ts';
import { call, enterMode, faultsNow, watchFocus } from './visit.ts';

/** One state of the gallery. */
export interface GalleryState {
  widget: string;
  name: string;
  url: string;
}

/** A fault of a state, with the modes in which it is one. */
export interface Fault {
  text: string;
  modes: string[];
}

interface Questions {
  modes: readonly string[];
  engines: readonly string[];
  /** Changes the page of the state in a mode, before it is looked at. */
  change?: (page: Page) => Promise<void>;
}

/** The states that the gallery's list leads to. */
export async function listStates(browser: Browser, url: string): Promise<GalleryState[]> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForSelector('nav a[href*="state="]');
  const addresses = await page.$$eval('nav a[href*="state="]', (links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  );
  await page.close();
  return addresses.map((address) => {
    const { searchParams } = new URL(address);
    return { widget: searchParams.get('widget') ?? '', name: searchParams.get('state') ?? '', url: address };
  });
}

/** Opens a state and looks at it in some modes; at last types into it. A state that cannot be reached is a fault. */
export async function lookAtState(
  browser: Browser,
  { url }: GalleryState,
  { modes, engines, change }: Questions,
): Promise<Fault[]> {
  const context = await browser.newContext({ locale: 'ru-RU', reducedMotion: 'reduce' });
  const found = new Map<string, string[]>();
  const add = (texts: readonly string[], mode: string) => {
    for (const text of new Set(texts)) found.set(text, [...(found.get(text) ?? []), mode]);
  };
  try {
    const page = await context.newPage();
    const [first = ''] = modes;
    const { width = 1024, height = 768 } = MODES[first] ?? {};
    await page.setViewportSize({ width, height });
    await watchFocus(page);
    await page.goto(url);
    const reached = await page.waitForSelector('html[data-reached]', { state: 'attached', timeout: 60_000 });
    const verdict = (await reached.getAttribute('data-reached')) ?? '';
    if (verdict !== 'yes') add([verdict], 'open');
    add(await call(page, 'faultsOfNotices'), first);
    for (const name of modes) {
      const mode = MODES[name];
      if (!mode) throw new Error(`There is no mode ${name}`);
      await enterMode(page, mode);
      if (change) {
        await change(page);
        add(await call(page, 'faultsOfNotices'), name);
      }
      add(await faultsNow(page, enginesIn(mode, engines)), name);
    }
    add(await call(page, 'faultsOfTyping'), 'typing');
  } catch (error) {
    add([String(error)], 'open');
  } finally {
    await context.close();
  }
  return [...found].map(([text, where]) => ({ text, modes: where }));
}
