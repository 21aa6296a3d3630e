import { newDraft } from '../drafts/draft.ts';
import type { FieldValues } from '../fields/field-kind.ts';
import { draftId, type DraftPlan, type FormDraft } from './draft-plan.ts';
import type { FormDraftDatabase } from './form-draft-database.ts';

/** What an open draft needs of the database. */
export type DraftStore<Input, Receipt> = Pick<FormDraftDatabase<Input, Receipt>, 'find' | 'save' | 'remove'>;

interface OpenDraftOptions<Input, Receipt> {
  /** The database of drafts. */
  store: DraftStore<Input, Receipt>;
  /** Called after each change. */
  onChange: () => void;
}

/** Gives the values that are not empty. */
const filledIn = (values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value));

/**
 * The draft that a form is working with. A change is in `data` at once and is then written to the device; what other tabs have
 * sent meanwhile comes back into `data`. A submission holds this object, so it ends in its own draft whatever the widget shows.
 */
export class OpenDraft<Input, Receipt> {
  /** The draft as it is now. Replaced by each change. */
  data: FormDraft<Input, Receipt>;
  /** Whether the device has saved it; `undefined` until the first attempt. */
  saved: boolean | undefined;
  readonly #plan: DraftPlan;
  readonly #options: OpenDraftOptions<Input, Receipt>;
  /** What the device had when the draft was opened. Nothing is written before this has resolved. */
  storedDraft: Promise<FormDraft<Input, Receipt> | undefined> = Promise.resolve(undefined);

  constructor(plan: DraftPlan, values: FieldValues, options: OpenDraftOptions<Input, Receipt>) {
    this.data = { ...newDraft(draftId(plan, values), plan.version ?? ''), values };
    this.#plan = plan;
    this.#options = options;
  }

  /** Looks for the draft on the device and goes on with it. What the citizen has typed meanwhile wins. */
  restore(lastStep: number): void {
    this.storedDraft = this.#options.store.find(this.#plan, this.data.values).then((stored) => {
      if (stored) this.#mergeStored(stored, lastStep);
      return stored;
    });
  }

  /**
   * Takes over a stored draft. Answers that have been typed meanwhile replace the stored ones, unless the stored draft has been sent.
   * `version` stays that of the form that is shown.
   */
  #mergeStored(stored: FormDraft<Input, Receipt>, lastStep: number): void {
    const { values, version } = this.data;
    this.data = {
      ...stored,
      version,
      // The form may have had more steps when the draft was written.
      step: Math.min(stored.step, lastStep),
      values: { ...stored.values, ...(!stored.receipt && filledIn(values)) },
    };
    this.saved = true;
    this.#options.onChange();
  }

  /** Changes the draft and writes it to the device. `refused` is an input that no longer counts as sent. */
  async update(change: Partial<FormDraft<Input, Receipt>>, refused?: Input): Promise<void> {
    const { store, onChange } = this.#options;
    this.data = { ...this.data, ...change };
    onChange();
    await this.storedDraft;
    const formerId = this.data.id;
    if (this.#plan.onePerCase) this.data = { ...this.data, id: draftId(this.#plan, this.data.values) };
    if (this.data.id !== formerId) void store.remove(formerId);
    const stored = await store.save(this.data, refused);
    this.saved = stored !== undefined;
    if (stored) {
      const { key, sent, savedAt, receipt } = stored;
      this.data = { ...this.data, key, sent, savedAt, ...(receipt && { receipt }) };
    }
    onChange();
  }

  /** Forgets the last input that was sent, because the portal has refused it. Earlier ones may still reach the portal. */
  async removeLastSent(change: Partial<FormDraft<Input, Receipt>> = {}): Promise<void> {
    const { sent } = this.data;
    await this.update({ ...change, sent: sent.slice(0, -1) }, sent.at(-1));
  }

  /** Removes the draft from the device. */
  async remove(): Promise<void> {
    await this.#options.store.remove(this.data.id);
  }
}
