import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { temporaryFolder } from '../temporary-folder.ts';
import type { Desktop } from './desktop.ts';
import { faultsOf, withoutRereadDescriptions } from './heard.ts';

/** Milliseconds: between two looks at the log, without a word before the next Tab, without a word after which nothing more comes. */
const [LOOK, BETWEEN_TABS, QUIET] = [60, 300, 1600];
/** Milliseconds to wait for what is expected, for a whole page with the start of its browser, and for the first word after Tab. */
const [PATIENCE, PAGE_PATIENCE, TAB_PATIENCE] = [15_000, 60_000, 2500];
/** Presses of Tab after which what is looked for is not on the page. */
const MOST_TABS = 60;

/** A citizen who hears the page, and has a keyboard. */
export class Listener {
  /** All that was done and heard, line by line, for people. */
  readonly transcript: string[] = [];
  /** What was heard and should not, and the other way round. */
  readonly faults: string[] = [];
  /** How many sentences were expected. */
  asserted = 0;
  readonly #desktop: Desktop;
  /** So many lines are in the transcript. */
  #noted = 0;
  /** The first line since the last action. */
  #since = 0;

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
  }

  /** Waits until Orca has read a whole page, whose last words are these. A page may say things twice. */
  async hearPage(...sentences: string[]): Promise<void> {
    await this.#wait(sentences, PAGE_PATIENCE);
    this.asserted += sentences.length;
    const heard = this.#heard().join('\n');
    for (const sentence of sentences)
      if (!heard.includes(sentence)) this.#fail(`не прозвучало: «${sentence}»`);
    this.#since = this.#desktop.spoken().length;
  }

  /** Waits until the sentences have been said and it is quiet: since the last action each has come once, in this order. */
  async hear(...sentences: string[]): Promise<void> {
    await this.#wait(sentences);
    this.asserted += sentences.length;
    const heard = this.#desktop.rereads ? withoutRereadDescriptions(this.#heard()) : this.#heard();
    faultsOf(heard, sentences).forEach((fault) => {
      this.#fail(fault);
    });
    this.#since = this.#desktop.spoken().length;
  }

  /** Waits until the title of a result has been heard. It has the focus and is said: some browsers tell of both, some of one. */
  async hearTitle(title: string): Promise<void> {
    await this.#wait([title]);
    this.asserted++;
    if (!this.#heard().join('\n').includes(title)) this.#fail(`не прозвучало: «${title}»`);
    this.#since = this.#desktop.spoken().length;
  }

  /** Presses keys, as xdotool names them: `Tab`, `Down`, `ctrl+a`. */
  async press(...keys: string[]): Promise<void> {
    this.#act(`нажато: ${keys.join(' ')}`);
    await this.#desktop.xdotool('key', '--delay', '120', ...keys);
  }

  /** Types a text where the focus is. */
  async type(text: string): Promise<void> {
    this.#act(`набрано: ${text}`);
    await this.#desktop.type(text);
    // Nobody presses the next key in the same moment, and a screen reader is told of each letter.
    await wait(BETWEEN_TABS);
  }

  /** Has the field for files take one of this name. */
  async attachFile(name: string, content: string): Promise<void> {
    const path = join(temporaryFolder(), name);
    writeFileSync(path, content);
    this.#act(`выбран файл: ${name}`);
    await this.#desktop.attachFile(path);
  }

  /** Presses Tab until something is said that has these words. */
  async tabTo(words: string, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < MOST_TABS; presses++) {
      await this.press(key);
      const until = Date.now() + TAB_PATIENCE;
      while (this.#heard().length === 0 && Date.now() < until) await wait(LOOK);
      await this.#quiet(BETWEEN_TABS);
      this.#note();
      if (this.#heard().join('\n').includes(words)) return;
    }
    throw new Error(`${key} не приводит к «${words}»`);
  }

  /** Waits for sentences, and then for silence. */
  async #wait(sentences: readonly string[], patience = PATIENCE): Promise<void> {
    const until = Date.now() + patience;
    while (!sentences.every((sentence) => this.#heard().join('\n').includes(sentence)) && Date.now() < until)
      await wait(LOOK);
    await this.#quiet(QUIET);
    this.#note();
  }

  #fail(fault: string): void {
    this.faults.push(fault);
    this.transcript.push(`  ! ${fault}`);
  }

  #heard(): string[] {
    return this.#desktop.spoken().slice(this.#since);
  }

  async #quiet(milliseconds: number): Promise<void> {
    let { length } = this.#desktop.spoken();
    const until = Date.now() + PATIENCE;
    for (let waited = 0; waited < milliseconds && Date.now() < until; waited += LOOK) {
      await wait(LOOK);
      const now = this.#desktop.spoken().length;
      if (now > length) waited = 0;
      length = now;
    }
  }

  #act(what: string): void {
    this.#note();
    this.#since = this.#noted;
    this.transcript.push(`> ${what}`);
  }

  #note(): void {
    const lines = this.#desktop.spoken();
    this.transcript.push(...lines.slice(this.#noted).map((line) => `    ${line}`));
    this.#noted = lines.length;
  }
}
