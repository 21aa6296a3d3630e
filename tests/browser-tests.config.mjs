// Longer than most: three browsers, and what is served beside the tests.
// Tests of the widgets in real browsers: `npm run test:browser`. The portal they talk to is the sandbox, started here.
import { writeFileSync } from 'node:fs';

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';

import { findChromium, findFirefox, findWebKit, TEST_FILES } from './browsers.ts';
import { serveRelease, serveTests, serveTus } from './served-builds.ts';
import { startTestPortal } from './test-portal.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { freePort, WebDriverLauncher } from './webdriver-launcher.ts';

const chromium = await findChromium();
const firefox = findFirefox();
const webkit = findWebKit();
console.log(`Browser tests: Chromium is ${chromium.source}.`);
const wanted = process.env.OKNO_BROWSERS?.split(',') ?? ['chromium', 'firefox', 'webkit'];
for (const [name, browser] of Object.entries({ chromium, firefox, webkit })) {
  if (!browser) console.log(`Browser tests: ${name} is not installed here, its tests are left out.`);
  else if (!wanted.includes(name)) console.log(`Browser tests: ${name} is left out by OKNO_BROWSERS.`);
}

/** The tests of a suite and of those inside it, as `npm test` counts them. */
const resultsIn = ({ name, tests, suites }) => [
  ...tests.map(({ name: title, passed, skipped, duration = 0, error }) => ({
    name: `${name} ${title}`,
    passed,
    isSkipped: skipped,
    milliseconds: duration,
    error: error?.message,
  })),
  ...suites.flatMap(resultsIn),
];

/** The tests of one file in one browser. A file that did not load counts as a failed test. */
function resultsOf({ testFile, testResults, passed, browser, errors }) {
  const results = testResults ? resultsIn(testResults) : [];
  if (!passed && results.every((test) => test.passed || test.isSkipped))
    results.push({
      name: testFile,
      passed: false,
      milliseconds: 0,
      error: errors.map(({ message }) => message).join('\n'),
    });
  return results.map((test) => ({ ...test, file: testFile, name: `${browser.name}: ${test.name}` }));
}

/** In watch mode each module is served by itself, so that the runner knows which tests a change concerns. */
const isWatching = process.argv.includes('--watch');

/** A page of a municipality with the line of `okno.js`; `head` is HTML that stands before it. */
const hostPage = ({ head = '', body = '' }) =>
  `<!doctype html><meta charset="utf-8"><title>Усть-Примерное</title>${head}<script type="module" src="okno.js"></script>${body}`;

/** Without it a browser reports each request to the runner, which asks for none: a third of Firefox's work. */
const SHORT_REPORTS = { networkEnabled: false };

/** What comes instead of `okno.json` in `/okno-test/half/`, `/okno-test/login/`. In any other folder nothing comes: `/okno-test/none/`. */
const BROKEN_CONFIGS = {
  half: { body: '{"portal": "https://por', type: 'json' },
  login: { body: '<!doctype html><title>Вход</title>', type: 'html' },
};
const OTHER_FOLDER = /^\/okno-test\/(half|login|none)\//;

/** Runners that start together would each find 8000 free. */
const port = await freePort();
const portal = await startTestPortal(temporaryFolder(), { origins: [`http://localhost:${port}`] });

/** DevTools sessions by the ids of test sessions. Chromium undoes what was emulated when its DevTools session is closed, so it is kept. */
const mediaSessions = new Map();

export default {
  rootDir: '.',
  port,
  files: TEST_FILES,
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 1,
  concurrentBrowsers: 1,
  testsFinishTimeout: 240_000,
  // Longer than two waits of `waitUntilFound`: its error says more.
  testFramework: { config: { timeout: 80_000 } },
  plugins: [
    !isWatching && { name: 'built-tests', serve: ({ path }) => serveTests(path) },
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
    {
      name: 'tus',
      resolveImport: ({ source }) => (source === 'tus-js-client' ? '/okno-test/tus.js' : undefined),
      serve: ({ path }) => serveTus(path),
    },
    // For `live.browser.test.ts`.
    {
      name: 'stream-plan',
      serve: ({ path }) =>
        path === '/okno-test/stream.json'
          ? { body: process.env.OKNO_STREAM ?? '{"updates":24,"cuts":1}', type: 'json' }
          : undefined,
    },
    // `/okno-test/`: what a real site has beside `okno.js`.
    {
      name: 'okno-test',
      async serve({ path, query }) {
        if (path === '/okno-test/host') return { body: hostPage(query), type: 'html' };
        const folder = OTHER_FOLDER.exec(path)?.[1];
        if (folder && path.endsWith('/okno.json')) return BROKEN_CONFIGS[folder];
        return (await serveRelease(path.replace(OTHER_FOLDER, '/okno-test/'))) ?? portal.serve(path);
      },
    },
    // `executeServerCommand('sandbox', { command: 'move', number, move })`: a `SandboxCommand`.
    {
      name: 'sandbox',
      executeCommand: ({ command, payload }) => (command === 'sandbox' ? portal.act(payload) : undefined),
    },
    // For `pressInPortalWindow` and `closePortalWindow` in `widgets/page.ts`. In Chromium only.
    {
      name: 'portal-window',
      async executeCommand({ command, payload, session }) {
        if (command !== 'portal-window') return undefined;
        const browser = session.browser.getPage(session.id).browser();
        const target = await browser.waitForTarget((candidate) => candidate.url().startsWith(payload.portal));
        const page = await target.page();
        if (payload.press === null) await page.close();
        else await page.locator(`button ::-p-text(${payload.press})`).click();
        return true;
      },
    },
    // What the system is like, by features of media queries: `setSystem`. In Chromium only.
    {
      name: 'media',
      async executeCommand({ command, payload, session: { id, browser } }) {
        if (command !== 'media') return undefined;
        if (!mediaSessions.has(id)) mediaSessions.set(id, await browser.getPage(id).createCDPSession());
        const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
        await mediaSessions.get(id).send('Emulation.setEmulatedMedia', { features });
        return true;
      },
    },
  ].filter(Boolean),
  browsers: [
    wanted.includes('chromium') &&
      chromeLauncher({
        launchOptions: { executablePath: chromium.executablePath, args: chromium.args, ...SHORT_REPORTS },
      }),
    firefox &&
      wanted.includes('firefox') &&
      // It starts Firefox too, where Puppeteer is handed in.
      chromeLauncher({
        puppeteer: puppeteerCore,
        launchOptions: { browser: 'firefox', executablePath: firefox, ...SHORT_REPORTS },
      }),
    webkit &&
      wanted.includes('webkit') &&
      new WebDriverLauncher({
        name: 'WebKitGTK',
        driver: webkit.driver,
        capabilities: { 'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] } },
      }),
  ].filter(Boolean),
  reporters: [
    defaultReporter(),
    summaryReporter(),
    {
      onTestRunFinished({ sessions }) {
        const { OKNO_REPORT: file } = process.env;
        if (file) writeFileSync(file, JSON.stringify(sessions.flatMap(resultsOf)));
      },
    },
  ],
};
