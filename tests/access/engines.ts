import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'playwright-core';

/** What a rule engine finds in a page: `axe: color-contrast: <p>…`. */
export type RuleEngine = (page: Page) => Promise<string[]>;

const rootRequire = createRequire(import.meta.url);
const AXE = readFileSync(rootRequire.resolve('axe-core/axe.min.js'), 'utf8');

/** The engines by their names. Those of `tests/access/package.json` have to be installed. */
export const RULE_ENGINES: Record<string, RuleEngine> = { axe: runAxe, ibm: runIbm, alfa: runAlfa };

interface AxeFindings {
  violations: { id: string; nodes: { html: string }[] }[];
}

async function runAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeFindings>(
    `axe.run(document, { resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe: ${id}: ${html.slice(0, 120)}`));
}

interface IbmFinding {
  ruleId: string;
  value: [string, string];
  snippet: string;
}

/** IBM Equal Access. What it is not sure of («potential») is left out. */
async function runIbm(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'ace' in globalThis`)))
    await page.evaluate(
      readFileSync(rootRequire.resolve('accessibility-checker-engine/ace.js'), 'utf8') +
        '; globalThis.ace = ace;',
    );
  const results = await page.evaluate<IbmFinding[]>(
    `new ace.Checker().check(document, ['WCAG_2_2']).then(({ results }) => results.map(({ ruleId, value, snippet }) => ({ ruleId, value, snippet })))`,
  );
  return results
    .filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
    .map(({ ruleId, snippet }) => `ibm: ${ruleId}: ${snippet}`);
}

interface AlfaOutcome {
  toJSON(): { outcome: string; rule: { uri: string }; target?: unknown };
}
interface Alfa {
  Playwright: { toPage(handle: unknown): Promise<unknown> };
  Audit: { of(page: unknown, rules: unknown): { evaluate(): Promise<Iterable<AlfaOutcome>> } };
  rules: unknown;
}

/** Siteimprove Alfa. Its rules run in Node, over a copy of the page. */
async function runAlfa(page: Page): Promise<string[]> {
  const { Playwright, Audit, rules } = await importAlfa();
  const copy = await Playwright.toPage(await page.evaluateHandle('document'));
  const outcomes = await Audit.of(copy, rules).evaluate();
  return [...outcomes].flatMap((outcome) => {
    const { outcome: verdict, rule, target } = outcome.toJSON();
    const name = rule.uri.split('/').at(-1) ?? '';
    return verdict === 'failed' ? [`alfa: ${name}: ${JSON.stringify(target).slice(0, 160)}`] : [];
  });
}

async function importAlfa(): Promise<Alfa> {
  const [playwright, act, rules] = (await Promise.all(
    ['playwright', 'act', 'rules'].map((part) => import(rootRequire.resolve(`@siteimprove/alfa-${part}`))),
  )) as [Pick<Alfa, 'Playwright'>, Pick<Alfa, 'Audit'>, { default: unknown }];
  return { ...playwright, ...act, rules: rules.default };
}
