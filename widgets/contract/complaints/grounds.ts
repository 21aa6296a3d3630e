import type { Period } from '../../deadlines/period.ts';

/** The ten grounds for a complaint, in the order of 210-ФЗ, art. 11.1. */
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
/** One of {@link GROUNDS}. */
export type Ground = (typeof GROUNDS)[number];

/** Periods from the registration of a complaint to the answer (210-ФЗ, art. 11.2, part 6). */
const COMPLAINT_PERIODS = {
  usual: { value: 15, unit: 'workingDay' },
  short: { value: 5, unit: 'workingDay' },
} as const satisfies Record<string, Period>;

/**
 * The period in which a complaint has to be answered: 15 working days; 5 if documents were not accepted, or errors were not
 * corrected or not in time.
 *
 * @example complaintPeriod('refusedDocuments') // { value: 5, unit: 'workingDay' }
 */
export const complaintPeriod = (ground: Ground) =>
  COMPLAINT_PERIODS[ground === 'refusedDocuments' || ground === 'uncorrectedErrors' ? 'short' : 'usual'];
