/**
 * `npm run test:hosts`: opens every host page of the corpus in Chromium, looks at each widget and sends an application from it.
 * `-- --browser firefox` (or `webkit`) plays it in another browser, `-- NAME…` plays some hosts. Prints a table, fails where a host
 * is wrong.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { build } from 'vite';

import type { TestResult } from '../dev/checks.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { installTools } from '../tools.ts';
import { readCorpus, type Host } from './corpus.ts';
import { ENGINES } from './engines.ts';
import { missingPackage } from './host-libraries.ts';
import { startHostSites } from './host-sites.ts';
import type { VisitReport } from './in-page/visit.ts';
import { readStoredApplication } from './stored-application.ts';
import { failedVisit, judgeVisit, lineOf, type Judgement, type Verdict } from './verdict.ts';

/** The page that disturbs nothing: every other one is compared with it. */
const CLEAN = 'clean';

const { values: options, positionals: names } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' } },
  allowPositionals: true,
});
const start = ENGINES[options.browser];
if (!start)
  throw new Error(`--browser ${options.browser}: ${Object.keys(ENGINES).join(', ')} are the browsers`);

const startedAt = performance.now();
installTools(import.meta.dirname);
const corpus = readCorpus(names.length ? [CLEAN, ...names] : []);
const absent = new Map(corpus.map((host) => [host, missingPackage(host)]));
const hosts = corpus.filter((host) => absent.get(host) === undefined);
const clean = hosts.find(({ name }) => name === CLEAN);
if (!clean) throw new Error('The clean page is missing');

const sites = await startHostSites(hosts, temporaryFolder());
const engine = await start();
const script = `(() => { ${await bundleVisit()}; return hosts.visit(); })()`;
let expected: string | undefined;
const verdicts = [await playHost(clean)];
const queue = hosts.filter((host) => host !== clean).values();
await Promise.all(
  Array.from({ length: engine.pages }, async () => {
    for (const host of queue) verdicts.push(await playHost(host));
  }),
);
await engine.close();
await sites.close();

const wrong = verdicts.filter(({ faults }) => faults.length > 0);
const lacking = [...absent].filter(([, reason]) => reason !== undefined);
for (const [{ name }, reason] of lacking) console.log(`${name.padEnd(26)}  не сыграна: ${reason}`);
console.log(
  `${options.browser}: страниц ${verdicts.length}, верны ${verdicts.length - wrong.length}, неверны ${wrong.length}, ` +
    `не сыграны ${lacking.length}; ${Math.round((performance.now() - startedAt) / 1000)} с`,
);
const { OKNO_REPORT: file } = process.env;
if (file) writeFileSync(file, JSON.stringify(verdicts.map(resultOf)));
process.exitCode = wrong.length ? 1 : 0;

/** The visit as one script, `hosts`. */
async function bundleVisit(): Promise<string> {
  const entry = `${import.meta.dirname}/in-page/visit.ts`;
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'hosts' } },
  });
  const [{ output }] = made as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}

/** Visits a host, and prints its line. The first application is the one that all others have to equal. */
async function playHost(host: Host): Promise<Verdict> {
  const visitStart = performance.now();
  const judgement = await visitHost(host).catch((error: unknown) => failedVisit(error));
  const verdict = { ...judgement, host: host.name, milliseconds: performance.now() - visitStart };
  console.log(lineOf(verdict));
  return verdict;
}

/** A verdict as `npm test` counts it. */
function resultOf({ host, faults, milliseconds }: Verdict): TestResult {
  const name = `Страница ${host}: ${faults.join('; ') || 'виджеты на месте'}`;
  return { name, passed: faults.length === 0, milliseconds };
}

async function visitHost(host: Host): Promise<Judgement> {
  const report = JSON.parse(await engine.evaluate(sites.urls.get(host) ?? '', script)) as VisitReport;
  const stored =
    report.outcome === 'sent' ? await readStoredApplication(sites.sandbox, report.words) : undefined;
  expected ??= stored;
  const wrong = [report.wrong, ...(sites.violations.get(host) ?? [])].filter(Boolean).join('; ');
  return judgeVisit(host, { ...report, wrong }, { stored, expected });
}
