import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { safeMarkdown } from '../../site/content/safe-markdown.ts';
import { readHeaders } from '../hosts/serve.ts';
import { JOURNEY_FOLDER, JOURNEY_ORIGINS } from './journey-portal.ts';

// The payloads are not in the repository: OKNO_DATA names the folder that holds `judges`.
const FILE = join(process.env['OKNO_DATA'] ?? '', 'judges/xss/payloads.json');
const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[слово](javascript:alert(1))',
  ...(existsSync(FILE)
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as { payload: string }[]).map(({ payload }) => payload)
    : []),
];

/** In the page: counts whatever a payload might call, and clicks every link. */
function countCalls(): void {
  const counted = window as unknown as { calls: string[] };
  counted.calls = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
    Object.defineProperty(window, name, { value: () => counted.calls.push(name) });
  addEventListener('load', () => {
    for (const link of document.querySelectorAll('a')) {
      link.addEventListener('click', (event) => {
        if (!link.href.startsWith('javascript:')) event.preventDefault();
      });
      link.click();
    }
  });
}

test('no payload that got into a text runs, and none asks anybody for anything', async ({ page }) => {
  const renderer = await safeMarkdown().createRenderer({ syntaxHighlight: false } as never);
  const texts = await Promise.all(
    PAYLOADS.flatMap((payload) => [
      payload,
      `[слово](<${payload}>) ![слово](${payload})`,
      `## ${payload}`,
    ]).map(async (text) => (await renderer.render(text)).code),
  );
  const url = `${JOURNEY_ORIGINS.catalogue}services/detskiy-sad/`;
  const strangers: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(JOURNEY_ORIGINS.catalogue)) strangers.push(request.url());
  });
  await page.addInitScript(countCalls);
  const serve = (headers: Record<string, string>, body: string) =>
    page.route(url, (route) =>
      route.fulfill({ headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body }),
    );
  const card = readFileSync(`${JOURNEY_FOLDER}/services/detskiy-sad/index.html`, 'utf8');
  const callsOf = async () => {
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(300);
    return page.evaluate(() => (window as unknown as { calls: string[] }).calls);
  };

  // What the renderer makes of them, without any policy.
  await serve({}, `<!doctype html><title>x</title>${texts.join('\n')}`);
  expect(await callsOf()).toEqual([]);
  expect(strangers).toEqual([]);

  // The payloads themselves in the page, under the policy of its <meta>, then of the header.
  await page.unroute(url);
  await serve({}, card.replace('<main', `${PAYLOADS.join('\n')}<main`));
  expect(await callsOf()).toEqual([]);
  await page.unroute(url);
  await serve(readHeaders(JOURNEY_FOLDER), `<!doctype html><title>x</title>${PAYLOADS.join('\n')}`);
  expect(await callsOf()).toEqual([]);

  // The test sees what runs: without policy and renderer they do.
  await page.unroute(url);
  await serve({}, `<!doctype html><title>x</title>${PAYLOADS.slice(0, 2).join('\n')}`);
  expect(await callsOf()).not.toEqual([]);
});
