/**
 * `npm run bench:pages`: for every type of page the bytes that Chromium receives (brotli, as the server sends them), and
 * Lighthouse's four scores, the median of three runs on its emulated telephone; below 100, what it found. `-- --only NAME` takes the pages
 * whose name has that.
 */
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

import { findChromium } from '../browsers.ts';
import { siteOriginsFrom, buildCatalogue, serveFolder, servePortal } from '../hosts/serve.ts';
import { PAGE_TYPES } from '../page-types.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const FOLDER = '.okno/bench';
const RUNS = 3;
const addresses = siteOriginsFrom(4521);

/** Lighthouse judges no page that a server calls missing, and sees the tabs of a card as one page. */
const PAGES = Object.entries(PAGE_TYPES)
  .filter(([name, path]) => !path.includes('#') && name.includes(values.only))
  .map(([name, path]) => [name, path === 'no-such-page/' ? '404.html' : path] as const);
/** The peer: the budgets that Astro Starlight holds itself to (KiB, its own repository). */
const PEER = 'для сравнения, Starlight: HTML 7, CSS 17, JS 27';
const KINDS = ['document', 'stylesheet', 'script', 'font', 'other'] as const;
const SCORES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

await buildCatalogue(FOLDER, addresses);
// Widgets ask the portal.
const portal = await servePortal(FOLDER, `${FOLDER}.sqlite`, addresses);
const server = await serveFolder(FOLDER, Number(new URL(addresses.catalogue).port));
const { executablePath, args } = await findChromium();

/** The bytes that Chromium receives for a page, by kind of resource. */
async function bytesByKind(url: string): Promise<Record<(typeof KINDS)[number], number>> {
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  const bytes = { document: 0, stylesheet: 0, script: 0, font: 0, other: 0 };
  const counting: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const type = request.resourceType();
    const kind = KINDS.find((known) => known === type) ?? 'other';
    counting.push(request.sizes().then(({ responseBodySize }) => void (bytes[kind] += responseBodySize)));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await Promise.all(counting);
  await browser.close();
  return bytes;
}

/** Lighthouse's scores from 0 to 100, in the order of `SCORES`: the median of the runs; and the audits that a run has failed. */
async function judge(url: string): Promise<{ scores: number[]; failed: Set<string> }> {
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: [...args, '--headless=new'],
    logLevel: 'silent',
  });
  const runs: number[][] = [];
  const failed = new Set<string>();
  for (let run = 0; run < RUNS; run++) {
    const result = await lighthouse(url, {
      port: chrome.port,
      onlyCategories: [...SCORES],
      logLevel: 'error',
    });
    if (!result) continue;
    const { categories, audits } = result.lhr;
    runs.push(SCORES.map((score) => Math.round((categories[score]?.score ?? 0) * 100)));
    for (const { id, weight } of SCORES.flatMap((score) => categories[score]?.auditRefs ?? [])) {
      const { score, displayValue = '' } = audits[id] ?? { score: null };
      if (weight && score !== null && score < 0.9) failed.add(`${id} ${displayValue}`);
    }
  }
  chrome.kill();
  const scores = SCORES.map(
    (_, i) => runs.map((run) => run[i] ?? 0).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0,
  );
  return { scores, failed };
}

const kb = (bytes: number) => (bytes / 1024).toFixed(1).padStart(7);
console.log(
  `\n${'КиБ, brotli'.padEnd(22)}${['HTML', 'CSS', 'JS', 'шрифты', 'прочее', 'всего'].map((kind) => kind.padStart(7)).join('')}   Lighthouse: скорость, доступность, приёмы, поиск`,
);
for (const [name, path] of PAGES) {
  const url = addresses.catalogue + path;
  const bytes = await bytesByKind(url);
  const all = Object.values(bytes).reduce((total, one) => total + one, 0);
  const { scores, failed } = await judge(url);
  console.log(
    `${name.padEnd(22)}${[...KINDS.map((kind) => bytes[kind]), all].map(kb).join('')}   ${scores.map((score) => String(score).padStart(4)).join('')}`,
  );
  if (scores.some((score) => score < 100)) console.log(`  ${[...failed].join(', ')}`);
}
console.log(PEER);
server.close();
await portal.close();
