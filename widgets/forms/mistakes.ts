import type { FieldError } from '../contract/problems/schemas.ts';

/** Codes of what is wrong, by the name of the question. */
export type Mistakes = Readonly<Record<string, string>>;

/** Name of the question for the consent, and id of its checkbox. */
export const CONSENT = 'consent';

/** What the portal finds wrong, by the first step of its pointers. */
export const portalMistakes = (errors: readonly FieldError[]): Mistakes =>
  Object.fromEntries(errors.map(({ pointer, code }) => [pointer.split('/')[1] ?? '', code]));

/** Of the mistakes that were shown, those that are still there. */
export const remainingMistakes = (shown: Mistakes, now: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(now).filter(([name]) => name in shown));

/** Whether there is any. */
export const hasMistakes = (mistakes: Mistakes): boolean => Object.keys(mistakes).length > 0;
