// Longer than other modules: all shapes of one resource, which refer to each other.
import * as v from 'valibot';

import { AgencyContactSchema } from '../forms/schemas.ts';
import { CaseCodeSchema } from '../case-code/schemas.ts';
import {
  AnyWordSchema,
  CaseNumberSchema,
  DaySchema,
  EmailSchema,
  InstantSchema,
  PhoneSchema,
  textSchema,
} from '../values/schemas.ts';
import { GROUNDS } from './grounds.ts';

/** Body of `POST /v1/complaints`, with an `Idempotency-Key`. Needs an e-mail address or a telephone for the answer. */
export const ComplaintInputSchema = v.pipe(
  v.object({
    ground: v.picklist(GROUNDS, 'required'),
    /** Slug of the agency complained of. */
    agency: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(100, 'unknown')),
    /** Number of the application that it is about, if there is one. */
    application: v.optional(CaseNumberSchema),
    text: textSchema(4000),
    name: textSchema(200),
    email: v.optional(EmailSchema),
    phone: v.optional(PhoneSchema),
    /** Version of the consent that the citizen has seen. */
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
/** {@link ComplaintInputSchema}, before parsing: what a widget sends. */
export type ComplaintInput = v.InferInput<typeof ComplaintInputSchema>;
/** {@link ComplaintInputSchema}, parsed: what the portal works with. */
export type ComplaintOutput = v.InferOutput<typeof ComplaintInputSchema>;

/** Response `201` to `POST /v1/complaints`: the complaint is registered. */
export const ComplaintCreatedSchema = v.object({
  number: CaseNumberSchema,
  /** Opens the complaint without signing in. Sent once: the portal does not store it. */
  code: CaseCodeSchema,
  registeredAt: InstantSchema,
  /** The day of registration, from which the period runs; absent where it is the day on which it came. */
  registeredOn: v.optional(DaySchema),
  /** The last day of the answer. */
  dueOn: DaySchema,
  period: v.object({ value: v.number(), unit: v.picklist(['workingDay', 'calendarDay']) }),
});
/** {@link ComplaintCreatedSchema}, parsed. */
export type ComplaintCreated = v.InferOutput<typeof ComplaintCreatedSchema>;

/** States of a complaint, in order. `escalated`: the controlling body has it; `closed`: the controlling body has answered. */
export const COMPLAINT_STATES = ['registered', 'underReview', 'answered', 'escalated', 'closed'] as const;
/** One of {@link COMPLAINT_STATES}. */
export const ComplaintStateSchema = v.picklist(COMPLAINT_STATES);
/** One of {@link COMPLAINT_STATES}, as a type. */
export type ComplaintState = v.InferOutput<typeof ComplaintStateSchema>;

/** What a list shows of a complaint. */
const SUMMARY_ENTRIES = {
  number: CaseNumberSchema,
  /** One of {@link GROUNDS}, or one of a newer portal; so is the state one of {@link COMPLAINT_STATES}. */
  ground: AnyWordSchema,
  agency: AgencyContactSchema,
  state: AnyWordSchema,
  registeredAt: InstantSchema,
  /** The last day of the agency's answer; after an escalation, of the controlling body's. */
  dueOn: DaySchema,
  /** Whether that day has passed without an answer. */
  overdue: v.boolean(),
};

/** Who answers a complaint: the agency complained of, or the body that controls it. */
export const AnswererSchema = v.picklist(['agency', 'controllingBody']);
/** {@link AnswererSchema}, parsed. */
export type Answerer = v.InferOutput<typeof AnswererSchema>;

/** An answer but for its text. `by`: an {@link Answerer}, or one of a newer portal; `satisfied`: the complaint was found justified. */
const ANSWER_ENTRIES = { by: AnyWordSchema, satisfied: v.boolean(), at: InstantSchema };

/** An item of `GET /v1/complaints`. */
export const ComplaintSummarySchema = v.object(SUMMARY_ENTRIES);
/** {@link ComplaintSummarySchema}, parsed. */
export type ComplaintSummary = v.InferOutput<typeof ComplaintSummarySchema>;

/** Response of `GET /v1/complaints`: the citizen's complaints, newest first. `next` is the `after` of the next page. */
export const ComplaintListSchema = v.object({
  items: v.array(ComplaintSummarySchema),
  next: v.optional(CaseNumberSchema),
});

/** Response of `GET /v1/complaints/{number}/status`: the state and the answer, without what the author wrote. */
export const ComplaintStatusSchema = v.object({
  ...SUMMARY_ENTRIES,
  /** The day of registration, from which the period runs; absent where it is the day on which it came. */
  registeredOn: v.optional(DaySchema),
  /** States so far, oldest first; the last is the current one. */
  history: v.array(v.object({ state: AnyWordSchema, at: InstantSchema })),
  /** The names of all states in this response, in Russian. A portal of the first version has none. */
  titles: v.optional(v.record(v.string(), v.string())),
  /** The agency's answer, then that of the controlling body. A portal of the first version sends no texts. */
  answers: v.array(v.object({ ...ANSWER_ENTRIES, text: v.optional(v.string()) })),
  /** Who considers it now, with its name in the nominative; absent as soon as it is answered. */
  holder: v.optional(v.object({ by: AnyWordSchema, title: v.string() })),
  /** Whether it can be escalated to the controlling body now: it is answered or overdue. */
  canEscalate: v.boolean(),
});
/** {@link ComplaintStatusSchema}, parsed. */
export type ComplaintStatus = v.InferOutput<typeof ComplaintStatusSchema>;

/** Body of `POST /v1/complaints/{number}/escalations`, with an `Idempotency-Key`. */
export const EscalationInputSchema = v.object({ comment: v.optional(textSchema(4000)) });

/** Response `201` to `POST /v1/complaints/{number}/escalations`. */
export const EscalationSchema = v.object({
  number: CaseNumberSchema,
  /** `disagree`: with the agency's answer; `overdue`: there is none in time. */
  reason: v.picklist(['disagree', 'overdue']),
  escalatedAt: InstantSchema,
  /** The last day of the controlling body's answer. */
  dueOn: DaySchema,
  /** What the controlling body got: a copy of the case at `escalatedAt`. */
  contents: v.array(v.picklist(['complaint', 'history', 'answer', 'application'])),
});
/** {@link EscalationSchema}, parsed. */
export type Escalation = v.InferOutput<typeof EscalationSchema>;

const { application, name, email, phone } = ComplaintInputSchema.pipe[0].entries;

/** Response of `GET /v1/complaints/{number}`: the whole complaint, only for the citizen who sent it. */
export const ComplaintSchema = v.object({
  ...ComplaintStatusSchema.entries,
  application,
  text: v.string(),
  name,
  email,
  phone,
  answers: v.array(v.object({ ...ANSWER_ENTRIES, text: v.string() })),
  /** Present after an escalation. */
  escalation: v.optional(EscalationSchema),
});
/** {@link ComplaintSchema}, parsed. */
export type Complaint = v.InferOutput<typeof ComplaintSchema>;
