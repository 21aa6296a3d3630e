import type { FieldError } from '../contract/problems/schemas.ts';

/** Codes of what is wrong, by the name of the field. */
export type Mistakes = Readonly<Record<string, string>>;

/** What the portal finds wrong, by the first step of its pointers. */
export const mistakesAt = (errors: readonly FieldError[]): Mistakes =>
  Object.fromEntries(errors.map(({ pointer, code }) => [pointer.split('/')[1] ?? '', code]));

/** Of the mistakes that were shown, those that are still there. */
export const stillWrong = (shown: Mistakes, now: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(now).filter(([name]) => name in shown));
