import fc from 'fast-check';
import { chromium, type Browser } from 'playwright-core';

import { findChromium } from '../browsers.ts';
import { startDraftSite, type DraftSite } from './draft-site.ts';
import type { ShownForm } from './form-tab.ts';
import { STEPS, TabHistory, TAG, type Step, type Typed } from './tab-history.ts';

/** So many histories are played at once, each with a seed of its own: `seed`, `seed + 1`, … */
const SIDE_BY_SIDE = 3;

/** Counts of what was played. */
export interface PlayedTabs {
  histories: number;
  steps: number;
  /** Answers that two tabs had changed at once: the citizen sees both. */
  conflicts: number;
}

/** What a history has lost, or says twice; empty where all is well. */
function faultsOf({ texts, files }: Typed, shown: ShownForm): string[] {
  const lost = [...texts].flatMap(([where, { text }]) => {
    const name = where.slice(2);
    const there = [shown.texts[name] ?? '', ...(shown.others[name] ?? []).map(String)];
    return there.some((other) => other.includes(text)) ? [] : [`${where}: «${text}» is lost`];
  });
  const lostFiles = [...files.keys()].filter((name) => !shown.files.includes(name));
  const twice = Object.entries(shown.others).flatMap(([name, answers]) =>
    answers.filter((answer, i) => answers.indexOf(answer) !== i || answer === shown.texts[name]),
  );
  const twiceFiles = shown.files.filter((name, i) => shown.files.indexOf(name) !== i);
  return [
    ...lost,
    ...lostFiles.map((name) => `${name} is lost`),
    ...[...twice, ...twiceFiles].map((what) => `«${String(what)}» is said twice`),
  ];
}

/** How many histories to play, and how. */
export interface TabRuns {
  runs: number;
  seed: number;
  /** Without BroadcastChannel and Web Locks, as in an old browser. */
  isPlain: boolean;
  /** Ends sooner, after so many milliseconds. */
  milliseconds?: number;
  /** Plays one history of this seed again: its number, from 0, as `path` in what fast-check says of a history that fails. */
  path?: string | undefined;
}

/**
 * Plays random histories of two tabs with one application. At the end of each every last text and every file has to be there. Rejects with
 * the first history in which that is not so, as it was found: to look for a shorter one takes many minutes.
 */
export async function playTabs({
  runs,
  seed,
  isPlain,
  milliseconds = Infinity,
  path,
}: TabRuns): Promise<PlayedTabs> {
  const { executablePath, args } = await findChromium();
  const [site, browser] = [await startDraftSite(), await chromium.launch({ executablePath, args })];
  const played: PlayedTabs = { histories: 0, steps: 0, conflicts: 0 };
  try {
    const property = fc.asyncProperty(STEPS, (steps) => playOne({ site, browser, isPlain, played }, steps));
    const numRuns = path === undefined ? Math.ceil(runs / SIDE_BY_SIDE) : 1;
    const limit = milliseconds < Infinity && { interruptAfterTimeLimit: milliseconds };
    // A history mostly waits.
    const seeds = Array.from({ length: path === undefined ? SIDE_BY_SIDE : 1 }, (_, i) => seed + i);
    const options = { ...limit, ...(path !== undefined && { path }), numRuns, endOnFailure: true };
    await Promise.all(seeds.map((own) => fc.assert(property, { ...options, seed: own })));
    return played;
  } finally {
    await browser.close();
    await site.close();
  }
}

interface Playing {
  site: DraftSite;
  browser: Browser;
  isPlain: boolean;
  played: PlayedTabs;
}

async function playOne({ site, browser, isPlain, played }: Playing, steps: Step[]): Promise<void> {
  const context = await browser.newContext({ locale: 'ru-RU' });
  try {
    if (isPlain)
      await context.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'BroadcastChannel');
        Reflect.deleteProperty(Navigator.prototype, 'locks');
      });
    const history = new TabHistory(context, site.urlOf(TAG));
    const shown = await history.play(steps);
    const faults = faultsOf(history.typed, shown);
    if (faults.length) throw new Error(faults.join('; '));
    played.histories++;
    played.steps += steps.length;
    played.conflicts += Object.keys(shown.others).length;
  } finally {
    await context.close();
  }
}
