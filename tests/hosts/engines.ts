import { chromium } from 'playwright-core';

import { findChromium, findFirefox, findWebKit } from '../browsers.ts';
import { installTools } from '../tools.ts';
import { WebDriverLauncher } from '../webdriver-launcher.ts';

/** A browser that plays visits. */
export interface Engine {
  /** How many pages it plays side by side. */
  pages: number;
  /** Opens an address in a page that knows no other, and gives what the expression resolves to: a string. */
  evaluate(url: string, expression: string): Promise<string>;
  close(): Promise<void>;
}

/** Milliseconds in which a visit ends. */
const LIMIT = 60_000;

/** Starts each browser. Rejects where this machine does not have it. */
export const ENGINES: Record<string, () => Promise<Engine>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebKit,
};

async function startChromium(): Promise<Engine> {
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  return {
    pages: 2,
    close: () => browser.close(),
    async evaluate(url, expression) {
      const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 900 } });
      const visit = async () => {
        const page = await context.newPage();
        await page.goto(url);
        // In a world of its own: the page's scripts cannot change what the visit measures by.
        const session = await context.newCDPSession(page);
        const { frameTree } = await session.send('Page.getFrameTree');
        const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
          frameId: frameTree.frame.id,
        });
        const options = { expression, contextId, awaitPromise: true, returnByValue: true };
        const { result } = await session.send('Runtime.evaluate', options);
        return String(result.value ?? result.description);
      };
      // A page that hangs does not let itself be closed: that is not waited for.
      return withinLimit(visit()).finally(() => void context.close().catch(() => undefined));
    },
  };
}

async function startFirefox(): Promise<Engine> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('Firefox is not installed here');
  installTools();
  const { puppeteerCore } = await import('@web/test-runner-chrome');
  const browser = await puppeteerCore.launch({ browser: 'firefox', executablePath });
  return {
    pages: 1,
    close: () => browser.close(),
    async evaluate(url, expression) {
      const context = await browser.createBrowserContext();
      const visit = async () => {
        const page = await context.newPage();
        await page.setViewport({ width: 1280, height: 900 });
        await page.goto(url);
        return String(await page.evaluate(expression));
      };
      return withinLimit(visit()).finally(() => void context.close().catch(() => undefined));
    },
  };
}

function startWebKit(): Promise<Engine> {
  const webkit = findWebKit();
  if (!webkit) return Promise.reject(new Error('WebKitGTK and its driver are not installed here'));
  const newLauncher = () =>
    new WebDriverLauncher({
      name: 'WebKitGTK',
      driver: webkit.driver,
      capabilities: { 'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] } },
    });
  let launcher = newLauncher();
  return Promise.resolve({
    pages: 1,
    close: () => launcher.stop(),
    async evaluate(url: string, expression: string) {
      try {
        return String(
          await withinLimit(launcher.startSession(url, url).then(() => launcher.evaluate(expression))),
        );
      } catch (error) {
        // A page that hangs has to be closed with its browser.
        await launcher.stop();
        launcher = newLauncher();
        throw error;
      }
    },
  });
}

/** Rejects where a visit does not end. */
async function withinLimit<T>(visit: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`страница висит дольше ${LIMIT / 1000} с`));
    }, LIMIT);
  });
  return Promise.race([visit, limit]).finally(() => {
    clearTimeout(timer);
  });
}
