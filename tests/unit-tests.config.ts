import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { defineConfig } from 'vitest/config';

import { temporaryFolder } from './temporary-folder.ts';

/** Seconds that a usual run may take for one test: a build machine may be busy, and the first test of a file loads what it tests. */
const SECONDS = 60;
/** Of random examples each run has its own, and some more where more are asked for (`random-examples.ts`). */
const { OKNO_SEED = String(Date.now() % 2 ** 31), OKNO_TIMES = '1' } = process.env;
console.log(`Random examples: OKNO_SEED=${OKNO_SEED} repeats them.`);

const TESTS = '{site,widgets,api-mocks,tests}/**/*.test.ts';
const NOT_HERE = ['**/node_modules/**', '**/*.browser.test.ts', 'tests/journeys/**'];
const RELIABILITY = 'tests/reliability/*.test.ts';
/** Tests that replace modules, or change globals before the modules load: what other files have loaded must not reach them. */
const ALONE = globSync(TESTS, { exclude: NOT_HERE }).filter((file) =>
  /\bvi\.(?:mock|hoisted)\(/.test(readFileSync(file, 'utf8')),
);

/** Tests of what runs in Node: `npm run test:unit`. */
export default defineConfig({
  test: {
    setupFiles: [join(import.meta.dirname, 'contract/recorder.ts')],
    env: { OKNO_SEED, OKNO_TIMES, TMPDIR: temporaryFolder() },
    testTimeout: SECONDS * 1000 * Number(OKNO_TIMES),
    hookTimeout: SECONDS * 1000,
    // Vitest would leave one processor to the terminal.
    maxWorkers: availableParallelism(),
    projects: [
      // A file finds the modules loaded that files before it needed: half of the time went into loading them.
      {
        extends: true,
        test: {
          name: 'together',
          isolate: false,
          include: [TESTS],
          exclude: [...NOT_HERE, RELIABILITY, ...ALONE],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE } },
      { extends: true, test: { name: 'reliability', include: [RELIABILITY] } },
    ],
  },
});
