/**
 * `npm run test:spoken`: takes whole journeys with the Orca screen reader, in Firefox and in Chromium, without a screen, and judges what
 * it says: each expected sentence once, in order. `-- complaint` takes one journey, `-- --browser chromium` one browser, `-- --out DIR` keeps
 * the logs, `-- --built` takes the catalogue as it was built last. Where Orca is not installed, it says so and skips. It uses the ports of `npm run test:journeys`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { inPath } from '../browsers.ts';
import { JOURNEY_ORIGINS, journeySandbox } from '../journeys/journey-portal.ts';
import setUp, { serveJourneys } from '../journeys/set-up.ts';
import { missingPackages, SPOKEN_BROWSERS, startDesktop, type SpokenBrowser } from './desktop.ts';
import type { Journey } from './journey.ts';
import { application } from './journeys/application.ts';
import { complaint } from './journeys/complaint.ts';
import { rating } from './journeys/rating.ts';
import { search } from './journeys/search.ts';
import { tracker } from './journeys/tracker.ts';
import { Listener } from './listener.ts';

const JOURNEYS: readonly Journey[] = [search, application, tracker, rating, complaint];

const { values: options, positionals: names } = parseArgs({
  options: {
    browser: { type: 'string', default: SPOKEN_BROWSERS.join() },
    built: { type: 'boolean', default: false },
    out: { type: 'string', default: '.okno/spoken' },
  },
  allowPositionals: true,
});
const journeys = JOURNEYS.filter(({ name }) => !names.length || names.includes(name));
const browsers = SPOKEN_BROWSERS.filter((browser) => options.browser.split(',').includes(browser));
const missing = [...missingPackages(), ...browsers.filter((browser) => !inPath(browser))];
if (missing.length) {
  console.log(`Послушать нельзя: нет программ. apt-get install --no-install-recommends ${missing.join(' ')}`);
  console.log(`0 passed, 0 failed, ${journeys.length * browsers.length} skipped`);
  process.exit();
}

const tearDown = await (options.built ? serveJourneys : setUp)();
await journeySandbox.start();
mkdirSync(options.out, { recursive: true });
let failed = 0;
for (const browser of browsers)
  for (const journey of journeys) if (!(await isHeard(journey, browser))) failed++;
await tearDown();
console.log(`${journeys.length * browsers.length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed ? 1 : 0);

/** Takes a journey in a browser, writes its log, and gives whether all was heard as it should be. */
async function isHeard(journey: Journey, browser: SpokenBrowser): Promise<boolean> {
  const desktop = await startDesktop(browser, `${JOURNEY_ORIGINS.catalogue}${await journey.page()}`);
  const listener = new Listener(desktop);
  try {
    await journey.take(listener);
  } catch (error) {
    listener.faults.push(error instanceof Error ? error.message : String(error));
  } finally {
    await desktop.close();
  }
  const { transcript, faults, asserted } = listener;
  writeFileSync(
    join(options.out, `${journey.name}-${browser}.txt`),
    [...transcript, ...faults.map((fault) => `! ${fault}`), ''].join('\n'),
  );
  console.log(
    `${faults.length ? '✗' : '✓'} ${journey.name}, ${browser}: предложений ${asserted}, ошибок ${faults.length}`,
  );
  for (const fault of faults) console.log(`    ${fault}`);
  return faults.length === 0;
}
