// Longer than other modules: a page, a peer and the table of one measurement.
/**
 * `npm run bench:widgets`: bytes from the embedding line to the first usable step of each widget, as Chromium fetches them,
 * brotli and gzip. Beside a peer in the same run: Lit alone with its decorators, the floor of any widget built on it.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { chromium } from 'playwright-core';
import { build as bundle } from 'vite';

import { findChromium } from '../browsers.ts';
import { siteOriginsFrom, buildCatalogue, serveFolder, servePortal } from '../hosts/serve.ts';

const FOLDER = '.okno/bench';
const addresses = siteOriginsFrom(4521);

/** KiB to the first usable step, gzip, measured by others: the best embeddable forms of today. */
const PEERS = {
  'JDMA: кнопка (форма — в iframe)': 3.1,
  'bpmn form-js': 166,
  'SurveyJS 2.5': 383,
  'Open Forms SDK 3.3': 423,
};

const WIDGETS = [
  { tag: 'okno-application-form', attributes: 'service="detskiy-sad"', ready: 'form input', budget: 30 },
  { tag: 'okno-status-tracker', attributes: '', ready: 'form input', budget: 20 },
  { tag: 'okno-rating-form', attributes: '', ready: 'form input', budget: 20 },
  { tag: 'okno-complaint-form', attributes: '', ready: 'form input', budget: 20 },
  { tag: 'okno-my-applications', attributes: '', ready: '.go button', budget: 22 },
  { tag: 'okno-instant-service', attributes: 'service="shtrafy-gibdd"', ready: 'form input', budget: 18 },
  { tag: 'okno-sign-in', attributes: '', ready: 'button', budget: 20 },
  { tag: 'okno-address-field', attributes: 'label="Адрес"', ready: 'input', budget: 20 },
];

/** A widget of a page, and another one beside it: what the second one costs. */
const SECOND_WIDGET = ['okno-status-tracker', 'okno-my-applications'] as const;

/** Bytes. */
interface Size {
  gzip: number;
  brotli: number;
}

const sizeOf = (content: Buffer | string): Size => ({
  gzip: gzipSync(content, { level: 9 }).length,
  brotli: brotliCompressSync(content).length,
});
const sum = (sizes: readonly Size[]): Size => ({
  gzip: sizes.reduce((total, { gzip }) => total + gzip, 0),
  brotli: sizes.reduce((total, { brotli }) => total + brotli, 0),
});
const kib = (bytes: number) => (bytes / 1024).toFixed(1).padStart(7);
const row = (name: string, { gzip, brotli }: Size, more = '') => {
  console.log(`${name.padEnd(34)}${kib(gzip)}${kib(brotli)}   ${more}`);
};

/** Bytes of Lit as a widget uses it, and of nothing else. */
async function sizeOfLit(): Promise<Size> {
  const entry = '.okno/lit-alone.js';
  writeFileSync(
    entry,
    `export { LitElement, html, css, nothing } from 'lit'; export { property, state } from 'lit/decorators.js';`,
  );
  const made = await bundle({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['es'] }, rolldownOptions: { output: { minify: true } } },
  });
  const outputs = [made].flat() as { output: { code?: string }[] }[];
  return sum(outputs.flatMap(({ output }) => output.map(({ code }) => sizeOf(code ?? ''))));
}

await buildCatalogue(FOLDER, addresses);
const server = await serveFolder(FOLDER, Number(new URL(addresses.catalogue).port));
const portal = await servePortal(FOLDER, `${FOLDER}.sqlite`, addresses);
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });

console.log(`\n${'КиБ до первого шага'.padEnd(34)}${'gzip'.padStart(7)}${'brotli'.padStart(7)}`);
row('okno.js (загрузчик)', sizeWithImports('okno.js'), 'не больше 1.5');
/** Tag → the files that its page has fetched until it was usable. */
const filesOf = new Map<string, string[]>();
const sizesOf = (paths: string[]) => sum(paths.map((path) => sizeOf(readFileSync(join(FOLDER, path)))));
for (const { tag, attributes, ready, budget } of WIDGETS) {
  const page = await browser.newPage();
  await page.addInitScript(markWhenUsable, `${tag} ${ready}`);
  await page.route('**/host', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title>Host</title><script type="module" src="/widgets/okno.js"></script><${tag} ${attributes}></${tag}>`,
    }),
  );
  await page.goto(`${addresses.catalogue}host`, { waitUntil: 'networkidle' });
  const { before, after } = await page.evaluate(resourcesAround);
  filesOf.set(tag, before);
  const later = sizesOf(after).gzip;
  row(
    `<${tag}>`,
    sizesOf(before),
    `≤ ${budget} gzip; запросов ${before.length}; потом ещё ${kib(later).trim()}`,
  );
  await page.close();
}
const [first = [], second = []] = SECOND_WIDGET.map((tag) => filesOf.get(tag));
row(
  `<${SECOND_WIDGET[1]}> вторым`,
  sizesOf(second.filter((path) => !first.includes(path))),
  `≤ 8 gzip; на странице, где уже есть <${SECOND_WIDGET[0]}>`,
);
row('<okno-address-field> без okno.js', sizeWithImports('address-field.js'), '≤ 16 gzip; Lit и поле');
row('  и поиск, когда в поле встали', sizeOfLargestPart());
row('для сравнения: Lit 3.3', await sizeOfLit());
for (const [name, size] of Object.entries(PEERS))
  console.log(`${name.padEnd(34)}${size.toFixed(1).padStart(7)}`);

await browser.close();
server.close();
await portal.close();

/** Bytes of a script and of the files that it imports before it does anything. */
function sizeWithImports(name: string): Size {
  const folder = join(FOLDER, 'widgets');
  const code = readFileSync(join(folder, name), 'utf8');
  const imports = new Set([...code.matchAll(/\b(?:import|from)"(\.\/[^"]+)"/g)].map(([, path = '']) => path));
  return sum([code, ...[...imports].map((path) => readFileSync(join(folder, path)))].map(sizeOf));
}

/** Bytes of the search of addresses, which is the largest file by far. */
function sizeOfLargestPart(): Size {
  const folder = join(FOLDER, 'widgets/parts');
  const parts = readdirSync(folder).filter((part) => /^(?!clean-).*\.js$/.test(part));
  const sizes = parts.map((part) => sizeOf(readFileSync(join(folder, part))));
  return sizes.reduce((largest, size) => (size.gzip > largest.gzip ? size : largest));
}

/** In the page: marks the moment when a control inside a widget's shadow tree can be used. */
function markWhenUsable(selector: string): void {
  const [tag = '', ...inner] = selector.split(' ');
  const look = () => {
    if (document.querySelector(tag)?.shadowRoot?.querySelector(inner.join(' '))) performance.mark('usable');
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** In the page: the files of the widgets that were asked for before that moment, and after it. */
function resourcesAround(): { before: string[]; after: string[] } {
  const usable = performance.getEntriesByName('usable')[0]?.startTime ?? Infinity;
  const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/widgets/'));
  const paths = (isBefore: boolean) =>
    files
      .filter(({ startTime }) => startTime < usable === isBefore)
      .map(({ name }) => new URL(name).pathname);
  return { before: paths(true), after: paths(false) };
}
