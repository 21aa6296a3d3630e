import * as v from 'valibot';

import { AgencyContactSchema, AnswerSchema } from './form.ts';
import { CaseCodeSchema, CaseNumberSchema, DaySchema, InstantSchema } from './values.ts';

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

/** Where an application can stand. In order; the last three are ends. */
export const STATES = [
  'registered',
  'checked',
  'requested',
  'decided',
  'ready',
  'refused',
  'withdrawn',
] as const;
export const StateSchema = v.picklist(STATES);
export type State = v.InferOutput<typeof StateSchema>;

/** `GET /v1/applications/{number}/status` with the header `Okno-Case-Code`: the state only, no personal data. */
export const ApplicationStatusSchema = v.object({
  number: CaseNumberSchema,
  service: v.object({ slug: v.string(), title: v.string(), short: v.string() }),
  agency: AgencyContactSchema,
  state: StateSchema,
  submittedAt: InstantSchema,
  dueOn: DaySchema,
  /** Working or calendar days left as the period counts them; negative when overdue; absent when the case has ended. */
  daysLeft: v.optional(v.object({ value: v.number(), unit: v.picklist(['workingDay', 'calendarDay']) })),
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
