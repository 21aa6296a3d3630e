// Longer than most: all shapes of one resource, which refer to each other.
import * as v from 'valibot';

import { AgencyContactSchema, AnswerSchema } from '../forms/schemas.ts';
import { CaseFileSchema, CaseRoleSchema } from '../messages/schemas.ts';
import {
  CaseCodeSchema,
  CaseNumberSchema,
  DaySchema,
  InstantSchema,
  UploadSchema,
  textSchema,
} from '../values/schemas.ts';

/** `POST /v1/applications`, with an `Idempotency-Key`. The answers are checked besides by `answersSchema` of the form. */
export const ApplicationInputSchema = v.object({
  service: v.string('required'),
  formVersion: v.string('required'),
  answers: v.record(v.string(), v.optional(AnswerSchema)),
  /** Consent to the processing of personal data: a document of its own, by its version (152-ФЗ, art. 9). */
  consent: v.object({ version: v.string('required') }, 'required'),
});
export type ApplicationInput = v.InferInput<typeof ApplicationInputSchema>;

/** `201 Created`: the application is stored. */
export const ApplicationCreatedSchema = v.object({
  number: CaseNumberSchema,
  /** Eight digits that open the state without signing in. Shown once, to the applicant. */
  code: CaseCodeSchema,
  submittedAt: InstantSchema,
  /** The last day on which the answer is in time. */
  dueOn: DaySchema,
});
export type ApplicationCreated = v.InferOutput<typeof ApplicationCreatedSchema>;

/** Where an application can stand. In order; the last three are ends, and `asked` lies aside: from there it goes back. */
export const STATES = [
  'registered',
  'checked',
  'requested',
  /** A question waits for the applicant, and the period with it. */
  'asked',
  'decided',
  'ready',
  'refused',
  'withdrawn',
] as const;
export const StateSchema = v.picklist(STATES);
export type State = v.InferOutput<typeof StateSchema>;

const DaysLeftSchema = v.object({ value: v.number(), unit: v.picklist(['workingDay', 'calendarDay']) });

/** `GET /v1/applications/{number}/status` with the header `Okno-Case-Code`: the state only, no personal data. */
export const ApplicationStatusSchema = v.object({
  number: CaseNumberSchema,
  service: v.object({ slug: v.string(), title: v.string(), short: v.string() }),
  agency: AgencyContactSchema,
  state: StateSchema,
  submittedAt: InstantSchema,
  /** The last day on which the answer is in time; while the case is `asked`: if the applicant answers today. */
  dueOn: DaySchema,
  /** Working or calendar days left as the period counts them; negative when overdue; absent when the case has ended. */
  daysLeft: v.optional(DaysLeftSchema),
  overdue: v.boolean(),
  /** What has happened, oldest first; the last is where the case stands now. */
  history: v.array(v.object({ state: StateSchema, at: InstantSchema, note: v.optional(v.string()) })),
  /** What is still to come, in order, with the last day where one is set. */
  next: v.array(v.object({ state: StateSchema, by: v.optional(DaySchema) })),
  /** Present at an end: what was decided, and on refusal what to mend. */
  outcome: v.optional(v.object({ title: v.string(), note: v.optional(v.string()) })),
  rated: v.boolean(),
});
export type ApplicationStatus = v.InferOutput<typeof ApplicationStatusSchema>;

/** `POST /v1/applications/{number}/withdrawal` */
export const WithdrawalInputSchema = v.object({
  /** For the body, if the citizen wants to tell. */
  reason: v.optional(textSchema(1000)),
});

/** `POST /v1/applications/{number}/answers`: words, files, or both. */
export const QuestionAnswerInputSchema = v.pipe(
  v.object({
    text: v.optional(textSchema(4000)),
    uploads: v.optional(v.pipe(v.array(UploadSchema), v.maxLength(10, 'tooMany'))),
  }),
  v.forward(
    v.partialCheck(
      [['text'], ['uploads']],
      ({ text: words, uploads }) => words !== undefined || !!uploads?.length,
      'required',
    ),
    ['text'],
  ),
);

/** `POST /v1/applications/{number}/corrections`: all the answers anew; the service stays. */
export const CorrectionInputSchema = v.omit(ApplicationInputSchema, ['service']);

const { history, next, outcome, ...SUMMARY } = ApplicationStatusSchema.entries;
const LINKS = {
  /** Messages of the body that the citizen has not marked as read. */
  unread: v.number(),
  /** Number of the refused application that this one mends. */
  corrects: v.optional(CaseNumberSchema),
  /** Number of the application that mends this one. */
  correctedBy: v.optional(CaseNumberSchema),
};

/** `GET /v1/applications`: the citizen's own, newest first. */
export const ApplicationSummarySchema = v.object({ ...SUMMARY, ...LINKS });
export type ApplicationSummary = v.InferOutput<typeof ApplicationSummarySchema>;
export const ApplicationListSchema = v.object({
  items: v.array(ApplicationSummarySchema),
  next: v.optional(CaseNumberSchema),
});

/** What an official has asked the applicant. */
const QuestionSchema = v.object({
  text: v.string(),
  askedAt: InstantSchema,
  /** The last day of the answer; without one the application is refused. */
  answerDueOn: DaySchema,
});

/** `GET /v1/applications/{number}`: all of it, for who has sent it. */
export const ApplicationSchema = v.object({
  ...SUMMARY,
  ...LINKS,
  history,
  next,
  outcome,
  formVersion: v.string(),
  answers: v.record(v.string(), AnswerSchema),
  /** Present while the case is `asked`. */
  question: v.optional(QuestionSchema),
  /** What the body has issued, oldest first. */
  files: v.array(CaseFileSchema),
});
export type Application = v.InferOutput<typeof ApplicationSchema>;

/** What can be done in a case. */
const ACTIONS = [
  'stateChanged',
  'requestSent',
  'requestAnswered',
  'messageSent',
  'invoiceIssued',
  'fileIssued',
  /** The applicant has mended what was refused and sent it as another application. */
  'corrected',
] as const;
export const ActionSchema = v.picklist(ACTIONS);
export type Action = v.InferOutput<typeof ActionSchema>;

/** `GET /v1/applications/{number}/history`: every action, oldest first; who did it, by role and never by name. */
export const ApplicationHistorySchema = v.object({
  items: v.array(
    v.object({
      at: InstantSchema,
      role: CaseRoleSchema,
      action: ActionSchema,
      /** Where the case stood then; with `stateChanged`, where it came to. */
      state: StateSchema,
      note: v.optional(v.string()),
    }),
  ),
});
export type ApplicationHistory = v.InferOutput<typeof ApplicationHistorySchema>;
