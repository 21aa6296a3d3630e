import type { Draft } from '../drafts/draft.ts';
import type { FieldValues } from '../fields/field-kind.ts';

/** What is kept of a form on the device. */
export type FormDraft<Input, Receipt> = Draft<Input, Receipt, FieldValues>;

/** Which draft is the form's. */
export interface DraftPlan {
  /** Its id on the device, unique on the site: a slug, `rating`. */
  name: string;
  /** Version of the questions. */
  version?: string;
  /** The value that holds the number of a case: each case has a draft of its own, `rating-222026004217`. */
  caseNumberField?: string;
  /** The portal takes one for each case: the draft follows the number, and what was typed without a number is about no other case. */
  onePerCase?: boolean;
}

/** Digits of a case's number: `22-2026-004217`, however it was typed. */
const DIGITS = 12;

/**
 * The id of a draft with these values.
 *
 * @example
 * draftId({ name: 'rating', caseIn: 'number' }, { number: '22-2026-004217' }) // 'rating-222026004217'
 */
export function draftId({ name, caseNumberField }: DraftPlan, values: FieldValues): string {
  const number = caseNumberField === undefined ? undefined : values[caseNumberField];
  const digits = typeof number === 'string' ? number.replace(/\D/g, '') : '';
  return digits.length === DIGITS ? `${name}-${digits}` : name;
}
