import type { FieldError } from '../contract/problems/schemas.ts';

/** Codes of mistakes, by the names of the questions: `{ email: 'email', text: 'required' }`. */
export type Mistakes = Readonly<Record<string, string>>;

/** Name of the question for the consent, and id of its checkbox. */
export const CONSENT = 'consent';

/**
 * Turns the portal's field errors into mistakes. The question is the first part of the JSON pointer.
 *
 * @example
 * portalMistakes([{ pointer: '/email', code: 'email' }]) // { email: 'email' }
 */
export const portalMistakes = (errors: readonly FieldError[]): Mistakes =>
  Object.fromEntries(errors.map(({ pointer, code }) => [pointer.split('/')[1] ?? '', code]));

/**
 * Gives those mistakes that were shown and are still there, with their present codes.
 *
 * @example
 * remainingMistakes({ email: 'required', text: 'required' }, { email: 'email', name: 'required' }) // { email: 'email' }
 */
export const remainingMistakes = (shown: Mistakes, now: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(now).filter(([name]) => name in shown));

/** Whether there is at least one mistake. */
export const hasMistakes = (mistakes: Mistakes): boolean => Object.keys(mistakes).length > 0;
