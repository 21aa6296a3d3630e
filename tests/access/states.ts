import type { Browser, Page } from 'playwright-core';

import { enginesIn, modesAmong } from './modes.ts';
import { call, enterMode, faultsNow, watchFocus } from './visit.ts';

/** What is looked at: a state of the gallery, or a page of the catalogue. */
export interface Subject {
  /** The widget that is in the state. */
  widget: string;
  name: string;
  url: string;
  /** Address of the gallery, of a page of the catalogue: it serves the code that looks at the page. */
  lookedAtFrom?: string;
}

/** A fault of a state or page, with the modes in which it is one. */
export interface Fault {
  text: string;
  modes: string[];
}

interface Questions {
  /** Names of modes; those that it has not are left out. */
  modes: readonly string[];
  engines: readonly string[];
  /** Changes the page in a mode, before it is looked at. */
  change?: (page: Page) => Promise<void>;
}

/** The states that the gallery's list leads to. */
export async function listStates(browser: Browser, url: string): Promise<Subject[]> {
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

/** Opens a state or page and looks at it in some of its modes; at last types into it. A state that cannot be reached is a fault. */
export async function lookAtState(
  browser: Browser,
  subject: Subject,
  { modes, engines, change }: Questions,
): Promise<Fault[]> {
  const its = modesAmong(modes, !!subject.lookedAtFrom);
  const context = await browser.newContext({ locale: 'ru-RU', reducedMotion: 'reduce', bypassCSP: true });
  const found = new Map<string, string[]>();
  const add = (texts: readonly string[], mode: string) => {
    for (const text of new Set(texts)) found.set(text, [...(found.get(text) ?? []), mode]);
  };
  try {
    const page = await context.newPage();
    if (its[0]) await page.setViewportSize(its[0][1]);
    await watchFocus(page);
    add(await open(page, subject), 'open');
    add(await call(page, 'faultsOfNotices'), 'open');
    for (const [name, mode] of its) {
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

/** Opens a state or page, and waits until it is there. Gives why it is not. */
async function open(page: Page, { url, lookedAtFrom }: Subject): Promise<string[]> {
  if (lookedAtFrom) {
    await page.route(/\.ts(?:\?|$)/, (route) =>
      route.continue({ url: new URL(new URL(route.request().url()).pathname, lookedAtFrom).href }),
    );
    await page.goto(url, { waitUntil: 'networkidle' });
    return [];
  }
  await page.goto(url);
  const reached = await page.waitForSelector('html[data-reached]', { state: 'attached', timeout: 60_000 });
  const verdict = (await reached.getAttribute('data-reached')) ?? '';
  return verdict === 'yes' ? [] : [verdict];
}
