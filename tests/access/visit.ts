import type { CDPSession, Page } from 'playwright-core';

import { RULE_ENGINES } from './engines.ts';
import type { Mode } from './modes.ts';
import type { PaintedText } from './quiet-text.ts';

/** The functions of `in-page.ts`, served by the gallery's own server. */
const CHECKS = '/tests/access/in-page.ts';
/** Styles of WCAG 2.2, 1.4.12, for every shadow tree. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`;
const CONTROLS = 'button, a[href], label, summary, [role=option], .mark, .option';
const STATES = ['hover', 'focus', 'focus-visible'];

/** Notes what had the focus last, from before the page's own scripts. */
export async function watchFocus(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener(
      'focusin',
      (event) =>
        Object.assign(globalThis, { lastFocused: event.composedPath()[0], lastWidget: event.target }),
      true,
    );
  });
}

/** Brings window, colours and look of a mode about. */
export async function enterMode(page: Page, mode: Mode): Promise<void> {
  await page.setViewportSize({ width: mode.width, height: mode.height });
  await page.emulateMedia({
    forcedColors: mode.hasForcedColours ? 'active' : 'none',
    colorScheme: mode.isDark ? 'dark' : 'light',
  });
  await showLook(page, mode);
  if (mode.isSpaced) await page.evaluate(spaceOut, SPACED);
  // What follows the page (a dark one, a larger one) comes with code of its own.
  await page.waitForTimeout(150);
}

/** The gallery takes a look from its address. The catalogue has that of the browser; the size of its text is its citizen's. */
async function showLook(page: Page, { look, lowVision = '' }: Mode): Promise<void> {
  if (await page.locator('html[data-reached]').count()) {
    await page.evaluate(`location.hash = ${JSON.stringify(look)}`);
    await page.waitForSelector(`html[data-look=${look}]`);
    return;
  }
  await page.evaluate(
    ([size, words]) => {
      const { style, dataset } = document.documentElement;
      style.fontSize = size;
      if (words) dataset['oknoLowVision'] = words;
      else delete dataset['oknoLowVision'];
    },
    [look === 'large' ? '200%' : '', lowVision] as const,
  );
}

/** Runs in the page. */
function spaceOut(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const add = (root: Document | ShadowRoot) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) add(shadowRoot);
  };
  add(document);
}

/** The faults of a state as it is shown now: by the rules, by rule engines, and of each control under the pointer and with the focus. */
export async function faultsNow(page: Page, engines: readonly string[]): Promise<string[]> {
  const faults = await call(page, 'faultsAtRest');
  // What it imports is installed by the command.
  const { faultsOfQuietTexts } = await import('./quiet-text.ts');
  faults.push(...faultsOfQuietTexts(await call<PaintedText>(page, 'paintedTexts')));
  for (const name of engines) faults.push(...((await RULE_ENGINES[name]?.(page)) ?? []));
  const pointed = await faultsOfPointer(page);
  return [
    ...faults,
    ...pointed.filter((fault) => !faults.includes(fault.replace(/^[\w-]+: (?=contrast)/, ''))),
  ];
}

/** Calls a function of `in-page.ts`, most of which give faults. */
export const call = <Found = string>(page: Page, name: string): Promise<Found[]> =>
  page.evaluate<Found[]>(`import(${JSON.stringify(CHECKS)}).then((checks) => checks.${name}())`);

/** Has the browser take every control for one under the pointer, then for one with the focus, and measures all texts. */
async function faultsOfPointer(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const nodes = await controlsOf(session);
    const faults: string[] = [];
    for (const state of STATES) {
      for (const nodeId of nodes)
        await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [state] });
      faults.push(...(await call(page, 'faultsOfContrast')).map((fault) => `${state}: ${fault}`));
    }
    return faults;
  } finally {
    await session.detach();
  }
}

async function controlsOf(session: CDPSession): Promise<number[]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const { searchId, resultCount } = await session.send('DOM.performSearch', {
    query: CONTROLS,
    includeUserAgentShadowDOM: false,
  });
  if (!resultCount) return [];
  const { nodeIds } = await session.send('DOM.getSearchResults', {
    searchId,
    fromIndex: 0,
    toIndex: resultCount,
  });
  return nodeIds;
}
