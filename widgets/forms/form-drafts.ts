import { DraftVault, type SaveOptions } from '../drafts/draft-vault.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';
import type { FieldValues } from '../fields/field-kind.ts';
import { draftId, type DraftPlan, type FormDraft } from './draft-plan.ts';

/** Where a draft is kept: on the device; until the tab is closed; or only on this page. */
export type KeptIn = 'device' | 'tab' | 'page';

/** What an open draft needs of the device. */
export interface DraftStore<Input, Receipt> {
  find(plan: DraftPlan, values: FieldValues): Promise<FormDraft<Input, Receipt> | undefined>;
  list(name: string): Promise<FormDraft<Input, Receipt>[]>;
  load(id: string): Promise<FormDraft<Input, Receipt> | undefined>;
  save(
    draft: FormDraft<Input, Receipt>,
    options?: SaveOptions<FormDraft<Input, Receipt>>,
  ): Promise<{ draft: FormDraft<Input, Receipt>; keptIn: KeptIn }>;
  remove(id: string): Promise<void>;
  whenOpenedLate(): Promise<boolean>;
  watch(id: string, onChange: () => void): void;
}

/** The drafts of forms on this device, with the rule which of them a form goes on with. */
export class FormDrafts<Input, Receipt> implements DraftStore<Input, Receipt> {
  readonly vault = new DraftVault<FormDraft<Input, Receipt>>();
  readonly #tab = new TabDrafts<FormDraft<Input, Receipt>>();

  /** Whether others use this computer, as the citizen has said in this tab: nothing is kept, and nothing is looked for. */
  get isShared(): boolean {
    return this.#tab.isShared;
  }
  set isShared(isShared: boolean) {
    this.#tab.isShared = isShared;
  }

  /**
   * Finds the draft to go on with:
   * - of a form without cases, the latest one that is on its way, so that it arrives; else the latest that is not sent; failing that, the
   *   latest receipt;
   * - where the values have no case number, the latest draft;
   * - where they have one, the draft of that case; failing that, an unsent draft without a number, unless the plan is `onePerCase`.
   */
  async find(plan: DraftPlan, values: FieldValues): Promise<FormDraft<Input, Receipt> | undefined> {
    const { name, caseNumberField, onePerCase } = plan;
    const id = draftId(plan, values);
    const drafts = await this.list(name);
    const found = () => {
      if (caseNumberField === undefined) {
        const unsent = drafts.filter(({ receipt }) => !receipt);
        return unsent.find(({ sent, pressed }) => sent.length || pressed?.isQueued) ?? unsent[0] ?? drafts[0];
      }
      if (id === name) return drafts[0];
      const hasId = (wanted: string) => (draft: FormDraft<Input, Receipt>) =>
        draftId(plan, draft.values) === wanted;
      const unsent = drafts.filter(({ receipt, sent }) => !receipt && !sent.length);
      return drafts.find(hasId(id)) ?? (onePerCase ? undefined : unsent.find(hasId(name)));
    };
    return this.load(found()?.id ?? id);
  }

  async list(name: string): Promise<FormDraft<Input, Receipt>[]> {
    return this.isShared ? [] : this.vault.list(name);
  }

  async load(id: string): Promise<FormDraft<Input, Receipt> | undefined> {
    if (this.isShared) return undefined;
    return (await this.vault.load(id)) ?? this.#tab.load(id);
  }

  async save(
    draft: FormDraft<Input, Receipt>,
    options?: SaveOptions<FormDraft<Input, Receipt>>,
  ): Promise<{ draft: FormDraft<Input, Receipt>; keptIn: KeptIn }> {
    if (this.isShared) return { draft, keptIn: 'page' };
    const onDevice = await this.vault.save(draft, options);
    if (onDevice) return { draft: onDevice, keptIn: 'device' };
    const inTab = this.#tab.save(draft);
    return inTab ? { draft: inTab, keptIn: 'tab' } : { draft, keptIn: 'page' };
  }

  async remove(id: string): Promise<void> {
    this.#tab.remove(id);
    await this.vault.remove(id);
  }

  whenOpenedLate(): Promise<boolean> {
    return this.vault.whenOpenedLate();
  }

  watch(id: string, onChange: () => void): void {
    this.vault.watch(id, onChange);
  }
}
