import { DraftDatabase } from '../drafts/draft-database.ts';
import type { FieldValues } from '../fields/field-kind.ts';
import { draftId, type DraftPlan, type FormDraft } from './draft-plan.ts';

/** The drafts of forms on this device, with the rule which of them a form goes on with. */
export class FormDraftDatabase<Input, Receipt> extends DraftDatabase<FormDraft<Input, Receipt>> {
  /**
   * Finds the draft to go on with:
   * - of a form without cases, its only draft;
   * - where the values have no case number, the latest draft;
   * - where they have one, the draft of that case; failing that, an unsent draft without a number, unless the plan is `onePerCase`.
   */
  async find(plan: DraftPlan, values: FieldValues): Promise<FormDraft<Input, Receipt> | undefined> {
    const { name, caseNumberField, onePerCase } = plan;
    if (caseNumberField === undefined) return this.load(name);
    const drafts = await this.list(name);
    const id = draftId(plan, values);
    if (id === name) return drafts[0];
    const hasId = (wanted: string) => (draft: FormDraft<Input, Receipt>) =>
      draftId(plan, draft.values) === wanted;
    const unsent = drafts.filter(({ receipt, sent }) => !receipt && !sent.length);
    return drafts.find(hasId(id)) ?? (onePerCase ? undefined : unsent.find(hasId(name)));
  }
}
