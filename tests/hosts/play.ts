import { bundleForPage } from './bundle-for-page.ts';
import type { Host } from './corpus.ts';
import type { Engine } from './engines.ts';
import type { HostSites } from './host-sites.ts';
import type { VisitReport } from './in-page/visit.ts';
import { readStoredApplication } from './stored-application.ts';
import { failedVisit, judgeVisit, lineOf, type Judgement, type Verdict } from './verdict.ts';

/** The page that disturbs nothing: every other one is compared with it. */
export const CLEAN = 'clean';

/** Visits all hosts in a browser, `clean` first, some side by side. Prints a line for each as it ends. */
export async function playHosts(engine: Engine, sites: HostSites): Promise<Verdict[]> {
  const visit = `(() => { ${await bundleForPage(`${import.meta.dirname}/in-page/visit.ts`, 'hosts')}; return hosts.visit(); })()`;
  const hosts = [...sites.urls.keys()].sort((a, b) => Number(b.name === CLEAN) - Number(a.name === CLEAN));
  const verdicts: Verdict[] = [];
  /** What the portal has of the clean page's application. */
  let expected: string | undefined;

  async function visitHost(host: Host): Promise<Judgement> {
    sites.violations.set(host, []);
    const report = JSON.parse(await engine.evaluate(sites.urls.get(host) ?? '', visit)) as VisitReport;
    const stored =
      report.outcome === 'sent' ? await readStoredApplication(sites.sandbox, report.words) : undefined;
    expected ??= stored;
    const wrong = [report.wrong, ...(sites.violations.get(host) ?? [])].filter(Boolean).join('; ');
    return judgeVisit(host, { ...report, wrong }, { stored, expected });
  }
  async function playHost(host: Host): Promise<void> {
    const start = performance.now();
    const judgement = await visitHost(host).catch(failedVisit);
    const verdict = { ...judgement, host: host.name, milliseconds: performance.now() - start };
    console.log(lineOf(verdict));
    verdicts.push(verdict);
  }

  const [clean, ...others] = hosts;
  if (clean) await playHost(clean);
  const queue = others.values();
  await Promise.all(
    Array.from({ length: engine.pages }, async () => {
      for (const host of queue) await playHost(host);
    }),
  );
  return verdicts;
}
