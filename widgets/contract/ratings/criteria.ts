/** The seven criteria by which a service is rated. */
export const CRITERIA = [
  'time',
  'queue',
  'politeness',
  'premises',
  'information',
  'waiting',
  'convenience',
] as const;
export type Criterion = (typeof CRITERIA)[number];
