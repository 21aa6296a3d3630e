import type { Mistakes } from './mistakes.ts';

/**
 * Gives those mistakes that were shown and are still there. An answer that is being typed has another mistake meanwhile: that is shown, and
 * said, when its field is left.
 *
 * @example
 * remainingMistakes({ email: 'required', text: 'required' }, { email: 'email', text: 'required' }) // { text: 'required' }
 */
export const remainingMistakes = (shown: Mistakes, now: Mistakes): Mistakes =>
  Object.fromEntries(Object.entries(shown).filter(([name, code]) => now[name] === code));
