/**
 * `npm test`: runs every check, some side by side. Prints the name of each as it starts, and all its output when it ends. Files with
 * tests that failed beside other checks run once more alone: what passes then is counted as passed, and named. Ends with the slowest
 * tests, those that passed alone only, the tests that failed, and one line: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

import { installTools } from '../tools.ts';
import { CHECKS, CONTRACT, EXCHANGES, REPORTS, SIDE_BY_SIDE, type Check, type TestResult } from './checks.ts';

/** Seconds between two lines that say what is running. */
const STATUS_INTERVAL = 30;
/** How many of the slowest tests are named. */
const SLOWEST_COUNT = 10;
/** How many lines of an error are repeated at the end. */
const ERROR_LINES = 8;

const startedAt = performance.now();
const running = new Set<string>();
const all: TestResult[] = [];
/** Tests that failed beside other checks, and passed alone. */
const unsteady: TestResult[] = [];

// Before the checks: several of them need the tools, and each would install them.
installTools();
for (const folder of [REPORTS, EXCHANGES]) rmSync(folder, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const status = setInterval(() => {
  console.log(`   ${secondsSince(startedAt)} с, идут: ${[...running].join(', ')}`);
}, STATUS_INTERVAL * 1000);

const queue = CHECKS.values();
const failedOnce: { check: Check; results: TestResult[] }[] = [];
await Promise.all(
  Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (const check of queue) {
      const results = await run(check);
      if (results.some(hasFailed) && check.results) failedOnce.push({ check, results });
      else all.push(...results);
    }
  }),
);
for (const { check, results } of failedOnce) {
  const failed = results.filter(hasFailed);
  const files = [...new Set(failed.flatMap(({ file }) => file ?? []))];
  const isWhole = !check.argsFor || failed.some(({ file }) => file === undefined);
  const again = await run(isWhole ? check : { ...check, files: check.argsFor?.(files) ?? [] });
  const failedAgain = new Set(again.filter(hasFailed).map(({ name }) => name));
  all.push(...again, ...(isWhole ? [] : results.filter(({ file }) => !files.includes(file ?? ''))));
  unsteady.push(...failed.filter(({ name }) => !failedAgain.has(name)));
}
all.push(...(await run(CONTRACT)));
clearInterval(status);

console.log(`\nСамые долгие тесты:`);
for (const { name, milliseconds } of all
  .sort((a, b) => b.milliseconds - a.milliseconds)
  .slice(0, SLOWEST_COUNT))
  console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} с  ${name}`);
console.log(`Пропущено тестов: ${all.filter(({ isSkipped }) => isSkipped).length}`);
console.log(`Всего ${secondsSince(startedAt)} с`);
nameTests('Не прошли рядом с другими проверками, но прошли отдельно', unsteady);
nameTests('Не прошли', all.filter(hasFailed));
console.log(`\n${inWords(all)}`);
process.exitCode = all.some(hasFailed) ? 1 : 0;

/** Runs a check to its end, prints its output and gives its tests. */
async function run(check: Check): Promise<TestResult[]> {
  const { name, script, args = [], files = [], env } = check;
  const started = performance.now();
  console.log(`▸  ${name} (npm run ${script})`);
  running.add(name);
  const output: Buffer[] = [];
  const child = spawn('npm', ['run', '--silent', script, '--', ...args, ...files], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part));
  const [code] = (await once(child, 'close')) as [number | null];
  running.delete(name);
  const results = resultsOf(check, code === 0);
  console.log(`\n── ${name} (npm run ${script})\n${Buffer.concat(output).toString()}`);
  console.log(`── ${name}: ${inWords(results)}, ${secondsSince(started)} s\n`);
  return results;
}

/** The tests of a check. Where the check failed but none of its tests did, the check itself is added as a failed test. */
function resultsOf({ name, results }: Check, hasPassed: boolean): TestResult[] {
  const whole = { name, passed: hasPassed, milliseconds: 0 };
  if (!results) return [whole];
  try {
    const reported = results();
    if (reported.length === 0) return [{ ...whole, passed: false }];
    return hasPassed || reported.some(hasFailed) ? reported : [...reported, whole];
  } catch {
    console.error(`${name}: отчёта нет, проверка не дошла до конца.`);
    return [{ ...whole, passed: false }];
  }
}

function hasFailed({ passed, isSkipped = false }: TestResult): boolean {
  return !passed && !isSkipped;
}

/** Names tests that failed, at the end: their output stands far above. */
function nameTests(title: string, tests: readonly TestResult[]): void {
  if (tests.length > 0) console.log(`\n${title}:`);
  for (const { name, error = '' } of tests) {
    const lines = stripVTControlCharacters(error).trim().split('\n').slice(0, ERROR_LINES);
    console.log([` ✗ ${name}`, ...lines.map((line) => `     ${line}`)].join('\n'));
  }
}

function inWords(results: readonly TestResult[]): string {
  const passed = results.filter((result) => result.passed).length;
  return `${passed} passed, ${results.filter(hasFailed).length} failed`;
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}
