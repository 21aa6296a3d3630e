import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { ActionRunner, type Action, type FileToChoose } from './crash-actions.ts';
import * as inPage from './form-in-page.ts';
import { Journal } from './journal.ts';
import { ANSWERS, FILE_QUESTIONS, FILE_STEP, TEXTS, controlOf } from './kindergarten-form.ts';
import { hasMarker, leaveMarker } from './marker-in-page.ts';
import type { ProfileBrowser } from './profile-browser.ts';

/** Milliseconds: what is older when the browser dies has to be there. */
const SAFE_AFTER = 1000;
/** Milliseconds in which a form shows again what it was. */
const RESTORED_WITHIN = 10_000;
const [SMALL, LARGE] = ['справка.pdf', 'заключение.pdf'];

/** A citizen with one browser, which dies again and again. */
export class Citizen {
  readonly faults: string[] = [];
  /**
   * How often the browser itself has thrown all databases of the site away. Chromium does so where it takes its own files for damaged when
   * it starts: «recovering from a corrupted (and deleted) database» in its log. A database that is not ours is gone then, too.
   */
  emptied = 0;
  readonly runner: ActionRunner;
  readonly #journal = new Journal();
  readonly #start: () => Promise<ProfileBrowser>;
  #browser: ProfileBrowser | undefined;
  #killedAt = 0;

  /** `start` starts the browser, and opens the page. */
  constructor(folder: string, start: () => Promise<ProfileBrowser>) {
    this.#start = start;
    this.runner = new ActionRunner(this.#journal, {
      small: writePdf(join(folder, SMALL), 20_000),
      large: writePdf(join(folder, LARGE), 5 * 1024 * 1024),
    });
  }

  /** Opens the form for the first time. */
  async begin(): Promise<void> {
    this.#browser = await this.#start();
    await this.#fillIn(this.#browser);
  }

  /** Fills the form in as far as it takes answers, and leaves a database beside that of the drafts. */
  async #fillIn({ page }: ProfileBrowser): Promise<void> {
    await this.#waitFor(({ isReady }) => isReady);
    await page.evaluate(inPage.giveAnswers, ANSWERS);
    await page.evaluate(leaveMarker);
    this.#journal.restart(thingsIn(await this.#waitFor(({ keptIn }) => keptIn === 'device')));
  }

  /** Does the actions, over and over, until the browser dies after so many milliseconds. */
  async live(actions: readonly Action[], lifetime: number): Promise<void> {
    const browser = this.#browser;
    if (!browser) return;
    const death = new AbortController();
    const dying = sleep(lifetime).then(async () => {
      death.abort();
      this.#killedAt = Date.now();
      await browser.kill();
    });
    for (let turn = 0; !death.signal.aborted; turn++) {
      const action = actions[turn % actions.length];
      // Nobody answers any more where it is killed in the middle of the action.
      if (action) await Promise.race([dying, this.runner.run(browser.page, action).catch(() => undefined)]);
      // The clock goes on also where an action does nothing.
      await sleep(1);
    }
    await dying;
  }

  /** Starts the browser again. Gives what is lost, and notes it in `faults`. */
  async comeBack(run: number): Promise<string[]> {
    const browser = (this.#browser = await this.#start());
    if (!(await browser.page.evaluate(hasMarker))) {
      this.emptied++;
      await this.#fillIn(browser);
      return [];
    }
    let lost: string[] = [];
    const shown = await this.#waitFor((form) => {
      lost = this.#lostIn(form);
      return lost.length === 0;
    });
    this.faults.push(...lost.map((what) => `${run}: ${what}`));
    this.#journal.restart(thingsIn(shown));
    this.runner.step = shown.step;
    return lost;
  }

  async leave(): Promise<void> {
    await this.#browser?.kill();
  }

  /** Gives the form as soon as it is so; or as it is when the time is over. */
  async #waitFor(isSo: (form: inPage.ShownForm) => boolean): Promise<inPage.ShownForm> {
    const end = Date.now() + RESTORED_WITHIN;
    for (;;) {
      const shown = await this.#browser?.page.evaluate(inPage.readForm);
      if (!shown) throw new Error('The browser does not run');
      if (isSo(shown) || Date.now() > end) return shown;
      await sleep(30);
    }
  }

  /** What the form does not show any more. */
  #lostIn(form: inPage.ShownForm): string[] {
    if (!form.isReady) return [`the form does not open, or its draft is empty: ${JSON.stringify(form)}`];
    const things = thingsIn(form);
    const lost = [...this.#journal.things].flatMap((thing) => {
      const possible = this.#journal.possibleValues(thing, this.#killedAt - SAFE_AFTER);
      const now = things.get(thing) ?? '';
      // Nothing has the focus where the citizen has gone to another step since.
      if (thing === 'focus' && !areOnStep(possible, form.step)) return [];
      return possible.includes(now)
        ? []
        : [`${thing} is «${now}» and not «${[...new Set(possible)].join('» or «')}»`];
    });
    // A file that was chosen just before may be there in part: the citizen is asked to add it again. Earlier ones are checked above.
    const unreadable = form.lost.filter((what) => what !== SMALL && what !== LARGE);
    const age = `written ${this.#killedAt - form.savedAt} ms before, step ${form.step}, the draft has the focus in «${form.focusInDraft}»`;
    return [...lost, ...unreadable.map((what) => `«${what}» cannot be read`)].map(
      (what) => `${what}, ${age}`,
    );
  }
}

/** Whether all these controls stand on a step. */
function areOnStep(controls: readonly string[], step: number): boolean {
  const questions = [...(TEXTS[step] ?? []), ...(step === FILE_STEP ? FILE_QUESTIONS : [])];
  return controls.every((id) => questions.map(controlOf).includes(id));
}

/** What the journal knows of a form. */
function thingsIn({ texts, files, step, focus }: inPage.ShownForm): Map<string, string> {
  const described = Object.entries(files).map(([name, list]) => [name, list.join('; ')] as const);
  return new Map([...Object.entries(texts), ...described, ['step', String(step)], ['focus', focus]]);
}

/** Writes a file that begins as a PDF does. Gives its path, and how `readForm` describes it. */
function writePdf(path: string, size: number): FileToChoose {
  const bytes = Buffer.alloc(size, '%PDF-1.4\n');
  writeFileSync(path, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { path, described: [basename(path), size, hash].join() };
}
