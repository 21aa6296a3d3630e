import * as v from 'valibot';

import { AgencyContactSchema } from '../forms/schemas.ts';
import {
  CaseCodeSchema,
  CaseNumberSchema,
  DaySchema,
  EmailSchema,
  InstantSchema,
  PhoneSchema,
  textSchema,
} from '../values/schemas.ts';
import { GROUNDS } from './grounds.ts';

/** `POST /v1/complaints`, with an `Idempotency-Key`. Needs an e-mail address or a telephone: the answer has to reach somebody. */
export const ComplaintInputSchema = v.pipe(
  v.object({
    ground: v.picklist(GROUNDS, 'required'),
    /** Slug of the agency complained of. */
    agency: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(100, 'unknown')),
    /** Number of the application, where there is one. */
    application: v.optional(CaseNumberSchema),
    text: textSchema(4000),
    name: textSchema(200),
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

/** Where a complaint can stand. In order; `escalated`: the controlling body has it, `closed`: and has answered. */
export const COMPLAINT_STATES = ['registered', 'underReview', 'answered', 'escalated', 'closed'] as const;
export const ComplaintStateSchema = v.picklist(COMPLAINT_STATES);
export type ComplaintState = v.InferOutput<typeof ComplaintStateSchema>;

const SUMMARY = {
  number: CaseNumberSchema,
  ground: v.picklist(GROUNDS),
  agency: AgencyContactSchema,
  state: ComplaintStateSchema,
  registeredAt: InstantSchema,
  /** The last day of the answer; of the controlling body's, once it has the complaint. */
  dueOn: DaySchema,
  overdue: v.boolean(),
};

/** Who answers: the body complained of, or the one that controls it. */
export const AnswererSchema = v.picklist(['agency', 'controllingBody']);

const VERDICT = { by: AnswererSchema, satisfied: v.boolean(), at: InstantSchema };

/** A complaint in the list. */
export const ComplaintSummarySchema = v.object(SUMMARY);
export type ComplaintSummary = v.InferOutput<typeof ComplaintSummarySchema>;

/** `GET /v1/complaints`: the citizen's own, newest first. */
export const ComplaintListSchema = v.object({
  items: v.array(ComplaintSummarySchema),
  next: v.optional(CaseNumberSchema),
});

/** `GET /v1/complaints/{number}/status`: where it stands, without personal data. */
export const ComplaintStatusSchema = v.object({
  ...SUMMARY,
  /** What has happened, oldest first; the last is where the complaint stands now. */
  history: v.array(v.object({ state: ComplaintStateSchema, at: InstantSchema })),
  answers: v.array(v.object(VERDICT)),
  /** Whether it can be taken to the controlling body now: there is an answer, or it is overdue. */
  canEscalate: v.boolean(),
});
export type ComplaintStatus = v.InferOutput<typeof ComplaintStatusSchema>;

/** `POST /v1/complaints/{number}/escalations`, with an `Idempotency-Key`. */
export const EscalationInputSchema = v.object({ comment: v.optional(textSchema(4000)) });
export const EscalationSchema = v.object({
  number: CaseNumberSchema,
  reason: v.picklist(['disagree', 'overdue']),
  escalatedAt: InstantSchema,
  /** The last day of the controlling body's answer. */
  dueOn: DaySchema,
  /** What it was given: a copy as of that instant. */
  contents: v.array(v.picklist(['complaint', 'history', 'answer', 'application'])),
});
export type Escalation = v.InferOutput<typeof EscalationSchema>;

const { application, name, email, phone } = ComplaintInputSchema.pipe[0].entries;

/** `GET /v1/complaints/{number}`: all of it, for who has sent it. */
export const ComplaintSchema = v.object({
  ...ComplaintStatusSchema.entries,
  application,
  text: v.string(),
  name,
  email,
  phone,
  answers: v.array(v.object({ ...VERDICT, text: v.string() })),
  escalation: v.optional(EscalationSchema),
});
export type Complaint = v.InferOutput<typeof ComplaintSchema>;
