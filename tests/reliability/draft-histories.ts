// Longer than others: one history, and all that a citizen does in it.
import fc from 'fast-check';

import type { ApplicationCreated, ApplicationInput } from '../../widgets/contract/applications/schemas.ts';
import { OpenDraft } from '../../widgets/forms/open-draft.ts';
import { MemoryDraftStore, TabDraftStore } from './tab.ts';

/** Names of the questions. */
const QUESTIONS = ['lastName', 'firstName'] as const;
type Question = (typeof QUESTIONS)[number];
/** Numbers of the tabs. */
const TABS = [0, 1] as const;
type TabNumber = (typeof TABS)[number];

/** What a citizen does, or the device: one step of a history. */
export type DraftStep =
  | { does: 'type'; tab: TabNumber; question: Question }
  | { does: 'empty'; tab: TabNumber; question: Question }
  | { does: 'take the other' | 'keep mine'; tab: TabNumber; question: Question }
  | { does: 'reopen'; tab: TabNumber; typesAtOnce: boolean }
  /** The device does one of the things that tabs have asked of it. */
  | { does: 'wait' };

const tab = fc.constantFrom(...TABS);
const question = fc.constantFrom(...QUESTIONS);

/** Random histories of two tabs with one draft. */
export const DRAFT_HISTORIES: fc.Arbitrary<DraftStep[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ does: fc.constant('type' as const), tab, question }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('empty' as const), tab, question }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constantFrom('take the other' as const, 'keep mine' as const),
        tab,
        question,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant('reopen' as const), tab, typesAtOnce: fc.boolean() }),
    },
    { weight: 6, arbitrary: fc.constant({ does: 'wait' as const }) },
  ),
  { maxLength: 24, size: 'max' },
);

interface Tab {
  draft: OpenDraft<ApplicationInput, ApplicationCreated>;
  store: TabDraftStore;
}

/** One draft that a citizen fills in in two tabs of a device that does its work in any order. */
export class TwoDrafts {
  readonly #device: MemoryDraftStore;
  readonly #scheduler: fc.Scheduler;
  readonly #isTold: boolean;
  readonly #tabs: Tab[] = [];
  /** The last texts that were typed in each tab and that nobody has replaced who has seen them, by `<tab> <question>`. */
  readonly #owed = new Map<string, string>();
  #count = 0;

  /** `isTold`: each tab is told when the other has written. */
  constructor(scheduler: fc.Scheduler, isTold: boolean) {
    this.#scheduler = scheduler;
    this.#isTold = isTold;
    this.#device = new MemoryDraftStore(() => scheduler.schedule(Promise.resolve()));
  }

  /** Plays a history, and ends when the device has done everything. Gives the texts that are nowhere. */
  async play(steps: readonly DraftStep[]): Promise<string[]> {
    for (const number of TABS) await this.#open(number, false);
    for (const step of steps) await this.#do(step);
    await this.#settle();
    await this.#open(0, false);
    const { values, others } = this.#tab(0).draft.data;
    return [...this.#owed].flatMap(([where, text]) => {
      const name = where.slice(2);
      return values[name] === text || others[name]?.includes(text) ? [] : [`${where}: ${text}`];
    });
  }

  #tab(number: TabNumber): Tab {
    const found = this.#tabs[number];
    if (!found) throw new Error(`Tab ${number} is not open`);
    return found;
  }

  /** Opens a tab. `typesAtOnce`: the citizen does not wait until the draft is there. */
  async #open(number: TabNumber, typesAtOnce: boolean): Promise<void> {
    const store = new TabDraftStore(this.#device);
    if (!this.#isTold) store.watch = () => undefined;
    const draft = new OpenDraft<ApplicationInput, ApplicationCreated>(
      { name: 'detskiy-sad', version: 'v1' },
      {},
      { store, onChange: () => undefined },
    );
    draft.restore(() => 0);
    this.#tabs[number] = { draft, store };
    if (typesAtOnce) this.#type({ tab: number, question: 'lastName' }, this.#nextText());
    await this.#scheduler.waitFor(draft.storedDraft);
  }

  async #do(step: DraftStep): Promise<void> {
    switch (step.does) {
      case 'type':
        this.#type(step, this.#nextText());
        return;
      case 'empty':
        this.#type(step, '');
        return;
      case 'take the other':
      case 'keep mine':
        this.#choose(step);
        return;
      case 'reopen': {
        // A page that goes writes what is not written yet.
        const { draft, store } = this.#tab(step.tab);
        await this.#scheduler.waitFor(draft.update({}));
        store.isClosed = true;
        return this.#open(step.tab, step.typesAtOnce);
      }
      case 'wait':
        if (this.#scheduler.count() > 0) await this.#scheduler.waitNext(1);
    }
  }

  #nextText(): string {
    return `text ${this.#count++}`;
  }

  /** Replaces the answer that this tab shows. */
  #type({ tab: number, question: name }: { tab: TabNumber; question: Question }, text: string): void {
    const { draft } = this.#tab(number);
    this.#release(name, draft.data.values[name]);
    this.#owed.set(`${number} ${name}`, text);
    if (!text) this.#release(name, text);
    void draft.update({ values: { ...draft.data.values, [name]: text } });
  }

  /** Chooses between two answers, as `DraftControls` does it. */
  #choose({ does, tab: number, question: name }: DraftStep & { tab: TabNumber; question: Question }): void {
    const { draft } = this.#tab(number);
    const { others } = draft.data;
    const [other, ...rest] = others[name] ?? [];
    if (other === undefined || other === draft.data.values[name]) return;
    this.#release(name, other);
    // She mends it, so that each text comes once only, and it is clear whose it is.
    if (does === 'take the other') this.#type({ tab: number, question: name }, this.#nextText());
    void draft.update({ others: { ...others, [name]: rest } });
  }

  /** The citizen has seen a text, and does not want it. */
  #release(name: Question, text: unknown): void {
    for (const number of TABS)
      if (this.#owed.get(`${number} ${name}`) === text) this.#owed.delete(`${number} ${name}`);
  }

  async #settle(): Promise<void> {
    for (const { draft } of this.#tabs) await this.#scheduler.waitFor(draft.update({}));
    await this.#scheduler.waitIdle();
  }
}
