import * as v from 'valibot';

import { AgencyContactSchema } from '../forms/schemas.ts';
import { CaseNumberSchema, InstantSchema } from '../values/schemas.ts';

const IdSchema = v.pipe(v.string(), v.uuid());

/** A free time for a visit. Instants have the offset of the region. */
export const SlotSchema = v.object({ startsAt: InstantSchema, endsAt: InstantSchema });
export type Slot = v.InferOutput<typeof SlotSchema>;

/** `GET /v1/offices/{slug}/slots`, the earliest first. */
export const SlotListSchema = v.object({ items: v.array(SlotSchema) });

/** `POST /v1/appointments`, with an `Idempotency-Key`. */
export const AppointmentInputSchema = v.object({
  /** Slug of the agency. */
  office: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(100, 'tooLong')),
  startsAt: v.pipe(v.string('required'), v.isoTimestamp('slot')),
  /** Number of the application that the visit is about. */
  application: v.optional(CaseNumberSchema),
});
export type AppointmentInput = v.InferInput<typeof AppointmentInputSchema>;

/** `PATCH /v1/appointments/{id}`, with an `Idempotency-Key`: another time in the same office. */
export const AppointmentMoveSchema = v.object({ startsAt: AppointmentInputSchema.entries.startsAt });

/** A visit that was agreed upon. */
export const AppointmentSchema = v.object({
  id: IdSchema,
  office: AgencyContactSchema,
  ...SlotSchema.entries,
  application: v.optional(CaseNumberSchema),
  /** `over`: its time has passed. */
  state: v.picklist(['booked', 'over', 'cancelled']),
});
export type Appointment = v.InferOutput<typeof AppointmentSchema>;

/** `GET /v1/appointments`, the latest first. */
export const AppointmentListSchema = v.object({
  items: v.array(AppointmentSchema),
  /** Give it as `after` for the rest. */
  next: v.optional(IdSchema),
});
