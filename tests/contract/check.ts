/**
 * `npm run check:api`: the OpenAPI document before its judges, and real exchanges before Prism.
 *
 * Alone it records the tour (every operation, every status) and replays it with what the last `npm test` has recorded.
 * `--all` records tests in Node, widgets in browsers and journeys anew before. `--recorded` only replays: `npm test` calls it so.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { openApi } from '../../widgets/contract/api/openapi.ts';
import { missingIn } from './coverage.ts';
import { exchangesIn, inWords } from './exchange.ts';
import { lint } from './lint.ts';
import { replay } from './replay.ts';

const { values: options } = parseArgs({
  options: { all: { type: 'boolean', default: false }, recorded: { type: 'boolean', default: false } },
});
/** Violations that are shown: behind them is mostly one mistake. */
const MOST_SHOWN = 50;
const FILE = '.okno/openapi.json';
const RECORDINGS = '.okno/exchanges';

const record = (name: string, script: string, ...args: string[]) => {
  const folder = join(RECORDINGS, name);
  rmSync(folder, { recursive: true, force: true });
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: 'inherit',
    env: { ...process.env, OKNO_EXCHANGES: folder },
  });
  if (status !== 0) faults.push(`${script} ended with ${status}`);
};

const faults: string[] = [];
const document = openApi();
mkdirSync(RECORDINGS, { recursive: true });
writeFileSync(FILE, JSON.stringify(document, null, 2));
faults.push(...lint(FILE));

if (options.all) for (const script of ['test:unit', 'test:browser', 'test:journeys']) record(script, script);
else if (!options.recorded) record('tour', 'test:unit', 'tests/contract/tour.test.ts');

const exchanges = exchangesIn(RECORDINGS);
const started = performance.now();
const violations = await replay(document, FILE, exchanges);
const seconds = Math.round((performance.now() - started) / 1000);
for (const { exchange, what } of violations.slice(0, MOST_SHOWN))
  console.error(`${inWords(exchange)}\n  ${what}`);
if (violations.length) faults.push(`${violations.length} violations`);
console.log(`Prism: ${exchanges.length} exchanges, ${violations.length} violations, ${seconds} s`);

const { missing, declared } = missingIn(document, exchanges);
console.log(`Statuses that operations declare: ${declared}, never seen: ${missing.length}`);
for (const pair of missing) console.error(`  ${pair}`);
if (missing.length) faults.push(`${missing.length} statuses never seen`);

console.log(
  faults.length ? `check:api: ${faults.join('; ')}` : 'check:api: everything is as the contract says',
);
process.exitCode = faults.length ? 1 : 0;
