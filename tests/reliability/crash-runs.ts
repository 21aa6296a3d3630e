import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import { cutUploads, servePage, type ServedPage } from './crash-sites.ts';
import * as inPage from './form-in-page.ts';
import type { ShownForm } from './form-in-page.ts';
import { Journal } from './journal.ts';
import { startBrowser, type EngineName, type ProfileBrowser } from './profile-browser.ts';

/** Milliseconds: what is older when the browser dies has to be there. */
const SAFE_AFTER = 1000;
/** Milliseconds in which a form shows again what it was. */
const RESTORED_WITHIN = 10_000;
/** Questions in which is typed, step by step. */
const TEXTS = [
  ['applicantLastName', 'applicantFirstName', 'applicantMiddleName'],
  ['childLastName', 'childFirstName', 'childMiddleName'],
  ['kindergartens'],
  ['comment'],
];
/** The step that asks for files. */
export const FILE_STEP = 3;
/** Its questions for files. */
export const FILE_QUESTIONS = ['benefitDocument', 'commissionDocument'];
/** Right answers to all that the steps demand. */
export const ANSWERS = {
  applicantLastName: 'Примерова',
  applicantFirstName: 'Анна',
  applicantSnils: '112-233-445 95',
  applicantPhone: '8 903 123-45-67',
  applicantEmail: 'anna@example.ru',
  childLastName: 'Примеров',
  childFirstName: 'Пётр',
  childBirthDate: '01.02.2024',
  address: { line: 'Барнаул, пр-кт Ленина, 12', manual: true },
  startDate: '01.09.2027',
  group: 'Общеразвивающая',
};
/** A text of more letters is emptied before more is typed. */
const LONG_TEXT = 60;

type Action =
  | { does: 'type'; question: number; text: string }
  | { does: 'step'; isForward: boolean }
  | { does: 'file'; question: number; size: 'small' | 'large' };

const LETTER = fc.constantFrom('а', 'б', 'в', 'г', 'д', 'ё', 'ж');
const ACTION = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('type' as const),
      question: fc.nat(2),
      text: fc.string({ unit: LETTER, minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('step' as const), isForward: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('file' as const),
      question: fc.nat(1),
      size: fc.constantFrom('small' as const, 'large' as const),
    }),
  },
);
/** One life of the browser: milliseconds until it is killed, and what the citizen does meanwhile, over and over. */
const LIFE = fc.record({
  lifetime: fc.integer({ min: 100, max: 2500 }),
  actions: fc.array(ACTION, { minLength: 12, maxLength: 12 }),
});

/** What the runs have shown. */
export interface CrashReport {
  runs: number;
  /** What was done before the browsers were killed: letters, steps, files. */
  done: Record<Action['does'], number>;
  /** What was lost, run by run. */
  faults: string[];
}

/** Which runs, in which browser. */
interface CrashOptions {
  engine: EngineName;
  runs: number;
  seed: number;
}

/**
 * Kills a browser `runs` times at random moments while a citizen fills in the application form, and starts it again with the same
 * profile. Finds out each time what has been lost.
 */
export async function crashRepeatedly({ engine, runs, seed }: CrashOptions): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-'));
  const served = await servePage(
    '<okno-application-form service="detskiy-sad"></okno-application-form>',
    folder,
  );
  cutUploads(served.sites);
  const citizen = new Citizen(served, folder, engine);
  try {
    await citizen.begin();
    for (const [run, life] of fc.sample(LIFE, { seed, numRuns: runs }).entries()) {
      await citizen.live(life.actions, life.lifetime);
      await citizen.comeBack(run + 1);
    }
    return { runs, done: citizen.done, faults: citizen.faults };
  } finally {
    await citizen.leave();
    await served.sites.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A citizen with one browser, which dies again and again. */
class Citizen {
  readonly done: CrashReport['done'] = { type: 0, step: 0, file: 0 };
  readonly faults: string[] = [];
  readonly #journal = new Journal();
  readonly #served: ServedPage;
  readonly #engine: EngineName;
  readonly #profile: string;
  readonly #files: Record<'small' | 'large', { path: string; described: string }>;
  #browser: ProfileBrowser | undefined;
  #killedAt = 0;
  #step = 0;

  constructor(served: ServedPage, folder: string, engine: EngineName) {
    this.#served = served;
    this.#engine = engine;
    this.#profile = join(folder, 'profile');
    this.#files = {
      small: writePdf(join(folder, 'справка.pdf'), 20_000),
      large: writePdf(join(folder, 'заключение.pdf'), 5 * 1024 * 1024),
    };
  }

  get #page() {
    if (!this.#browser) throw new Error('The browser does not run');
    return this.#browser.page;
  }

  /** Opens the form for the first time. */
  async begin(): Promise<void> {
    await this.#open();
    await this.#waitFor(({ isReady }) => isReady);
    await this.#page.evaluate(inPage.giveAnswers, ANSWERS);
    this.#journal.restart(thingsIn(await this.#waitFor(({ keptIn }) => keptIn === 'device')));
  }

  /** Does the actions, over and over, until the browser dies after so many milliseconds. */
  async live(actions: readonly Action[], lifetime: number): Promise<void> {
    const death = new AbortController();
    const dying = sleep(lifetime).then(async () => {
      death.abort();
      this.#killedAt = Date.now();
      await this.#browser?.kill();
    });
    for (let turn = 0; !death.signal.aborted; turn++) {
      const action = actions[turn % actions.length];
      // Nobody answers any more where it is killed in the middle of the action.
      if (action) await Promise.race([dying, this.#do(action).catch(() => undefined)]);
    }
    await dying;
  }

  /** Starts the browser again, and notes as faults what is lost. */
  async comeBack(run: number): Promise<void> {
    await this.#open();
    let lost: string[] = [];
    const shown = await this.#waitFor((form) => {
      lost = this.#lostIn(form);
      return lost.length === 0;
    });
    this.faults.push(...lost.map((what) => `${run}: ${what}`));
    this.#journal.restart(thingsIn(shown));
    this.#step = shown.step;
  }

  async leave(): Promise<void> {
    await this.#browser?.kill();
  }

  async #open(): Promise<void> {
    this.#browser = await startBrowser(this.#engine, this.#profile);
    await this.#page.goto(this.#served.url);
  }

  /** Gives the form as soon as it is so; or as it is when the time is over. */
  async #waitFor(isSo: (form: ShownForm) => boolean): Promise<ShownForm> {
    const end = Date.now() + RESTORED_WITHIN;
    for (;;) {
      const shown = await this.#page.evaluate(inPage.readForm);
      if (isSo(shown) || Date.now() > end) return shown;
      await sleep(30);
    }
  }

  /** What the form does not show any more. */
  #lostIn(form: ShownForm): string[] {
    if (!form.isReady) return ['the form does not open'];
    const things = thingsIn(form);
    const lost = [...this.#journal.things].flatMap((thing) => {
      const possible = this.#journal.possibleValues(thing, this.#killedAt - SAFE_AFTER);
      const now = things.get(thing) ?? '';
      // Nothing has the focus where the citizen has gone to another step since.
      if (thing === 'focus' && !this.#isAsked(possible, form.step)) return [];
      return possible.includes(now) ? [] : [`${thing} is «${now}» and not «${possible.join('» or «')}»`];
    });
    return [...lost, ...form.lost.map((what) => `«${what}» cannot be read`)];
  }

  /** Whether all these controls stand on a step. */
  #isAsked(controls: readonly string[], step: number): boolean {
    const asked = [...(TEXTS[step] ?? []), ...(step === FILE_STEP ? FILE_QUESTIONS : [])];
    return controls.every((id) => asked.includes(id.replace('field-', '')));
  }

  async #do(action: Action): Promise<void> {
    if (action.does === 'type') await this.#type(action.question, action.text);
    else if (action.does === 'step') await this.#goOn(action.isForward);
    else await this.#choose(action);
  }

  async #type(question: number, letters: string): Promise<void> {
    const names = TEXTS[this.#step];
    const name = names?.[question % names.length];
    if (name === undefined) return;
    this.#journal.intend('focus', `field-${name}`);
    let text = (await this.#page.evaluate(inPage.focusControl, `field-${name}`)) ?? '';
    this.#journal.note('focus', `field-${name}`);
    if (text.length > LONG_TEXT) {
      this.#journal.intend(name, '');
      await this.#page.evaluate(inPage.emptyControl);
      text = '';
    }
    for (const letter of letters) {
      text += letter;
      this.#journal.intend(name, text);
      await this.#page.keyboard.sendCharacter(letter);
      this.#journal.note(name, text);
      this.done.type++;
    }
  }

  async #goOn(isForward: boolean): Promise<void> {
    for (let step = 0; step <= TEXTS.length; step++) this.#journal.intend('step', String(step));
    this.#step = await this.#page.evaluate(inPage.pressStep, isForward);
    this.#journal.note('step', String(this.#step));
    this.done.step++;
  }

  /** Removes the file of a question; where it has none, chooses one. Goes towards the step that asks for files. */
  async #choose({ question, size }: Extract<Action, { does: 'file' }>): Promise<void> {
    if (this.#step !== FILE_STEP) return this.#goOn(this.#step < FILE_STEP);
    const name = FILE_QUESTIONS[question] ?? '';
    const { path, described } = this.#files[size];
    const id = `field-${name}`;
    this.#journal.intend(name, '');
    if (await this.#page.evaluate(inPage.removeFile, id)) this.#journal.note(name, '');
    else {
      this.#journal.intend(name, described);
      const input = await this.#page.$(inPage.fileInput(name));
      await input?.uploadFile(path);
      this.#journal.note(name, described);
    }
    this.done.file++;
  }
}

/** What the journal knows of a form. */
function thingsIn({ texts, files, step, focus }: ShownForm): Map<string, string> {
  const described = Object.entries(files).map(([name, list]) => [name, list.join('; ')] as const);
  return new Map([...Object.entries(texts), ...described, ['step', String(step)], ['focus', focus]]);
}

/** Writes a file that begins as a PDF does. Gives its path, and how `readForm` describes it. */
function writePdf(path: string, size: number): { path: string; described: string } {
  const bytes = Buffer.alloc(size, '%PDF-1.4\n');
  writeFileSync(path, bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { path, described: [basename(path), size, hash].join() };
}
