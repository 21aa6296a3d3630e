/**
 * `npm run test:access`: opens every state of the gallery in Chromium, looks at each in all modes, and asks three rule engines and the rules
 * of `rules.ts` and `geometry.ts`. `-- rating-form` looks at the states of one widget, `-- --mode dark,small` in some modes, `-- --engine axe`
 * with some engines, `-- --every 10` at a tenth of the states, another one each day. Fails where a fault is no known false alarm (`known.ts`).
 */
import { parseArgs } from 'node:util';

import { chromium } from 'playwright-core';

import { findChromium } from '../browsers.ts';
import { serveGallery } from '../gallery/serve-gallery.ts';
import { TODAY } from '../today.ts';
import { installTools } from '../tools.ts';
import { RULE_ENGINES } from './engines.ts';
import { falseAlarmOf, FALSE_ALARMS, MOST_FALSE_ALARMS } from './known.ts';
import { enginesIn, MODES } from './modes.ts';
import { listStates, lookAtState } from './states.ts';

const { values: options, positionals: widgets } = parseArgs({
  options: {
    mode: { type: 'string', default: Object.keys(MODES).join() },
    engine: { type: 'string', default: Object.keys(RULE_ENGINES).join() },
    every: { type: 'string', default: '1' },
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
const states = (await listStates(browser, gallery.url)).filter(
  ({ widget }, i) => (!widgets.length || widgets.includes(widget)) && (i + TODAY) % every === 0,
);
const [modes, engines] = [options.mode.split(','), options.engine.split(',').filter(Boolean)];
const runs = modes.flatMap((name) => enginesIn(MODES[name] ?? noMode(name), engines)).length;
const known = new Map<string, number>();
let count = 0;
if (!widgets.length) {
  // What it imports has just been installed.
  const { faultsOfTokens } = await import('./catalogue-tokens.ts');
  for (const { scheme, faults } of faultsOfTokens()) {
    count += faults.length;
    for (const fault of faults) console.log(`catalogue, ${scheme}: ${fault}`);
  }
}
for (const state of states) {
  const faults = await lookAtState(browser, state, { modes, engines });
  for (const fault of faults) {
    const alarm = falseAlarmOf(fault.text, `${state.widget} ${state.name}`);
    if (alarm) known.set(alarm.reason, (known.get(alarm.reason) ?? 0) + 1);
    else {
      count++;
      console.log(`${state.widget} ${state.name}, ${fault.modes.join(', ')}: ${fault.text}`);
    }
  }
}
await browser.close();
await gallery.close();
for (const [reason, times] of known) console.log(`Не считается (${times}): ${reason}`);
console.log(
  `Состояний ${states.length}, видов ${states.length * modes.length}, прогонов правил ${states.length * runs}, ` +
    `ошибок ${count}, видов ложных тревог ${FALSE_ALARMS.length}; ${Math.round((performance.now() - startedAt) / 1000)} с`,
);
process.exitCode = count > 0 || FALSE_ALARMS.length > MOST_FALSE_ALARMS ? 1 : 0;
// The portal of the gallery goes on else.
process.exit();

function noMode(name: string): never {
  throw new Error(`--mode ${name}: ${Object.keys(MODES).join(', ')} are the modes`);
}
