// Longer than most: a history, and what has to be there at its end.
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';
import type { BrowserContext } from 'playwright-core';

import { BrowserTab, type ShownForm } from './form-tab.ts';

/** The widget of the histories. */
export const TAG = 'okno-application-form';
/** Questions for plain text, by step. */
const QUESTIONS = [
  ['applicantLastName', 'applicantFirstName', 'applicantMiddleName'],
  ['childLastName', 'childFirstName', 'childMiddleName'],
  [],
  ['comment'],
] as const;
/** The step that asks for files. */
const FILES_STEP = 3;
/** Milliseconds in which a change is safe. A tab that is killed sooner may lose it. */
const SAFE_AFTER = 1000;
/** Bytes of a file that another tab finds half written, and the milliseconds in which this machine has written it. */
const [LARGE, LARGE_SAFE_AFTER] = [8 * 1024 * 1024, 5000];

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
/** What happens in the two tabs, in random histories. */
export const STEPS = fc.array(
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
/** One thing that happens. */
export type Step = ReturnType<typeof STEPS.generate>['value'][number];

/** What has to be there at the end of a history. */
export interface Typed {
  /** The last text that was typed in each tab and that nobody has replaced who has seen it, by `<tab> <question>`. */
  texts: Map<string, { text: string; at: number }>;
  /** The files by their names, with the tab in which each was chosen. */
  files: Map<string, { tab: number; safeAt: number }>;
}

/** One history in two tabs of a browser context. */
export class TabHistory {
  readonly #context: BrowserContext;
  readonly #url: string;
  readonly #tabs: BrowserTab[] = [];
  /** How many files were chosen. */
  #chosen = 0;
  /** What was typed and chosen. */
  readonly typed: Typed = { texts: new Map(), files: new Map() };

  constructor(context: BrowserContext, url: string) {
    this.#context = context;
    this.#url = url;
  }

  /** Gives the form as it is opened again in a third tab. */
  async play(steps: readonly Step[]): Promise<ShownForm> {
    for (const number of [0, 1]) await this.#open(number);
    for (const step of steps) {
      await this.#do(step);
      await sleep(step.pause);
    }
    await sleep(SAFE_AFTER);
    const last = await this.#open(2);
    const areThere = ({ files }: ShownForm) =>
      [...this.typed.files.keys()].every((name) => files.includes(name));
    let shown = await last.shown();
    // A busy machine is still writing large files.
    for (let tries = 0; tries < 20 && !areThere(shown); tries++) {
      await sleep(SAFE_AFTER);
      await last.reload();
      shown = await last.shown();
    }
    return shown;
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
      case 'attach':
        return this.#attach(number, length > 2);
      case 'sign in':
        return at.signIn();
      case 'reopen':
        this.#forgetTooYoung(number);
        await at.page.close();
        await this.#open(number);
    }
  }

  async #attach(number: number, isLarge: boolean): Promise<void> {
    const at = this.#tabs[number] as BrowserTab;
    await at.goToStep(FILES_STEP);
    // The portal takes so many for a question.
    if (this.#chosen >= 3) return;
    const name = `${number}-${this.#chosen++}.png`;
    await at.attach(name, isLarge ? LARGE : 0);
    const safeAt = performance.now() + (isLarge ? LARGE_SAFE_AFTER : SAFE_AFTER);
    this.typed.files.set(name, { tab: number, safeAt });
  }

  async #type(number: number, question: string, length: number): Promise<void> {
    const letters = `${'АБ'[number] ?? ''}${'клмн'.slice(0, length)}`;
    const typed = await (this.#tabs[number] as BrowserTab).type(question, letters);
    if (!typed) return;
    const { before, after } = typed;
    const { texts } = this.typed;
    for (const tabNumber of [0, 1])
      if (texts.get(`${tabNumber} ${question}`)?.text === before) texts.delete(`${tabNumber} ${question}`);
    texts.set(`${number} ${question}`, { text: after, at: performance.now() });
  }

  /** What was typed or chosen in a tab just before it is closed may be lost. */
  #forgetTooYoung(number: number): void {
    for (const [where, { at }] of this.typed.texts)
      if (where.startsWith(String(number)) && performance.now() - at < SAFE_AFTER)
        this.typed.texts.delete(where);
    for (const [name, { tab: chosenIn, safeAt }] of this.typed.files)
      if (chosenIn === number && performance.now() < safeAt) this.typed.files.delete(name);
  }
}
