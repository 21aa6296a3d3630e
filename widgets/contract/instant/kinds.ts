/** What a citizen can ask and know at once. Not in `schemas.ts`: widgets know it before valibot is loaded. */
export const INSTANT_KINDS = [
  'fines',
  'taxDebt',
  'pensionAccount',
  'enforcementProceedings',
  'signatureCheck',
] as const;
