import * as v from 'valibot';

import type { Period } from '../deadlines/period.ts';
import { CaseNumberSchema, EmailSchema, PhoneSchema, text } from './values.ts';

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
export const COMPLAINT_PERIODS = {
  usual: { value: 15, unit: 'workingDay' },
  short: { value: 5, unit: 'workingDay' },
} as const satisfies Record<string, Period>;
export const complaintPeriod = (ground: Ground) =>
  COMPLAINT_PERIODS[ground === 'refusedDocuments' || ground === 'uncorrectedErrors' ? 'short' : 'usual'];

/** `POST /v1/complaints`, with an `Idempotency-Key`. Needs an e-mail address or a telephone: the answer has to reach somebody. */
export const ComplaintInputSchema = v.pipe(
  v.object({
    ground: v.picklist(GROUNDS, 'required'),
    /** Slug of the agency complained of. */
    agency: v.pipe(v.string('required'), v.nonEmpty('required')),
    /** Number of the application, where there is one. */
    application: v.optional(CaseNumberSchema),
    text: text(4000),
    name: text(200),
    email: v.optional(EmailSchema),
    phone: v.optional(PhoneSchema),
    consent: v.object({ version: v.string('required') }, 'required'),
  }),
  v.forward(
    v.partialCheck(
      [['email'], ['phone']],
      ({ email, phone }) => email !== undefined || phone !== undefined,
      'contact',
    ),
    ['email'],
  ),
);
export type ComplaintInput = v.InferInput<typeof ComplaintInputSchema>;

export const ComplaintCreatedSchema = v.object({
  number: CaseNumberSchema,
  registeredAt: v.string(),
  /** The last day of the answer, `YYYY-MM-DD` in the region. */
  dueOn: v.string(),
  period: v.object({ value: v.number(), unit: v.picklist(['workingDay', 'calendarDay']) }),
});
export type ComplaintCreated = v.InferOutput<typeof ComplaintCreatedSchema>;
