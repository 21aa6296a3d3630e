import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';

import { findChromium } from '../browsers.ts';
import { startDraftSite, type DraftSite } from './draft-site.ts';
import { BrowserTab, type ShownForm } from './form-tab.ts';

const TAG = 'okno-application-form';
/** Questions for plain text, by step. */
const QUESTIONS = [
  ['applicantLastName', 'applicantFirstName', 'applicantMiddleName'],
  ['childLastName', 'childFirstName', 'childMiddleName'],
  [],
  ['comment'],
] as const;
/** The step that asks for files. */
const FILES_STEP = 3;
/** So many histories are played at once, each with a seed of its own: `seed`, `seed + 1`, … */
const SIDE_BY_SIDE = 3;
/** Milliseconds in which a change is safe. A tab that is killed sooner may lose it. */
const SAFE_AFTER = 1000;

const tab = fc.constantFrom(0 as const, 1 as const);
const pause = fc.nat(50);
const stepOf = <Does extends string>(does: Does, weight: number) => ({
  weight,
  arbitrary: fc.record({
    does: fc.constant(does),
    tab,
    pause,
    place: fc.nat(2),
    length: fc.integer({ min: 1, max: 4 }),
  }),
});
const STEPS = fc.array(
  fc.oneof(
    stepOf('type', 60),
    stepOf('go on', 15),
    stepOf('go back', 10),
    stepOf('attach', 8),
    stepOf('sign in', 2),
    stepOf('reopen', 6),
  ),
  { minLength: 4, maxLength: 14, size: 'max' },
);
type Step = ReturnType<typeof STEPS.generate>['value'][number];

/** Counts of what was played. */
export interface PlayedTabs {
  histories: number;
  steps: number;
  /** Answers that two tabs had changed at once: the citizen sees both. */
  conflicts: number;
}

/** What has to be there at the end of a history. */
interface Typed {
  /** The last text that was typed in each tab and that nobody has replaced who has seen it, by `<tab> <question>`. */
  texts: Map<string, { text: string; at: number }>;
  files: Set<string>;
}

/** Plays one history in two tabs of a browser context, and gives what the citizen sees when she opens the form again, and typed before. */
class TabHistory {
  readonly #context: BrowserContext;
  readonly #url: string;
  readonly #tabs: BrowserTab[] = [];
  readonly typed: Typed = { texts: new Map(), files: new Set() };

  constructor(context: BrowserContext, url: string) {
    this.#context = context;
    this.#url = url;
  }

  async play(steps: readonly Step[]): Promise<ShownForm> {
    for (const number of [0, 1]) await this.#open(number);
    for (const step of steps) {
      await this.#do(step);
      await sleep(step.pause);
    }
    await sleep(SAFE_AFTER);
    return (await this.#open(2)).shown();
  }

  async #open(number: number): Promise<BrowserTab> {
    const opened = await new BrowserTab(await this.#context.newPage(), TAG).open(this.#url);
    this.#tabs[number] = opened;
    return opened;
  }

  async #do({ does, tab: number, place, length }: Step): Promise<void> {
    const at = this.#tabs[number];
    if (!at) throw new Error(`Tab ${number} is not open`);
    const { step } = await at.shown();
    switch (does) {
      case 'type': {
        const asked = QUESTIONS[step] ?? [];
        const question = asked[place % asked.length];
        if (question !== undefined) await this.#type(number, question, length);
        return;
      }
      case 'go on':
        return at.goToStep(Math.min(step + 1, FILES_STEP));
      case 'go back':
        return at.goToStep(Math.max(step - 1, 0));
      case 'attach': {
        await at.goToStep(FILES_STEP);
        const name = `${number}-${this.typed.files.size}.png`;
        // The portal takes so many for a question.
        if (this.typed.files.size >= 3) return;
        await at.attach(name);
        this.typed.files.add(name);
        return;
      }
      case 'sign in':
        return at.signIn();
      case 'reopen':
        this.#forgetTooYoung(number);
        await at.page.close();
        await this.#open(number);
    }
  }

  async #type(number: number, question: string, length: number): Promise<void> {
    const letters = `${'АБ'[number] ?? ''}${'клмн'.slice(0, length)}`;
    const { before, after } = await (this.#tabs[number] as BrowserTab).type(question, letters);
    const { texts } = this.typed;
    for (const tabNumber of [0, 1])
      if (texts.get(`${tabNumber} ${question}`)?.text === before) texts.delete(`${tabNumber} ${question}`);
    texts.set(`${number} ${question}`, { text: after, at: performance.now() });
  }

  /** What was typed in a tab less than a second before it is closed may be lost. */
  #forgetTooYoung(number: number): void {
    for (const [where, { at }] of this.typed.texts)
      if (where.startsWith(String(number)) && performance.now() - at < SAFE_AFTER)
        this.typed.texts.delete(where);
  }
}

/** What a history has lost, or says twice; empty where all is well. */
function faultsOf({ texts, files }: Typed, shown: ShownForm): string[] {
  const lost = [...texts].flatMap(([where, { text }]) => {
    const name = where.slice(2);
    const there = [shown.texts[name] ?? '', ...(shown.others[name] ?? []).map(String)];
    return there.some((other) => other.includes(text)) ? [] : [`${where}: «${text}» is lost`];
  });
  const lostFiles = [...files].filter((name) => !shown.files.includes(name));
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
}: TabRuns): Promise<PlayedTabs> {
  const { executablePath, args } = await findChromium();
  const [site, browser] = [await startDraftSite(), await chromium.launch({ executablePath, args })];
  const played: PlayedTabs = { histories: 0, steps: 0, conflicts: 0 };
  try {
    const property = fc.asyncProperty(STEPS, (steps) => playOne({ site, browser, isPlain, played }, steps));
    const numRuns = Math.ceil(runs / SIDE_BY_SIDE);
    const limit = milliseconds < Infinity && { interruptAfterTimeLimit: milliseconds };
    // A history mostly waits.
    const seeds = Array.from({ length: SIDE_BY_SIDE }, (_, i) => seed + i);
    await Promise.all(
      seeds.map((own) => fc.assert(property, { ...limit, numRuns, seed: own, endOnFailure: true })),
    );
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
