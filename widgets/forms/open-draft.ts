import { newDraft } from '../drafts/draft.ts';
import type { Values } from '../fields/kind.ts';
import { draftId, type DraftPlan, type FormDraft } from './draft-plan.ts';
import type { FormDrafts } from './form-drafts.ts';

/** What keeps drafts. */
export type DraftStore<Input, Receipt> = Pick<FormDrafts<Input, Receipt>, 'find' | 'save' | 'remove'>;

interface Surroundings<Input, Receipt> {
  /** Where it is kept. */
  store: DraftStore<Input, Receipt>;
  /** Called after each change. */
  onChange: () => void;
}

/** Values that are not empty. */
const filledIn = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value));

/**
 * One draft that is open: what is typed is here at once and then on the device, from where comes what other tabs have sent.
 * Whoever sends it holds this object, and nobody else's.
 */
export class OpenDraft<Input, Receipt> {
  draft: FormDraft<Input, Receipt>;
  /** Whether the device keeps it; unknown until something is written. */
  saved: boolean | undefined;
  readonly #plan: DraftPlan;
  readonly #surroundings: Surroundings<Input, Receipt>;
  /** What the device has of it: nothing is written before that is known. */
  kept: Promise<FormDraft<Input, Receipt> | undefined> = Promise.resolve(undefined);

  constructor(plan: DraftPlan, values: Values, surroundings: Surroundings<Input, Receipt>) {
    this.draft = { ...newDraft(draftId(plan, values), plan.version ?? ''), values };
    this.#plan = plan;
    this.#surroundings = surroundings;
  }

  /** Goes on with what the device has; what has been typed in the meantime stays. */
  restore(lastStep: number): void {
    this.kept = this.#surroundings.store.find(this.#plan, this.draft.values).then((kept) => {
      if (kept) this.#goOnWith(kept, lastStep);
      return kept;
    });
  }

  #goOnWith(kept: FormDraft<Input, Receipt>, lastStep: number): void {
    const { values, version } = this.draft;
    this.draft = {
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
  async keep(change: Partial<FormDraft<Input, Receipt>>, refused?: Input): Promise<void> {
    const { store, onChange } = this.#surroundings;
    this.draft = { ...this.draft, ...change };
    onChange();
    await this.kept;
    const former = this.draft.id;
    if (this.#plan.oneForCase) this.draft = { ...this.draft, id: draftId(this.#plan, this.draft.values) };
    if (this.draft.id !== former) void store.remove(former);
    const kept = await store.save(this.draft, refused);
    this.saved = kept !== undefined;
    if (kept) {
      const { key, sent, savedAt, receipt } = kept;
      this.draft = { ...this.draft, key, sent, savedAt, ...(receipt && { receipt }) };
    }
    onChange();
  }

  /** The portal has refused what was sent last. What was sent before it may still be on its way. */
  async forgetLast(change: Partial<FormDraft<Input, Receipt>> = {}): Promise<void> {
    const { sent } = this.draft;
    await this.keep({ ...change, sent: sent.slice(0, -1) }, sent.at(-1));
  }

  /** Takes it away from the device. */
  async forget(): Promise<void> {
    await this.#surroundings.store.remove(this.draft.id);
  }
}
