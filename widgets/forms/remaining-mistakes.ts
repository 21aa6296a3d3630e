import type { Mistakes } from './mistakes.ts';

/**
 * Gives those mistakes that were shown and are still there, with their present codes.
 *
 * @example
 * remainingMistakes({ email: 'required', text: 'required' }, { email: 'email', name: 'required' }) // { email: 'email' }
 */
export const remainingMistakes = (shown: Mistakes, now: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(now).filter(([name]) => name in shown));
