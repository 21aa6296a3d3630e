import * as v from 'valibot';

import { PeriodSchema } from '../../deadlines/period.ts';
import { AgencyContactSchema } from '../forms/schemas.ts';
import { DaySchema } from '../values/schemas.ts';

/** Whether the portal accepts applications for a service now. */
export const OnlineSchema = v.object({
  /** `online`: it does; `paused`: not for a while; `offline`: the service has no form, citizens apply in person. */
  status: v.picklist(['online', 'paused', 'offline']),
  /** Why it is paused, in Russian; only then. */
  reason: v.optional(v.string()),
  /** The day from which it is online again, if that is known. */
  resumesOn: v.optional(DaySchema),
});
/** {@link OnlineSchema}, parsed. */
export type Online = v.InferOutput<typeof OnlineSchema>;

/** An item of `GET /v1/services`. */
export const ServiceSummarySchema = v.object({
  slug: v.string(),
  title: v.string(),
  /** What people call it: «Детский сад». */
  short: v.string(),
  online: OnlineSchema,
  /** Version of the current form; absent if there is no form. */
  formVersion: v.optional(v.string()),
});
/** {@link ServiceSummarySchema}, parsed. */
export type ServiceSummary = v.InferOutput<typeof ServiceSummarySchema>;

/** Response of `GET /v1/services`: all services of the catalogue. */
export const ServiceListSchema = v.object({ items: v.array(ServiceSummarySchema) });

/** Response of `GET /v1/services/{slug}`: one service. */
export const PortalServiceSchema = v.object({
  ...ServiceSummarySchema.entries,
  agency: AgencyContactSchema,
  /** The statutory period, and its last day for an application of today; absent if there is no form. */
  deadline: v.optional(v.object({ period: PeriodSchema, dueOn: DaySchema })),
});
/** {@link PortalServiceSchema}, parsed. */
export type PortalService = v.InferOutput<typeof PortalServiceSchema>;
