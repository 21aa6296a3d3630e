/**
 * `npm run test:hosts`: opens every host page of the corpus in Chromium, looks at each widget and sends an application from it.
 * `-- --browser chromium,firefox,webkit` plays it in these browsers, `-- NAME…` plays some hosts, `-- --third` another third each day.
 * Prints a table, fails where a host is wrong.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { TestResult } from '../dev/checks.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { TODAY } from '../today.ts';
import { installTools } from '../tools.ts';
import { readCorpus } from './corpus.ts';
import { ENGINES } from './engines.ts';
import { missingPackage } from './host-libraries.ts';
import { startHostSites } from './host-sites.ts';
import { CLEAN, playHosts } from './play.ts';
import { tableOf, type Verdict } from './verdict.ts';

const { values: options, positionals: names } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' }, third: { type: 'boolean' } },
  allowPositionals: true,
});
const startedAt = performance.now();
installTools(import.meta.dirname);
const played = readCorpus(names.length ? [CLEAN, ...names] : []);
const corpus = options.third ? played.filter(({ name }, i) => name === CLEAN || i % 3 === TODAY % 3) : played;
const missing = new Map(corpus.map((host) => [host, missingPackage(host)]));
const sites = await startHostSites(
  corpus.filter((host) => missing.get(host) === undefined),
  temporaryFolder(),
);

const results = new Map<string, Verdict[]>();
for (const browser of options.browser.split(',')) {
  const start = ENGINES[browser];
  if (!start) throw new Error(`--browser ${browser}: ${Object.keys(ENGINES).join(', ')} are the browsers`);
  const engine = await start();
  results.set(browser, await playHosts(engine, sites));
  await engine.close();
}
await sites.close();

if (results.size > 1) console.log(tableOf(results));
const left = [...missing].flatMap(([{ name }, reason]) =>
  reason === undefined ? [] : [`${name}: ${reason}`],
);
if (left.length) console.log(`Не сыграны:\n  ${left.join('\n  ')}`);
for (const [browser, verdicts] of results) {
  const wrong = verdicts.filter(({ faults }) => faults.length > 0).length;
  const counts = `страниц ${verdicts.length}, верны ${verdicts.length - wrong}, неверны ${wrong}`;
  console.log(`${browser}: ${counts}, не сыграны ${left.length}`);
}
console.log(`Всего ${Math.round((performance.now() - startedAt) / 1000)} с`);
const all = [...results.values()].flat();
const { OKNO_REPORT: file } = process.env;
if (file) writeFileSync(file, JSON.stringify(all.map(resultOf)));
process.exitCode = all.some(({ faults }) => faults.length > 0) ? 1 : 0;

/** A verdict as `npm test` counts it. */
function resultOf({ host, faults, milliseconds }: Verdict): TestResult {
  const name = `Страница ${host}: ${faults.join('; ') || 'виджеты на месте'}`;
  return { name, passed: faults.length === 0, milliseconds };
}
