/**
 * `npm run test:access`: opens every state of the gallery and a page of the catalogue of every type in Chromium, looks at each in all modes, and
 * asks three rule engines and the rules of `rules.ts` and `geometry.ts`. `-- rating-form` looks at the states of one widget, `-- catalogue` at
 * the pages (with `--built` as they were built last), `-- --mode dark,small` in some modes, `-- --engine axe` with some engines, `-- --every 10` at
 * a tenth of all, another one each day; `-- catalogue --narrow firefox,webkit` at the pages in other browsers, too, 320 px wide. Fails where a fault is no known false alarm (`known.ts`).
 */
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { findChromium } from '../browsers.ts';
import { serveGallery } from '../gallery/serve-gallery.ts';
import { ENGINES } from '../hosts/engines.ts';
import { TODAY } from '../today.ts';
import { installTools } from '../tools.ts';
import { RULE_ENGINES } from './engines.ts';
import { falseAlarmOf, FALSE_ALARMS, MOST_FALSE_ALARMS } from './known.ts';
import { enginesIn, MODE_NAMES, modesAmong } from './modes.ts';
import { servePages } from './pages.ts';
import { faultsWhereNarrow } from './narrow.ts';
import { listStates, lookAtState, type Fault, type Subject } from './states.ts';

const { values: options, positionals: widgets } = parseArgs({
  options: {
    mode: { type: 'string', default: MODE_NAMES.join() },
    engine: { type: 'string', default: Object.keys(RULE_ENGINES).join() },
    every: { type: 'string', default: '1' },
    built: { type: 'boolean', default: false },
    narrow: { type: 'string' },
    port: { type: 'string', default: '4966' },
  },
  allowPositionals: true,
});
const startedAt = performance.now();
installTools(import.meta.dirname);
const gallery = await serveGallery(Number(options.port), () => new Date());
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
const every = Number(options.every);
const isAsked = (widget: string) => !widgets.length || widgets.includes(widget);
const subjects = [
  ...(await listStates(browser, gallery.url)),
  ...(isAsked('catalogue') ? await servePages(gallery.url, options.built) : []),
].filter(({ widget }, i) => isAsked(widget) && (i + TODAY) % every === 0);
const [modes, engines] = [options.mode.split(','), options.engine.split(',').filter(Boolean)];
const unknown = modes.find((name) => !MODE_NAMES.includes(name));
if (unknown !== undefined) throw new Error(`--mode ${unknown}: ${MODE_NAMES.join(', ')} are the modes`);
const known = new Map<string, number>();
let count = 0;
if (isAsked('catalogue')) {
  // What it imports has just been installed.
  const { faultsOfTokens } = await import('./catalogue-tokens.ts');
  for (const { scheme, faults } of faultsOfTokens()) {
    count += faults.length;
    for (const fault of faults) console.log(`catalogue, ${scheme}: ${fault}`);
  }
}
let [views, runs] = [0, 0];
for (const state of subjects) {
  const its = modesAmong(modes, !!state.lookedAtFrom);
  views += its.length;
  runs += its.flatMap(([, mode]) => enginesIn(mode, engines)).length;
  report(state, await lookAtState(browser, state, { modes, engines }));
}
await browser.close();
const pages = subjects.filter(({ lookedAtFrom }) => lookedAtFrom !== undefined);
for (const name of options.narrow?.split(',') ?? []) {
  const engine = await ENGINES[name]?.();
  const found = engine ? await faultsWhereNarrow(engine, pages) : [];
  for (const [i, page] of pages.entries())
    report(page, found[i]?.map((text) => ({ text, modes: [`${name}, 320 px`] })) ?? []);
  views += found.length;
  await engine?.close();
}
await gallery.close();
for (const [reason, times] of known) console.log(`Не считается (${times}): ${reason}`);
console.log(
  `Состояний и страниц ${subjects.length}, видов ${views}, прогонов правил ${runs}, ` +
    `ошибок ${count}, видов ложных тревог ${FALSE_ALARMS.length}; ${Math.round((performance.now() - startedAt) / 1000)} с`,
);
process.exitCode = count > 0 || FALSE_ALARMS.length > MOST_FALSE_ALARMS ? 1 : 0;
// The portal of the gallery goes on else.
process.exit();

/** Prints the faults of a state or page, and counts those that are no false alarms. */
function report({ widget, name }: Subject, faults: readonly Fault[]): void {
  for (const { text, modes: where } of faults) {
    const alarm = falseAlarmOf(text, `${widget} ${name}`);
    if (alarm) known.set(alarm.reason, (known.get(alarm.reason) ?? 0) + 1);
    else {
      count++;
      console.log(`${widget} ${name}, ${where.join(', ')}: ${text}`);
    }
  }
}
