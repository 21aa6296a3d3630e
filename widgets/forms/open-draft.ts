// Longer than most: a draft, and all that changes it.
import { newDraft } from '../drafts/draft.ts';
import { mergeDrafts } from '../drafts/merge-drafts.ts';
import type { FieldValue, FieldValues } from '../fields/field-kind.ts';
import { draftId, type DraftPlan, type FormDraft } from './draft-plan.ts';
import type { DraftStore, KeptIn } from './form-drafts.ts';
import { WriteQueue } from './write-queue.ts';

interface OpenDraftOptions<Input, Receipt> {
  /** The drafts of the device. */
  store: DraftStore<Input, Receipt>;
  /** Id of the draft; without it that of the plan. */
  id?: string | undefined;
  /** Called after each change. */
  onChange: () => void;
}

/**
 * The draft that a form is working with. A change is in `data` at once and is then written to the device; what other tabs have
 * written meanwhile comes back into `data`. A submission holds this object, so it ends in its own draft whatever the widget shows.
 */
export class OpenDraft<Input, Receipt> {
  /** The draft as it is now. Replaced by each change. */
  data: FormDraft<Input, Receipt>;
  /** Where it is kept; `undefined` until the first attempt. */
  keptIn: KeptIn | undefined;
  /** What the device had when the draft was opened. Nothing is written before this has resolved. */
  storedDraft: Promise<FormDraft<Input, Receipt> | undefined> = Promise.resolve(undefined);
  /** The answers that are known from attributes. */
  readonly #given: FieldValues;
  /** Times of this tab have this fraction of a millisecond: two tabs never change an answer at the same time. */
  readonly #fraction = Math.random();
  readonly #plan: DraftPlan;
  readonly #options: OpenDraftOptions<Input, Receipt>;
  /** The draft as this tab has last seen it on the device. */
  #seen: FormDraft<Input, Receipt> | undefined;
  readonly #writes = new WriteQueue();
  /** Whether another tab has written, and this one has not looked at it yet. */
  #isTakingOver = false;

  constructor(plan: DraftPlan, values: FieldValues, options: OpenDraftOptions<Input, Receipt>) {
    const id = options.id ?? draftId(plan, values);
    this.data = {
      ...newDraft(id, plan.version ?? ''),
      values,
      changedAt: this.#timesOf(values),
    };
    this.#given = values;
    this.#plan = plan;
    this.#options = options;
  }

  /** Looks for the draft on the device and goes on with it. What the citizen has typed meanwhile wins. */
  restore(stepOf: (stored: FormDraft<Input, Receipt>) => number): void {
    const { store, id } = this.#options;
    const looking = id === undefined ? store.find(this.#plan, this.data.values) : store.load(id);
    this.storedDraft = looking.then((stored) => {
      if (stored) this.#mergeStored(stored, stepOf(stored));
      store.watch(this.data.id, () => {
        this.#takeOverSoon();
      });
      return stored;
    });
  }

  /** Looks again when a device that was slow can be read. Gives the draft that was found then. */
  async restoreLate(
    stepOf: (stored: FormDraft<Input, Receipt>) => number,
  ): Promise<FormDraft<Input, Receipt> | undefined> {
    await this.storedDraft;
    if (!(await this.#options.store.whenOpenedLate()) || this.#seen) return undefined;
    this.restore(stepOf);
    return this.storedDraft;
  }

  /**
   * Takes over a stored draft. Answers that are given or have been typed meanwhile replace the stored ones, unless the stored draft has
   * been sent. Those that typing has replaced are in `others`: nobody has seen them.
   * `version` stays that of the form that is shown.
   */
  #mergeStored(stored: FormDraft<Input, Receipt>, step: number): void {
    const { values, changedAt, version } = this.data;
    const present = Object.entries(values).filter(([, value]) => value && !stored.receipt);
    const typed = present.filter(([name, value]) => value !== this.#given[name]).map(([name]) => name);
    const draft = {
      ...stored,
      values: { ...stored.values, ...Object.fromEntries(present) },
      changedAt: {
        ...stored.changedAt,
        ...Object.fromEntries(present.map(([name]) => [name, changedAt[name] ?? 0])),
      },
    };
    const unseen = Object.fromEntries(typed.map((name) => [name, 0]));
    const seen = { ...stored, changedAt: { ...stored.changedAt, ...unseen } };
    this.#seen = stored;
    this.data = { ...mergeDrafts(draft, stored, { seen }), version, step };
    this.keptIn = 'device';
    this.#options.onChange();
  }

  /** Changes the draft and writes it to the device. `refused` is an input that no longer counts as sent. */
  async update(change: Partial<FormDraft<Input, Receipt>>, refused?: Input): Promise<void> {
    this.#change(change);
    this.#options.onChange();
    await (refused === undefined
      ? this.#writes.soon(() => this.#write({}))
      : this.#writes.after(() => this.#write({ refused })));
  }

  /** Remembers which question has the focus. Nothing is written for someone who only looks. */
  async setFocus(focus: string): Promise<void> {
    if (focus === this.data.focus) return;
    if (this.data.savedAt > 0) await this.update({ focus });
    else this.data = { ...this.data, focus };
  }

  /** Goes on with another content under the same id. */
  replace(data: FormDraft<Input, Receipt>): void {
    this.data = data;
    this.#seen = undefined;
    this.keptIn = undefined;
  }

  /** Writes the draft at once, and waits for the disk: the page may be about to close. */
  async flush(): Promise<void> {
    if (this.data.savedAt > 0) await this.#writes.after(() => this.#write({ isStrict: true }));
  }

  /** Forgets the last input that was sent, because the portal has refused it. Earlier ones may still reach the portal. */
  async removeLastSent(change: Partial<FormDraft<Input, Receipt>> = {}): Promise<void> {
    const { sent } = this.data;
    await this.update({ ...change, sent: sent.slice(0, -1) }, sent.at(-1));
  }

  /** An id for another draft of the same form: `detskiy-sad~1`, where the device has `detskiy-sad`. */
  async idOfAnother(): Promise<string> {
    const { name } = this.#plan;
    const taken = new Set((await this.#options.store.list(name)).map(({ id }) => id));
    let id = name;
    for (let number = 1; taken.has(id); number++) id = `${name}~${number}`;
    return id;
  }

  /** Removes the draft from the device, after what is being written now. */
  async remove(): Promise<void> {
    const { id } = this.data;
    await this.#writes.after(() => this.#options.store.remove(id));
  }

  /** Notes when each answer was changed. After sending only the answers that stay have a time: the others are wiped. */
  #change(change: Partial<FormDraft<Input, Receipt>>): void {
    const { values, changedAt } = this.data;
    const changed = Object.entries(change.values ?? {}).filter(([name, value]) => value !== values[name]);
    const times = this.#timesOf(Object.fromEntries(changed), Math.max(0, ...Object.values(changedAt)));
    // What the citizen has given again is not lost any more.
    const given = changed.flatMap(([name, value]) => [name, ...namesIn(value)]);
    const lost = this.data.lost.filter((name) => !given.includes(name));
    this.data = { ...this.data, changedAt: { ...changedAt, ...times }, lost, ...change };
    if (change.receipt)
      this.data = { ...this.data, changedAt: this.#timesOf(change.values ?? {}), others: {}, lost: [] };
  }

  /** Gives each value that is there a time: now, but later than `after`. */
  #timesOf(values: FieldValues, after = -1): Record<string, number> {
    const now = Math.max(Date.now(), Math.floor(after) + 1) + this.#fraction;
    return Object.fromEntries(Object.keys(values).map((name) => [name, now]));
  }

  async #write(options: { refused?: Input; isStrict?: boolean }): Promise<void> {
    const { store, onChange } = this.#options;
    await this.storedDraft;
    const formerId = this.data.id;
    if (this.#plan.onePerCase) this.data = { ...this.data, id: draftId(this.#plan, this.data.values) };
    if (this.data.id !== formerId) {
      this.#seen = undefined;
      void store.remove(formerId);
    }
    const seen = this.data;
    const { draft, keptIn } = await store.save(seen, { ...options, seen: this.#seen });
    this.keptIn = keptIn;
    if (keptIn !== 'page') this.#merge(draft, seen);
    onChange();
  }

  /** What is read while a change is being written would count as a change of another tab. */
  #takeOverSoon(): void {
    if (this.#isTakingOver) return;
    this.#isTakingOver = true;
    void this.#writes.after(() => {
      this.#isTakingOver = false;
      return this.#takeOver();
    });
  }

  /** Takes what another tab has written. */
  async #takeOver(): Promise<void> {
    const stored = await this.#options.store.load(this.data.id);
    if (!stored) return;
    this.#merge(stored, this.#seen);
    this.#options.onChange();
  }

  /** Merges the draft with what the device has by now; `seen` is what this tab knew of it. */
  #merge(stored: FormDraft<Input, Receipt>, seen: FormDraft<Input, Receipt> | undefined): void {
    this.#seen = stored;
    const merged = mergeDrafts(this.data, stored, { seen });
    // A file that another tab was writing has come.
    const lost = merged.lost.filter((what) => stored.lost.includes(what));
    this.data = { ...merged, lost, id: this.data.id, savedAt: stored.savedAt };
  }
}

/** Names of the files in an answer. */
const namesIn = (value: FieldValue | undefined): string[] =>
  Array.isArray(value) ? value.map(({ name }) => name) : [];
