import { newDraft } from '../drafts/draft.ts';
import type { FieldValues } from '../fields/field-kind.ts';
import { draftId, type DraftPlan, type FormDraft } from './draft-plan.ts';
import type { FormDraftDatabase } from './form-draft-database.ts';

/** What keeps drafts. */
export type DraftStore<Input, Receipt> = Pick<FormDraftDatabase<Input, Receipt>, 'find' | 'save' | 'remove'>;

interface OpenDraftOptions<Input, Receipt> {
  /** Where it is kept. */
  store: DraftStore<Input, Receipt>;
  /** Called after each change. */
  onChange: () => void;
}

/** Values that are not empty. */
const filledIn = (values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value));

/**
 * One draft that is open: what is typed is here at once and then on the device, from where comes what other tabs have sent.
 * Whoever sends it holds this object, and nobody else's.
 */
export class OpenDraft<Input, Receipt> {
  data: FormDraft<Input, Receipt>;
  /** Whether the device keeps it; unknown until something is written. */
  saved: boolean | undefined;
  readonly #plan: DraftPlan;
  readonly #surroundings: OpenDraftOptions<Input, Receipt>;
  /** What the device has of it: nothing is written before that is known. */
  storedDraft: Promise<FormDraft<Input, Receipt> | undefined> = Promise.resolve(undefined);

  constructor(plan: DraftPlan, values: FieldValues, surroundings: OpenDraftOptions<Input, Receipt>) {
    this.data = { ...newDraft(draftId(plan, values), plan.version ?? ''), values };
    this.#plan = plan;
    this.#surroundings = surroundings;
  }

  /** Goes on with what the device has; what has been typed in the meantime stays. */
  restore(lastStep: number): void {
    this.storedDraft = this.#surroundings.store.find(this.#plan, this.data.values).then((kept) => {
      if (kept) this.#mergeStored(kept, lastStep);
      return kept;
    });
  }

  #mergeStored(kept: FormDraft<Input, Receipt>, lastStep: number): void {
    const { values, version } = this.data;
    this.data = {
      ...kept,
      version,
      // The form may have had more steps.
      step: Math.min(kept.step, lastStep),
      values: { ...kept.values, ...(!kept.receipt && filledIn(values)) },
    };
    this.saved = true;
    this.#surroundings.onChange();
  }

  /** Changes the draft. `refused` is no longer remembered as sent. */
  async update(change: Partial<FormDraft<Input, Receipt>>, refused?: Input): Promise<void> {
    const { store, onChange } = this.#surroundings;
    this.data = { ...this.data, ...change };
    onChange();
    await this.storedDraft;
    const former = this.data.id;
    if (this.#plan.onePerCase) this.data = { ...this.data, id: draftId(this.#plan, this.data.values) };
    if (this.data.id !== former) void store.remove(former);
    const kept = await store.save(this.data, refused);
    this.saved = kept !== undefined;
    if (kept) {
      const { key, sent, savedAt, receipt } = kept;
      this.data = { ...this.data, key, sent, savedAt, ...(receipt && { receipt }) };
    }
    onChange();
  }

  /** The portal has refused what was sent last. What was sent before it may still be on its way. */
  async removeLastSent(change: Partial<FormDraft<Input, Receipt>> = {}): Promise<void> {
    const { sent } = this.data;
    await this.update({ ...change, sent: sent.slice(0, -1) }, sent.at(-1));
  }

  /** Takes it away from the device. */
  async remove(): Promise<void> {
    await this.#surroundings.store.remove(this.data.id);
  }
}
