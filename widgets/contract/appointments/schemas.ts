import * as v from 'valibot';

import { AgencyContactSchema } from '../forms/schemas.ts';
import { AnyWordSchema, CaseNumberSchema, InstantSchema } from '../values/schemas.ts';

const IdSchema = v.pipe(v.string(), v.uuid());

/** A free slot: the start and the end of a visit. The instants have the offset of the region. */
export const SlotSchema = v.object({ startsAt: InstantSchema, endsAt: InstantSchema });
/** {@link SlotSchema}, parsed. */
export type Slot = v.InferOutput<typeof SlotSchema>;

/** Response of `GET /v1/offices/{office}/slots`, the earliest first. */
export const SlotListSchema = v.object({ items: v.array(SlotSchema) });

/** Body of `POST /v1/appointments`, with an `Idempotency-Key`. */
export const AppointmentInputSchema = v.object({
  /** Slug of the agency. */
  office: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(100, 'tooLong')),
  /** The start of a free slot, as the list of slots gives it. */
  startsAt: v.pipe(v.string('required'), v.isoTimestamp('slot')),
  /** Number of the application that the visit is about. */
  application: v.optional(CaseNumberSchema),
});
/** {@link AppointmentInputSchema}, before parsing: what a widget sends. */
export type AppointmentInput = v.InferInput<typeof AppointmentInputSchema>;

/** Body of `PATCH /v1/appointments/{id}`, with an `Idempotency-Key`: another slot in the same office. */
export const AppointmentMoveSchema = v.object({ startsAt: AppointmentInputSchema.entries.startsAt });

/** States of an appointment. `booked`: the citizen is expected; `over`: its time has passed. */
export type AppointmentState = 'booked' | 'over' | 'cancelled';

/** An appointment of a citizen in an office. */
export const AppointmentSchema = v.object({
  id: IdSchema,
  office: AgencyContactSchema,
  ...SlotSchema.entries,
  /** Number of the application that the visit is about. */
  application: v.optional(CaseNumberSchema),
  /** An {@link AppointmentState}, or one of a newer portal. */
  state: AnyWordSchema,
  /** The name of the state, in Russian; there for one that is not in this list. */
  stateTitle: v.optional(v.string()),
});
/** {@link AppointmentSchema}, parsed. */
export type Appointment = v.InferOutput<typeof AppointmentSchema>;

/** Response of `GET /v1/appointments`, the latest first. */
export const AppointmentListSchema = v.object({
  items: v.array(AppointmentSchema),
  /** The `after` of the next page; absent on the last. */
  next: v.optional(IdSchema),
});
