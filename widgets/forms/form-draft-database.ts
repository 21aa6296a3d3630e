import { DraftDatabase } from '../drafts/draft-database.ts';
import type { FieldValues } from '../fields/field-kind.ts';
import { draftId, type DraftPlan, type FormDraft } from './draft-plan.ts';

/** The drafts of forms on this device. */
export class FormDraftDatabase<Input, Receipt> extends DraftDatabase<FormDraft<Input, Receipt>> {
  /**
   * The draft to go on with: that of the case which the values name; the latest where they name none. What was typed about no
   * case is found for any, unless the portal takes one for each.
   */
  async find(plan: DraftPlan, values: FieldValues): Promise<FormDraft<Input, Receipt> | undefined> {
    const { name, caseNumberField, onePerCase } = plan;
    if (caseNumberField === undefined) return this.load(name);
    const kept = await this.list(name);
    const id = draftId(plan, values);
    if (id === name) return kept[0];
    const about = (wanted: string) => (draft: FormDraft<Input, Receipt>) =>
      draftId(plan, draft.values) === wanted;
    const unsent = kept.filter(({ receipt, sent }) => !receipt && !sent.length);
    return kept.find(about(id)) ?? (onePerCase ? undefined : unsent.find(about(name)));
  }
}
