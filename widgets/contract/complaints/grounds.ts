import type { Period } from '../../deadlines/period.ts';

/** The ten grounds of art. 11.1 of 210-ФЗ, in the order of the law. */
export const GROUNDS = [
  'lateRegistration',
  'overdue',
  'extraDocuments',
  'refusedDocuments',
  'refusedService',
  'extraFee',
  'uncorrectedErrors',
  'lateIssue',
  'unlawfulSuspension',
  'newDocuments',
] as const;
export type Ground = (typeof GROUNDS)[number];

/**
 * How long a complaint is considered, from its registration (210-ФЗ, art. 11.2, part 6): 15 working days; 5 where documents
 * were not accepted, errors were not corrected, or the time for correcting them was broken.
 */
const COMPLAINT_PERIODS = {
  usual: { value: 15, unit: 'workingDay' },
  short: { value: 5, unit: 'workingDay' },
} as const satisfies Record<string, Period>;
export const complaintPeriod = (ground: Ground) =>
  COMPLAINT_PERIODS[ground === 'refusedDocuments' || ground === 'uncorrectedErrors' ? 'short' : 'usual'];
