import fc from 'fast-check';

import * as inPage from './form-in-page.ts';
import type { Journal } from './journal.ts';
import { FILE_QUESTIONS, FILE_STEP, TEXTS, controlOf, fileInput } from './kindergarten-form.ts';
import type { ProfileBrowser } from './profile-browser.ts';

/** What a citizen does. `question` counts the questions of the step that is shown. */
export type Action =
  | { does: 'type'; question: number; text: string }
  | { does: 'step'; isForward: boolean }
  | { does: 'file'; question: number; size: 'small' | 'large' };

/** A file on the disk, and how the journal describes it. */
export interface FileToChoose {
  path: string;
  described: string;
}

/** A text of more letters is emptied before more is typed. */
const LONG_TEXT = 60;
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
/** One life of a browser: milliseconds until it is killed, and what the citizen does meanwhile, over and over. */
export interface Life {
  lifetime: number;
  actions: readonly Action[];
}

const LIFE = fc.record({
  lifetime: fc.integer({ min: 100, max: 2500 }),
  actions: fc.array(ACTION, { minLength: 12, maxLength: 12 }),
});

/** So many random lives, always the same of a seed. */
export const randomLives = (count: number, seed: number): Life[] => fc.sample(LIFE, { seed, numRuns: count });

/**
 * Does what a citizen does, and notes it in the journal: before as what may happen; as what has happened when the page shows it, and not
 * otherwise.
 */
export class ActionRunner {
  /** How often each was done; of typing, the letters. */
  readonly done: Record<Action['does'], number> = { type: 0, step: 0, file: 0 };
  /** The step that is shown. */
  step = 0;
  readonly #journal: Journal;
  readonly #files: Record<'small' | 'large', FileToChoose>;

  constructor(journal: Journal, files: Record<'small' | 'large', FileToChoose>) {
    this.#journal = journal;
    this.#files = files;
  }

  async run(page: ProfileBrowser['page'], action: Action): Promise<void> {
    if (action.does === 'type' && TEXTS[this.step]) await this.#type(page, action);
    else if (action.does === 'file' && this.step === FILE_STEP) await this.#choose(page, action);
    // Towards the step that asks for files, or back from the review.
    else await this.#goOn(page, action.does === 'step' ? action.isForward : this.step < FILE_STEP);
  }

  async #type(
    page: ProfileBrowser['page'],
    { question, text: letters }: Extract<Action, { does: 'type' }>,
  ): Promise<void> {
    const names = TEXTS[this.step];
    const name = names?.[question % names.length];
    if (name === undefined) return;
    const id = controlOf(name);
    this.#journal.intend('focus', id);
    let text = await page.evaluate(inPage.focusControl, id);
    if (text === undefined) return;
    this.#journal.note('focus', id);
    if (text.length > LONG_TEXT) {
      this.#journal.intend(name, '');
      await page.evaluate(inPage.emptyControl);
      text = '';
    }
    for (const letter of letters) {
      const wanted: string = text + letter;
      this.#journal.intend(name, wanted);
      await page.keyboard.sendCharacter(letter);
      text = await page.evaluate(inPage.shownText, id);
      // The step has gone, or something else has taken the focus: the letter stands elsewhere, or nowhere.
      if (text !== wanted) return;
      this.#journal.note(name, wanted);
      this.done.type++;
    }
  }

  async #goOn(page: ProfileBrowser['page'], isForward: boolean): Promise<void> {
    for (let step = 0; step <= TEXTS.length; step++) this.#journal.intend('step', String(step));
    // A step that is shown anew has its heading in focus, and no question.
    this.#journal.intend('focus', '');
    this.step = await page.evaluate(inPage.pressStep, isForward);
    this.#journal.note('step', String(this.step));
    this.done.step++;
  }

  /** Removes the file of a question; where it has none, chooses one. */
  async #choose(
    page: ProfileBrowser['page'],
    { question, size }: Extract<Action, { does: 'file' }>,
  ): Promise<void> {
    const name = FILE_QUESTIONS[question] ?? '';
    const { path, described } = this.#files[size];
    const id = controlOf(name);
    this.#journal.intend(name, '');
    this.#journal.intend('focus', id);
    if (await page.evaluate(inPage.removeFile, id)) {
      this.#journal.note(name, '');
      // The button that had the focus is gone with the file.
      this.#journal.note('focus', id);
    } else {
      this.#journal.intend(name, described);
      const input = await page.$(fileInput(name));
      await input?.uploadFile(path);
      if (!(await page.evaluate(inPage.shownFiles, id))) return;
      this.#journal.note(name, described);
    }
    this.done.file++;
  }
}
