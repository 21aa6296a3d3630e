import { defineConfig } from 'vitest/config';

/** Tests of what runs in Node: `npm run test:unit`. */
export default defineConfig({
  test: {
    include: ['{site,widgets,api-mocks,tests}/**/*.test.ts'],
    exclude: ['**/*.browser.test.ts', 'tests/journeys/**'],
  },
});
