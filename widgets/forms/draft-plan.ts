import type { Draft } from '../drafts/draft.ts';
import type { FieldValues } from '../fields/field-kind.ts';

/** What the device keeps of one form. */
export type FormDraft<Input, Receipt> = Draft<Input, Receipt, FieldValues>;

/** Says which draft of the device belongs to a form. */
export interface DraftPlan {
  /** Id of the draft, unique on the host's site: the slug of a service, `complaint`, `rating`. */
  name: string;
  /** Version of the form definition. Where it changes, the citizen is told that the questions have changed. */
  version?: string;
  /** Name of the question for the number of a case. With it each case has its own draft: `rating-222026004217`. */
  caseNumberField?: string;
  /** The portal takes one for each case. The draft changes its id with the number that is typed, and serves no other case. */
  onePerCase?: boolean;
}

/** How many digits a case number has: two of the region, four of the year, six of the case, `22-2026-004217`. */
const CASE_NUMBER_DIGITS = 12;

/**
 * Gives the id of the draft for these values: the plan's name, and the digits of the case number where it is complete.
 *
 * @example
 * draftId({ name: 'rating', caseNumberField: 'number' }, { number: '22-2026-004217' }) // 'rating-222026004217'
 * draftId({ name: 'rating', caseNumberField: 'number' }, { number: '22-2026' }) // 'rating'
 */
export function draftId({ name, caseNumberField }: DraftPlan, values: FieldValues): string {
  const number = caseNumberField === undefined ? undefined : values[caseNumberField];
  const digits = typeof number === 'string' ? number.replace(/\D/g, '') : '';
  return digits.length === CASE_NUMBER_DIGITS ? `${name}-${digits}` : name;
}
