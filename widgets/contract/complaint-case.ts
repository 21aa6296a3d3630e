import * as v from 'valibot';

import { ComplaintInputSchema } from './complaint.ts';
import { AgencyContactSchema } from './form.ts';
import { GROUNDS } from './grounds.ts';
import { CaseNumberSchema, DaySchema, InstantSchema, text } from './values.ts';

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
export type ComplaintList = v.InferOutput<typeof ComplaintListSchema>;

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
export const EscalationInputSchema = v.object({ comment: v.optional(text(4000)) });
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
