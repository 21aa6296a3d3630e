/** What `npm test` runs, and where each check leaves the results of its tests. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

import { findFirefox, findWebKit } from '../browsers.ts';

/** One test, as the report of its check has it. */
export interface TestResult {
  name: string;
  passed: boolean;
  milliseconds: number;
}

export interface Check {
  /** For people. */
  name: string;
  /** Of package.json, with arguments behind it. */
  script: string;
  args?: string[];
  env?: Record<string, string>;
  /** Reads the report of its tests. Without it the check counts as one test. */
  results?: () => TestResult[];
}

export const REPORTS = resolve('.okno/reports');
/** What the portal was asked and answered meanwhile: `check:api` judges it. */
export const EXCHANGES = resolve('.okno/exchanges');

/** So many checks run side by side: one more than there are processors, because a browser mostly waits. */
export const SIDE_BY_SIDE = Math.min(4, availableParallelism() + 1);

const read = (name: string): unknown => JSON.parse(readFileSync(`${REPORTS}/${name}`, 'utf8'));

interface VitestReport {
  testResults: { assertionResults: { fullName: string; status: string; duration?: number }[] }[];
}

const UNIT: Check = {
  name: 'Тесты в Node',
  script: 'test:unit',
  args: [
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/unit.json`],
    `--maxWorkers=${Math.ceil(availableParallelism() / SIDE_BY_SIDE)}`,
  ],
  env: { OKNO_EXCHANGES: `${EXCHANGES}/unit` },
  results: () =>
    (read('unit.json') as VitestReport).testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status, duration = 0 }) => ({
        name: fullName,
        passed: status === 'passed',
        milliseconds: duration,
      })),
};

interface Suite {
  suites?: Suite[];
  specs: { title: string; tests: { status: string; results: { duration: number }[] }[] }[];
}

/** A flaky test has failed. */
const resultsIn = ({ suites = [], specs }: Suite): TestResult[] => [
  ...suites.flatMap(resultsIn),
  ...specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status !== 'skipped')
      .map(({ status, results }) => ({
        name: title,
        passed: status === 'expected',
        milliseconds: results.reduce((sum, { duration }) => sum + duration, 0),
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
  results: () => (read('journeys.json') as { suites: Suite[] }).suites.flatMap(resultsIn),
};

/** Tests of the widgets in one browser. Each has a portal of its own, so they do not get into each other's way. */
const widgetsIn = (browser: string): Check => ({
  name: `Виджеты в браузере: ${browser}`,
  script: 'test:browser',
  env: {
    OKNO_BROWSERS: browser,
    OKNO_REPORT: `${REPORTS}/${browser}.json`,
    OKNO_EXCHANGES: `${EXCHANGES}/${browser}`,
  },
  results: () => read(`${browser}.json`) as TestResult[],
});

/** Browsers that are there; Chromium always is. */
const BROWSERS = ['chromium', ...(findFirefox() ? ['firefox'] : []), ...(findWebKit() ? ['webkit'] : [])];

/** All that may run at any time; what takes longest comes first. */
export const CHECKS: Check[] = [
  JOURNEYS,
  UNIT,
  ...BROWSERS.map(widgetsIn),
  { name: 'Правила кода и этажи дома', script: 'lint' },
  { name: 'Типы', script: 'types' },
  { name: 'Оформление кода', script: 'format:check' },
  { name: 'Содержание каталога', script: 'content:check' },
];

/** What judges the exchanges that all the others have recorded. */
export const CONTRACT: Check = { name: 'Договор с порталом', script: 'check:api', args: ['--recorded'] };
