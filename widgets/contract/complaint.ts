import * as v from 'valibot';

import { GROUNDS } from './grounds.ts';
import {
  CaseCodeSchema,
  CaseNumberSchema,
  DaySchema,
  EmailSchema,
  InstantSchema,
  PhoneSchema,
  text,
} from './values.ts';

/** `POST /v1/complaints`, with an `Idempotency-Key`. Needs an e-mail address or a telephone: the answer has to reach somebody. */
export const ComplaintInputSchema = v.pipe(
  v.object({
    ground: v.picklist(GROUNDS, 'required'),
    /** Slug of the agency complained of. */
    agency: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(100, 'unknown')),
    /** Number of the application, where there is one. */
    application: v.optional(CaseNumberSchema),
    text: text(4000),
    name: text(200),
    email: v.optional(EmailSchema),
    phone: v.optional(PhoneSchema),
    consent: v.object({ version: v.pipe(v.string('required'), v.maxLength(50)) }, 'required'),
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
/** The same after parsing. */
export type ComplaintOutput = v.InferOutput<typeof ComplaintInputSchema>;

export const ComplaintCreatedSchema = v.object({
  number: CaseNumberSchema,
  /** Eight digits that open the complaint without signing in. Shown once. */
  code: CaseCodeSchema,
  registeredAt: InstantSchema,
  /** The last day of the answer. */
  dueOn: DaySchema,
  period: v.object({ value: v.number(), unit: v.picklist(['workingDay', 'calendarDay']) }),
});
export type ComplaintCreated = v.InferOutput<typeof ComplaintCreatedSchema>;
