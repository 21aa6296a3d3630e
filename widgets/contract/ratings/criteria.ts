/** The seven criteria of a rating, in the order of the questions. Stands apart from the schemas: shown before valibot is loaded. */
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
