import * as v from 'valibot';

import { PeriodSchema } from '../../deadlines/period.ts';
import { AgencyContactSchema } from '../forms/schemas.ts';
import { DaySchema } from '../values/schemas.ts';

/** Whether the portal takes applications for a service now. */
export const OnlineSchema = v.object({
  /** `offline`: the service has no form, apply in person. */
  status: v.picklist(['online', 'paused', 'offline']),
  /** Why it is paused, in Russian. */
  reason: v.optional(v.string()),
  /** The day from which it is online again, where that is known. */
  resumesOn: v.optional(DaySchema),
});
export type Online = v.InferOutput<typeof OnlineSchema>;

/** One line of `GET /v1/services`. */
export const ServiceSummarySchema = v.object({
  slug: v.string(),
  title: v.string(),
  short: v.string(),
  online: OnlineSchema,
  /** Of the form that is filled in now; absent where there is none. */
  formVersion: v.optional(v.string()),
});
export type ServiceSummary = v.InferOutput<typeof ServiceSummarySchema>;

/** `GET /v1/services`: all services of the catalogue. */
export const ServiceListSchema = v.object({ items: v.array(ServiceSummarySchema) });

/** `GET /v1/services/{slug}`. */
export const PortalServiceSchema = v.object({
  ...ServiceSummarySchema.entries,
  agency: AgencyContactSchema,
  /** What an applicant of today would be promised; absent where there is no form. */
  deadline: v.optional(v.object({ period: PeriodSchema, dueOn: DaySchema })),
});
export type PortalService = v.InferOutput<typeof PortalServiceSchema>;
