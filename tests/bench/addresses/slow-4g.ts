// Longer than most: one experiment, from the page that is served to the time that is measured.
/** From a key to suggestions in Chromium on a slow telephone: `<okno-address-field>` alone on a plain page. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { chromium, type Browser, type Page } from 'playwright-core';
import { build as bundle } from 'vite';

import { findChromium } from '../../browsers.ts';
import { median } from './measure.ts';

/** «Slow 4G» of Chrome's DevTools (and of Lighthouse): 1.6 Mbit/s down, 750 kbit/s up, 150 ms, as a request feels them. */
const SLOW_4G = { download: 1600 * 0.9, upload: 750 * 0.9, latency: 150 * 3.75, cpu: 4 };
const TEXT = 'барн лен 12';
/** Milliseconds between two letters of a quick typist on a telephone. */
const LETTER_INTERVAL = 150;
const RUNS = 3;

/** What was measured: bytes of gzip, and milliseconds, the median of the runs. */
export interface Slow4G {
  /** Bytes of script before the field can be used: the field with Lit. */
  script: number;
  /** Bytes of script that it has fetched after that. */
  later: number;
  /** Milliseconds until the field can be used. */
  usable: number;
  /** Milliseconds from the first letter to the first suggestions, and from the last letter to those with the house. */
  cold: { first: number; last: number };
  /** The same once more, when all files have been fetched. */
  warm: { first: number; last: number };
}

/** Measures the field with an index in a folder, in Chromium. */
export async function measureOnSlow4G(index: string): Promise<Slow4G> {
  const files = await buildScripts();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = basename(pathname);
    const code = files.get(name);
    if (pathname === '/') response.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGE);
    else if (code) {
      response.setHeader('Content-Type', 'text/javascript').setHeader('Content-Encoding', 'gzip').end(code);
    } else if (pathname.startsWith('/index/')) response.end(readFileSync(join(index, name)));
    else response.writeHead(404).end();
  });
  await once(server.listen(0), 'listening');
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    const runs: Awaited<ReturnType<typeof run>>[] = [];
    for (let i = 0; i < RUNS; i++) runs.push(await run(browser, url));
    const sizeOf = (names: string[] = []) =>
      names.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0);
    const of = (value: (one: (typeof runs)[number]) => number) => median(runs.map(value));
    return {
      script: sizeOf(runs[0]?.scripts),
      later: sizeOf(runs[0]?.later),
      usable: of(({ usable }) => usable),
      cold: { first: of(({ cold }) => cold.first), last: of(({ cold }) => cold.last) },
      warm: { first: of(({ warm }) => warm.first), last: of(({ warm }) => warm.last) },
    };
  } finally {
    await browser.close();
    server.close();
  }
}

const PAGE = `<!doctype html><html lang="ru"><title>Адрес</title><script type="module" src="/address-field.js"></script>
<form><okno-address-field name="address" label="Адрес" within="22" src="/index/"></okno-address-field></form>`;

/** Builds the widgets; gives their files after gzip, by name. */
async function buildScripts(): Promise<Map<string, Buffer>> {
  const made = await bundle({
    configFile: 'widgets/vite.config.ts',
    logLevel: 'silent',
    build: { write: false },
  });
  const outputs = [made].flat() as { output: { fileName: string; code?: string; source?: string }[] }[];
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map(
        ({ fileName, code, source }) =>
          [basename(fileName), gzipSync(code ?? source ?? '', { level: 9 })] as const,
      ),
    ),
  );
}

/** In the page: the names of the scripts that it has fetched. */
const fetched = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name.slice(name.lastIndexOf('/') + 1))
    .filter((name) => name.endsWith('.js'));

/** Opens the field in a new browser context and types twice: with no file fetched, and with all of them. */
async function run(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW_4G.latency,
    downloadThroughput: (SLOW_4G.download * 1000) / 8,
    uploadThroughput: (SLOW_4G.upload * 1000) / 8,
  });
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: SLOW_4G.cpu });
  await page.goto(url);
  const input = page.locator('okno-address-field input');
  await input.waitFor();
  const usable = await page.evaluate(() => performance.now());
  const first = await page.evaluate(fetched);
  await input.focus();
  const cold = await typeText(page);
  await input.fill('');
  await page.waitForTimeout(LETTER_INTERVAL);
  const warm = await typeText(page);
  const all = await page.evaluate(fetched);
  await context.close();
  return { usable, cold, warm, scripts: first, later: all.filter((name) => !first.includes(name)) };
}

/** Types the text; gives the milliseconds from the first and the last letter to the suggestions for them. */
async function typeText(page: Page): Promise<{ first: number; last: number }> {
  const seen = page.evaluate(watch);
  for (const letter of TEXT) {
    await page.keyboard.insertText(letter);
    await page.waitForTimeout(LETTER_INTERVAL);
  }
  return seen;
}

/** In the page: looks at every frame whether the list shows suggestions; gives up after fifteen seconds. */
function watch(): Promise<{ first: number; last: number }> {
  const root = document.querySelector('okno-address-field')?.shadowRoot;
  let [begun, typed, first] = [0, 0, 0];
  const since = performance.now();
  const onInput = ({ timeStamp }: Event) => {
    begun ||= timeStamp;
    typed = timeStamp;
  };
  // No such event leaves the widget.
  root?.addEventListener('input', onInput, true);
  return new Promise((resolve) => {
    const look = () => {
      const lines = [...(root?.querySelectorAll('[role=option]:has(mark)') ?? [])];
      const now = performance.now();
      if (begun && lines.length > 0) first ||= now - begun;
      if (first && lines.some((line) => [...line.querySelectorAll('mark')].at(-1)?.textContent === '12'))
        resolve({ first, last: now - typed });
      else if (now - since > 15_000) resolve({ first: first || NaN, last: NaN });
      else requestAnimationFrame(look);
    };
    look();
  });
}
