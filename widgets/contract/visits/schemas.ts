import * as v from 'valibot';

import { AppointmentInputSchema, AppointmentSchema, SlotListSchema } from '../appointments/schemas.ts';
import { AgencyContactSchema } from '../forms/schemas.ts';
import { DaySchema } from '../values/schemas.ts';

/** What the agency offers: to come, at one of some times. */
const VisitOfferSchema = v.object({
  office: AgencyContactSchema,
  /** Why to come, in the official's words. */
  purpose: v.string(),
  /** What to bring, in the official's words, thing by thing: «Паспорт». */
  bring: v.optional(v.array(v.string())),
  /** The last day to choose a time. */
  by: DaySchema,
  /** Times that are free now, the earliest first. */
  slots: SlotListSchema.entries.items,
});

/** Response of `GET` and `PUT /v1/applications/{number}/visits`. */
export const CaseVisitsSchema = v.object({
  /** Present while the agency waits for the applicant to choose a time, and as long as the chosen one can be moved. */
  offer: v.optional(VisitOfferSchema),
  /** The newest appointment about this case. */
  chosen: v.optional(AppointmentSchema),
});
/** {@link CaseVisitsSchema}, parsed. */
export type CaseVisits = v.InferOutput<typeof CaseVisitsSchema>;

/** Body of `PUT /v1/applications/{number}/visits`: the start of one of the offered times. */
export const VisitChoiceSchema = v.object({ startsAt: AppointmentInputSchema.entries.startsAt });

/** What the catalogue says about coming to the agency of a service. */
export const VisitAdviceSchema = v.object({
  /** Papers that the applicant has to show: «Паспорт родителя»; `note` says when one is needed. */
  bring: v.array(v.object({ title: v.string(), note: v.optional(v.string()), required: v.boolean() })),
  /** How to find the entrance: «Вход со двора, второй этаж». */
  way: v.optional(v.string()),
});
/** {@link VisitAdviceSchema}, parsed. */
export type VisitAdvice = v.InferOutput<typeof VisitAdviceSchema>;

/** What a visit needs of `forms/<service>.json`, the static file beside `okno.js`. The advice is about the agency of the service. */
export const ServiceVisitSchema = v.object({
  agency: v.object({ slug: v.string() }),
  visit: v.optional(VisitAdviceSchema),
});
