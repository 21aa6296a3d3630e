/**
 * `npm run check:api`: lints the OpenAPI document, and has Prism check recorded exchanges against it.
 *
 * Without options it records the tour (every operation with every status) and checks that. `--all` records all tests in Node,
 * in browsers and journeys instead. `--recorded` checks what is recorded already: `npm test` records while it runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { writeOpenApi } from '../../widgets/contract/openapi/openapi.ts';
import { ALTAI } from '../../widgets/contract/region/regions-for-tests.ts';
import { unseenStatuses } from './coverage.ts';
import { readExchanges, describeExchange } from './exchange.ts';
import { lintDocument } from './lint.ts';
import { misjudgedExchanges, PLANTED_EXCHANGES } from './planted-exchanges.ts';
import { replayExchanges } from './replay.ts';

const { values: options } = parseArgs({
  options: { all: { type: 'boolean', default: false }, recorded: { type: 'boolean', default: false } },
});
/** Only the first violations are shown: most of them come from the same mistake. */
const MAX_SHOWN_VIOLATIONS = 50;
const FILE = '.okno/openapi.json';
const RECORDINGS = resolve('.okno/exchanges');

const failures: string[] = [];
const document = writeOpenApi(ALTAI);
if (!options.recorded) rmSync(RECORDINGS, { recursive: true, force: true });
mkdirSync(RECORDINGS, { recursive: true });
writeFileSync(FILE, JSON.stringify(document, null, 2));
// They look at the document alone, while others look at the exchanges.
const linting = lintDocument(FILE);

if (options.all) for (const name of ['unit', 'browser', 'journeys']) record(name, `test:${name}`);
else if (!options.recorded) record('tour', 'test:unit', 'tests/contract/tour.test.ts');

const recordings = readdirSync(RECORDINGS).map((name) => ({
  name,
  exchanges: readExchanges(resolve(RECORDINGS, name)),
}));
const allExchanges = recordings.flatMap(({ exchanges }) => exchanges);
for (const { name, exchanges } of recordings)
  console.log(`Recorded in ${name}: ${exchanges.length} exchanges`);

const started = performance.now();
const found = await replayExchanges(document, FILE, [...allExchanges, ...PLANTED_EXCHANGES]);
const violations = found.filter(({ exchange }) => !PLANTED_EXCHANGES.includes(exchange));
for (const name of misjudgedExchanges(found)) failures.push(`Prism has misjudged ${name}`);
const seconds = Math.round((performance.now() - started) / 1000);
for (const { exchange, message } of violations.slice(0, MAX_SHOWN_VIOLATIONS))
  console.error(`${describeExchange(exchange)}\n  ${message}`);
if (violations.length) failures.push(`${violations.length} violations`);
console.log(`Prism: ${allExchanges.length} exchanges judged, ${violations.length} violations, ${seconds} s`);

const { missing, declared } = unseenStatuses(document, allExchanges);
console.log(`Statuses that operations declare: ${declared}, never seen: ${missing.length}`);
for (const pair of missing) console.error(`  ${pair}`);
if (missing.length) failures.push(`${missing.length} statuses never seen`);
failures.push(...(await linting));

console.log(
  failures.length ? `check:api: ${failures.join('; ')}` : 'check:api: everything is as the contract says',
);
process.exitCode = failures.length ? 1 : 0;

/** Runs an npm script, while the portals in it record their exchanges into a folder of this name. */
function record(name: string, script: string, ...args: string[]): void {
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: 'inherit',
    env: { ...process.env, OKNO_EXCHANGES: resolve(RECORDINGS, name) },
  });
  if (status !== 0) failures.push(`${script} ended with ${status}`);
}
