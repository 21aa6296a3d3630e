/** `npm test`: every check one after the other, each said as it starts. Ends with one line: `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

interface Counts {
  passed: number;
  failed: number;
}

interface Check {
  name: string;
  script: string;
  /** Arguments behind the script, and where it leaves its counts; without it the check counts as one. */
  args?: string[];
  env?: Record<string, string>;
  count?: () => Counts;
}

const FOLDER = resolve('.okno/reports');
/** What the portal was asked and answered meanwhile: `check:api` judges it. */
const EXCHANGES = resolve('.okno/exchanges');
const read = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));

const CHECKS: Check[] = [
  { name: 'Содержание каталога', script: 'content:check' },
  { name: 'Типы', script: 'types' },
  { name: 'Правила кода и этажи дома', script: 'lint' },
  { name: 'Оформление кода', script: 'format:check' },
  {
    name: 'Тесты в Node',
    script: 'test:unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${FOLDER}/unit.json`],
    env: { OKNO_EXCHANGES: `${EXCHANGES}/unit` },
    count() {
      const { numPassedTests, numFailedTests } = read('unit.json') as Record<string, number>;
      return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
    },
  },
  {
    name: 'Виджеты в браузерах',
    script: 'test:browser',
    env: { OKNO_REPORT: `${FOLDER}/browser.json`, OKNO_EXCHANGES: `${EXCHANGES}/browser` },
    count: () => read('browser.json') as Counts,
  },
  {
    name: 'Путь гражданина по трём сайтам',
    script: 'test:journeys',
    args: ['--reporter=list,json'],
    env: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: `${FOLDER}/journeys.json`,
      OKNO_EXCHANGES: `${EXCHANGES}/journeys`,
    },
    count() {
      const { stats } = read('journeys.json') as {
        stats: { expected: number; flaky: number; unexpected: number };
      };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  },
  { name: 'Договор с порталом', script: 'check:api', args: ['--recorded'] },
];

for (const folder of [FOLDER, EXCHANGES]) rmSync(folder, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });

const total: Counts = { passed: 0, failed: 0 };
for (const check of CHECKS) {
  const started = performance.now();
  console.log(`\n── ${check.name} (npm run ${check.script})`);
  const { status } = spawnSync('npm', ['run', '--silent', check.script, '--', ...(check.args ?? [])], {
    stdio: 'inherit',
    env: { ...process.env, ...check.env },
  });
  const counts = countOf(check, status === 0);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`── ${check.name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

/** What a check has counted. One that ended badly has failed, even where no test of its own did. */
function countOf({ count }: Check, isGood: boolean): Counts {
  if (!count) return { passed: Number(isGood), failed: Number(!isGood) };
  try {
    const counts = count();
    if (counts.passed + counts.failed === 0) return { passed: 0, failed: 1 };
    return { ...counts, failed: isGood ? counts.failed : Math.max(1, counts.failed) };
  } catch {
    console.error('Отчёта нет: проверка не дошла до конца.');
    return { passed: 0, failed: 1 };
  }
}
