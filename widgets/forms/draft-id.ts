import type { Values } from '../fields/kind.ts';
import type { DraftPlan } from './plan.ts';

/** Digits of a case's number: `22-2026-004217`, however it was typed. */
const DIGITS = 12;

/**
 * The id of a draft with these values.
 *
 * @example
 * draftId({ name: 'rating', caseIn: 'number' }, { number: '22-2026-004217' }) // 'rating-222026004217'
 */
export function draftId({ name, caseIn }: DraftPlan, values: Values): string {
  const number = caseIn === undefined ? undefined : values[caseIn];
  const digits = typeof number === 'string' ? number.replace(/\D/g, '') : '';
  return digits.length === DIGITS ? `${name}-${digits}` : name;
}
