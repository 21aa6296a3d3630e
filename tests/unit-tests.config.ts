import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { defineConfig } from 'vitest/config';

import { temporaryFolder } from './temporary-folder.ts';

/** Seconds that a usual run may take for one test: a build machine may be busy, and the first test of a file loads what it tests. */
const SECONDS = 60;
/** Of random examples each run has its own, and some more where more are asked for (`random-examples.ts`). */
const { OKNO_SEED = String(Date.now() % 2 ** 31), OKNO_TIMES = '1' } = process.env;
console.log(`Random examples: OKNO_SEED=${OKNO_SEED} repeats them.`);

/** Tests of what runs in Node: `npm run test:unit`. */
export default defineConfig({
  test: {
    include: ['{site,widgets,api-mocks,tests}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/*.browser.test.ts', 'tests/journeys/**'],
    setupFiles: [join(import.meta.dirname, 'contract/recorder.ts')],
    env: { OKNO_SEED, OKNO_TIMES, TMPDIR: temporaryFolder() },
    testTimeout: SECONDS * 1000 * Number(OKNO_TIMES),
    hookTimeout: SECONDS * 1000,
    // Vitest would leave one processor to the terminal.
    maxWorkers: availableParallelism(),
  },
});
