// Longer than other modules: all shapes of one resource, which refer to each other.
import * as v from 'valibot';

import { AnswerSchema } from '../answers/schemas.ts';
import { AgencyContactSchema } from '../forms/schemas.ts';
import { SignedReceiptSchema } from '../receipts/schemas.ts';
import { CaseFileSchema } from '../messages/schemas.ts';
import { CaseCodeSchema } from '../case-code/schemas.ts';
import { AnyWordSchema, CaseNumberSchema, DaySchema, InstantSchema, textSchema } from '../values/schemas.ts';

/**
 * Body of `POST /v1/applications`, with an `Idempotency-Key`. The handler also checks the answers with `answersSchema` of the form.
 */
export const ApplicationInputSchema = v.object({
  /** Slug of the service. */
  service: v.string('required'),
  /** Version of the form that was filled in. */
  formVersion: v.string('required'),
  /** Name of a field → its answer. */
  answers: v.record(v.string(), v.optional(AnswerSchema)),
  /** Version of the consent to the processing of personal data, which is a document of its own (152-ФЗ, art. 9). */
  consent: v.object({ version: v.string('required') }, 'required'),
});
/** {@link ApplicationInputSchema}, before parsing: what a widget sends. */
export type ApplicationInput = v.InferInput<typeof ApplicationInputSchema>;

/** Response `201` to `POST /v1/applications`: the application is stored. */
export const ApplicationCreatedSchema = v.object({
  number: CaseNumberSchema,
  /** Opens the application without signing in. Sent once: the portal does not store it. */
  code: CaseCodeSchema,
  submittedAt: InstantSchema,
  /** The day of registration, from which the period runs; absent where it is the day on which it came. */
  registeredOn: v.optional(DaySchema),
  /** The last day on which the answer is in time. */
  dueOn: DaySchema,
  /** The receipt that the portal has signed. A portal of the first version has none. */
  signed: v.optional(SignedReceiptSchema),
});
/** {@link ApplicationCreatedSchema}, parsed. */
export type ApplicationCreated = v.InferOutput<typeof ApplicationCreatedSchema>;

/**
 * States of an application, in order. The last three are final. From `asked` the case returns to the state before, or goes on to the
 * state after that one.
 */
export const STATES = [
  'registered',
  'checked',
  'requested',
  /** The agency waits for an answer of the applicant; the period stands still. */
  'asked',
  'decided',
  'ready',
  'refused',
  'withdrawn',
] as const;
/** One of {@link STATES}. */
export const StateSchema = v.picklist(STATES);
/** One of {@link STATES}, as a type. */
export type State = v.InferOutput<typeof StateSchema>;

/** A question of an official to the applicant. */
const QuestionSchema = v.object({
  text: v.string(),
  askedAt: InstantSchema,
  /** The last day to answer; after it the application is refused. */
  answerDueOn: DaySchema,
});

/** What the applicant has to do now, and what else there is to know of it. */
const NeedSchema = v.object({
  /** A {@link NeedKind}, or one of a newer portal. */
  kind: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
  /** The last day to do it. */
  by: v.optional(DaySchema),
  /** With `come`: when. */
  at: v.optional(InstantSchema),
});
/** Values of `Need.kind`: answer, pay, choose a time, come at it, mend a refused application. */
export type NeedKind = 'answer' | 'pay' | 'choose-time' | 'come' | 'mend';
/** {@link NeedSchema}, parsed. */
export type Need = v.InferOutput<typeof NeedSchema>;

/** How many days are left, and how they are counted. */
const DaysLeftSchema = v.object({ value: v.number(), unit: v.picklist(['workingDay', 'calendarDay']) });

/**
 * Response of `GET /v1/applications/{number}/status`: the state, and what the applicant has to do; without her answers in the form. For
 * who sends the code in `Okno-Case-Code`, and for the applicant who has signed in.
 */
export const ApplicationStatusSchema = v.object({
  number: CaseNumberSchema,
  service: v.object({ slug: v.string(), title: v.string(), short: v.string() }),
  agency: AgencyContactSchema,
  /** One of {@link STATES}, or one of a newer portal, which is shown by its title in `titles`. */
  state: AnyWordSchema,
  /** The names of all states in this response, in Russian. */
  titles: v.optional(v.record(v.string(), v.string())),
  submittedAt: InstantSchema,
  /** The day of registration, from which the period runs; absent where it is the day on which it came. */
  registeredOn: v.optional(DaySchema),
  /** The last day on which the answer is in time. While the case is `asked`: that day if the applicant answers today. */
  dueOn: DaySchema,
  /** Days left, counted as the period counts them; negative if overdue, absent in a final state. */
  daysLeft: v.optional(DaysLeftSchema),
  /** Whether `dueOn` has passed and the state is not final. */
  overdue: v.boolean(),
  /** States so far, oldest first; the last is the current one. `at`: when the case came to it. */
  history: v.array(v.object({ state: AnyWordSchema, at: InstantSchema, note: v.optional(v.string()) })),
  /** States still to come, in order. `by`: the last day to come to it, if there is one. */
  next: v.array(v.object({ state: AnyWordSchema, by: v.optional(DaySchema) })),
  /** Present in a final state: what was decided, and after a refusal what to correct. */
  outcome: v.optional(v.object({ title: v.string(), note: v.optional(v.string()) })),
  /** Whether the applicant has rated the service for this application. */
  rated: v.boolean(),
  // A portal of the first version has none of those below.
  /** Who works on the case now: absent in a final state. `title` is a name in the nominative. */
  holder: v.optional(v.object({ role: AnyWordSchema, title: v.string() })),
  /** What the applicant has to do now, the most urgent of it; absent if nothing. */
  need: v.optional(NeedSchema),
  /** Present while the case is `asked`. */
  question: v.optional(QuestionSchema),
  /** Number of messages from the agency that have not been marked as read. */
  unread: v.optional(v.number()),
  /** Number of invoices that are not paid. */
  invoices: v.optional(v.number()),
  /** Number of the refused application that this one corrects. */
  corrects: v.optional(CaseNumberSchema),
  /** Number of the application that corrects this one. */
  correctedBy: v.optional(CaseNumberSchema),
});
/** {@link ApplicationStatusSchema}, parsed. */
export type ApplicationStatus = v.InferOutput<typeof ApplicationStatusSchema>;

/** Body of `POST /v1/applications/{number}/withdrawal`. */
export const WithdrawalInputSchema = v.object({
  /** Why, if the citizen wants to say it. */
  reason: v.optional(textSchema(1000)),
});

/** Body of `POST /v1/applications/{number}/corrections`: all answers again; the service stays the same. */
export const CorrectionInputSchema = v.omit(ApplicationInputSchema, ['service']);

// What a list shows of an application is its status without these four.
const { history, next, outcome, registeredOn, ...SUMMARY_ENTRIES } = ApplicationStatusSchema.entries;

/** An item of `GET /v1/applications`. */
export const ApplicationSummarySchema = v.object({ ...SUMMARY_ENTRIES, unread: v.number() });
/** {@link ApplicationSummarySchema}, parsed. */
export type ApplicationSummary = v.InferOutput<typeof ApplicationSummarySchema>;
/** Response of `GET /v1/applications`: the citizen's applications, newest first. `next` is the `after` of the next page. */
export const ApplicationListSchema = v.object({
  items: v.array(ApplicationSummarySchema),
  next: v.optional(CaseNumberSchema),
});

/** Response of `GET /v1/applications/{number}`: the whole application, for the citizen who sent it, and for who has its code. */
export const ApplicationSchema = v.object({
  ...ApplicationSummarySchema.entries,
  history,
  next,
  outcome,
  registeredOn,
  formVersion: v.string(),
  /** Absent for who has only the code: they are personal data, which need a step-up. */
  answers: v.optional(v.record(v.string(), AnswerSchema)),
  /** Present after a refusal by an official: the explanation, and the questions of the form whose answers it is about. */
  refusal: v.optional(v.object({ text: v.string(), fields: v.array(v.string()) })),
  /** Files from the agency, oldest first. */
  files: v.array(CaseFileSchema),
});
/** {@link ApplicationSchema}, parsed. */
export type Application = v.InferOutput<typeof ApplicationSchema>;

/** What can be done in a case: kinds of history entries. */
const ACTIONS = [
  'stateChanged',
  'requestSent',
  'requestAnswered',
  'messageSent',
  'invoiceIssued',
  'fileIssued',
  /** The agency has prolonged the period. */
  'prolonged',
  /** The applicant corrected a refused application and sent it as a new one. */
  'corrected',
] as const;
/** One of `ACTIONS`. */
export const ActionSchema = v.picklist(ACTIONS);
/** {@link ActionSchema}, parsed. */
export type Action = v.InferOutput<typeof ActionSchema>;

/** Response of `GET /v1/applications/{number}/history`: all actions, oldest first. People appear by role, never by name. */
export const ApplicationHistorySchema = v.object({
  items: v.array(
    v.object({
      at: InstantSchema,
      role: AnyWordSchema,
      /** One of `ACTIONS`, or one of a newer portal, which is shown by its title. */
      action: AnyWordSchema,
      /** What was done, in Russian. A portal of the first version does not say it. */
      title: v.optional(v.string()),
      /** State of the case at that moment; with `stateChanged` the new one. */
      state: AnyWordSchema,
      note: v.optional(v.string()),
    }),
  ),
});
/** {@link ApplicationHistorySchema}, parsed. */
export type ApplicationHistory = v.InferOutput<typeof ApplicationHistorySchema>;
