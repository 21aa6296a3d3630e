import { defineConfig, devices } from '@playwright/test';

import { findChromium } from '../browsers.ts';

const { executablePath, args } = await findChromium();

/** Journeys across the three origins, in Chromium: `npm run test:journeys`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: '../../.okno/journeys-results',
  globalSetup: './set-up.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'ru-RU',
    timezoneId: 'Asia/Barnaul',
    launchOptions: { executablePath, args },
    trace: 'off',
  },
});
