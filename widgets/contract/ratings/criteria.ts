/** The seven criteria of a rating, in the order of the questions. Not in `schemas.ts`: widgets show it before valibot is loaded. */
export const CRITERIA = [
  'time',
  'queue',
  'politeness',
  'premises',
  'information',
  'waiting',
  'convenience',
] as const;
/** One of {@link CRITERIA}. */
export type Criterion = (typeof CRITERIA)[number];
