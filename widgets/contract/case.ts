import * as v from 'valibot';

import { ApplicationStatusSchema, StateSchema } from './application.ts';
import { AnswerSchema } from './form.ts';
import { CaseFileSchema, RoleSchema } from './message.ts';
import { CaseNumberSchema, DaySchema, InstantSchema } from './values.ts';

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
export type ApplicationList = v.InferOutput<typeof ApplicationListSchema>;

/** What an official has asked the applicant. */
export const QuestionSchema = v.object({
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
export const ACTIONS = [
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
      role: RoleSchema,
      action: ActionSchema,
      /** Where the case stood then; with `stateChanged`, where it came to. */
      state: StateSchema,
      note: v.optional(v.string()),
    }),
  ),
});
export type ApplicationHistory = v.InferOutput<typeof ApplicationHistorySchema>;
