import { defineConfig } from 'vitest/config';

/** Tests of what runs in Node: `npm run test:unit`. */
export default defineConfig({
  test: {
    include: ['{site,widgets,api-mocks,tests}/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts', 'tests/journeys/**'],
    setupFiles: ['tests/contract/recorder.ts'],
    // A build machine may be busy; the first test of a file pays for loading what it tests.
    testTimeout: 60_000,
  },
});
