// Longer than most: one list, of all that `npm test` runs.
/** What `npm test` runs, and where each check leaves the results of its tests. */
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

import { findFirefox, findWebKit, TEST_FILES } from '../browsers.ts';
import { TODAY } from '../today.ts';

/** How one test went. */
export interface TestResult {
  name: string;
  /** The file of the test, where the check can run one file by itself. */
  file?: string;
  passed: boolean;
  /** It did not run: this browser or this machine has not what it needs. */
  isSkipped?: boolean;
  /** How long it took; 0 where the check does not say. */
  milliseconds: number;
  /** What went wrong, for a test that failed; absent where the check does not say. */
  error?: string | undefined;
}

/** One part of `npm test`: an npm script that runs beside the others. */
export interface Check {
  /** In Russian, for the screen. */
  name: string;
  /** A script of package.json. */
  script: string;
  /** Arguments behind `npm run <script> --`. */
  args?: string[];
  /** More arguments, which say what files it runs. Without them it runs all. */
  files?: readonly string[];
  /** Variables of the environment besides those of `npm test`. */
  env?: Record<string, string>;
  /** Gives `files` for these files. Without it the check runs as a whole when one of its tests has failed. */
  argsFor?: (files: readonly string[]) => readonly string[];
  /** Reads the report that the script has written, test by test. Without it the check counts as one test. */
  results?: () => TestResult[];
}

/** Where the checks write their reports: `unit.json`, `chromium-0.json`. */
export const REPORTS = resolve('.okno/reports');
/** Where the tests record requests to the portal and its responses: `check:api` judges them. */
export const EXCHANGES = resolve('.okno/exchanges');

/** So many checks run side by side: a browser often waits. With more, Firefox paints too seldom for its tests. */
export const SIDE_BY_SIDE = Math.min(6, 2 * availableParallelism() + 1);

const readReport = (name: string): unknown => JSON.parse(readFileSync(`${REPORTS}/${name}`, 'utf8'));

/** As much of Vitest's JSON report as is read here. */
interface VitestReport {
  testResults: {
    name: string;
    assertionResults: { fullName: string; status: string; duration?: number; failureMessages?: string[] }[];
  }[];
}

/** Tests of what runs in Node, which of them `files` says. The report has its name from `report`. */
const unitTests = (name: string, report: string, files: readonly string[]): Check => ({
  name,
  script: 'test:unit',
  args: [
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/${report}.json`],
    '--maxWorkers=2',
  ],
  files,
  env: { OKNO_EXCHANGES: `${EXCHANGES}/${report}` },
  argsFor: (files) => files,
  results: () =>
    (readReport(`${report}.json`) as VitestReport).testResults
      .flatMap(({ name: file, assertionResults }) => assertionResults.map((result) => ({ file, ...result })))
      .map(({ file, fullName, status, duration = 0, failureMessages }) => ({
        name: fullName,
        file,
        passed: status === 'passed',
        isSkipped: status !== 'passed' && status !== 'failed',
        milliseconds: duration,
        error: failureMessages?.join('\n'),
      })),
});

/** A file or a `describe` of Playwright's JSON report. */
interface Suite {
  suites?: Suite[];
  specs: {
    title: string;
    file: string;
    tests: { status: string; results: { duration: number; error?: { message?: string } }[] }[];
  }[];
}

/** The tests of a suite and of the suites inside it. A test that passed only when it was repeated (`flaky`) counts as failed. */
const resultsIn = ({ suites = [], specs }: Suite): TestResult[] => [
  ...suites.flatMap(resultsIn),
  ...specs.flatMap(({ title, file, tests }) =>
    tests.map(({ status, results }) => ({
      name: title,
      file,
      passed: status === 'expected',
      isSkipped: status === 'skipped',
      milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
      error: results.find(({ error }) => error)?.error?.message,
    })),
  ),
];

const JOURNEYS: Check = {
  name: 'Путь гражданина по трём сайтам',
  script: 'test:journeys',
  args: ['--reporter=list,json'],
  env: {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/journeys.json`,
    OKNO_EXCHANGES: `${EXCHANGES}/journeys`,
  },
  argsFor: (files) => files,
  results: () => (readReport('journeys.json') as { suites: Suite[] }).suites.flatMap(resultsIn),
};

const HOSTS: Check = {
  name: 'Виджеты на чужих страницах',
  script: 'test:hosts',
  // All take two minutes: `.ci/run` asks for that.
  args: process.env['OKNO_HOSTS'] === 'all' ? [] : ['--third'],
  env: { OKNO_REPORT: `${REPORTS}/hosts.json` },
  results: () => readReport('hosts.json') as TestResult[],
};

/** Tests of some of the widgets' files in one browser: of two parts, the first takes every second file. Each check has a portal of its own. */
const widgetsIn = (browser: string, part: number, parts: number): Check => ({
  name: `Виджеты в браузере: ${browser}, часть ${part + 1} из ${parts}`,
  script: 'test:browser',
  files: [
    '--files',
    ...globSync(TEST_FILES)
      .sort()
      .filter((_, i) => i % parts === part),
  ],
  env: {
    OKNO_BROWSERS: browser,
    OKNO_REPORT: `${REPORTS}/${browser}-${part}.json`,
    OKNO_EXCHANGES: `${EXCHANGES}/${browser}-${part}`,
  },
  argsFor: (files) => ['--files', ...files],
  results: () => readReport(`${browser}-${part}.json`) as TestResult[],
});

/** Firefox and WebKit share the files, and change them every day: all in both take five minutes more. */
const HALF_OF_TODAY = TODAY % 2;

/** Checks that may run side by side. Those that take longest come first, so that none of them is the last to end. */
export const CHECKS: Check[] = [
  JOURNEYS,
  ...(findFirefox() ? [widgetsIn('firefox', HALF_OF_TODAY, 2)] : []),
  unitTests('Тесты в Node', 'unit', ['--project=together', '--project=alone']),
  // One Chromium mostly waits, and would be the last to end.
  ...[0, 1].map((part) => widgetsIn('chromium', part, 2)),
  unitTests('Надёжность: сбои, обрывы, чужие запросы', 'reliability', ['--project=reliability']),
  ...(findWebKit() ? [widgetsIn('webkit', 1 - HALF_OF_TODAY, 2)] : []),
  HOSTS,
  { name: 'Правила кода и этажи дома', script: 'lint' },
  { name: 'Типы', script: 'types' },
  { name: 'Оформление кода', script: 'format:check' },
  { name: 'Содержание каталога', script: 'content:check' },
];

/** Runs when all others have ended: judges the requests and responses that they have recorded. */
export const CONTRACT: Check = { name: 'Договор с порталом', script: 'check:api', args: ['--recorded'] };
