import * as v from 'valibot';

import { InstantSchema, EmailSchema, PhoneSchema } from '../values/schemas.ts';

/** Kinds of events. `PortalEvent.subject` is the number of the application, unless a kind says otherwise. */
export const EVENT_KINDS = [
  'applicationChanged',
  'messageReceived',
  'invoiceIssued',
  'invoicePaid',
  /** `subject`: the id of the appointment. */
  'appointmentChanged',
  /** `subject`: the number of the complaint. */
  'complaintChanged',
  /** `subject`: the id of the request. */
  'instantReady',
  /** `subject`: the id of the upload. */
  'uploadScanned',
] as const;
const EventKindSchema = v.picklist(EVENT_KINDS);
/** One of {@link EVENT_KINDS}, as a type. */
export type EventKind = v.InferOutput<typeof EventKindSchema>;

/** Id of an event: a number that grows with every event, with gaps. */
export const EventIdSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/));

/** Something has changed for the citizen. The event names what has changed; the new state has to be requested. */
export const PortalEventSchema = v.object({
  id: EventIdSchema,
  kind: EventKindSchema,
  /** A number or an id, depending on the kind: see {@link EVENT_KINDS}. */
  subject: v.pipe(v.string(), v.maxLength(100)),
  at: InstantSchema,
});
/** {@link PortalEventSchema}, parsed. */
export type PortalEvent = v.InferOutput<typeof PortalEventSchema>;

/** Response of `GET /v1/events`: the events since `after`, oldest first. */
export const EventListSchema = v.object({
  items: v.array(PortalEventSchema),
  /** The `after` of the next request. Always present: more events can come at any time. */
  next: EventIdSchema,
  /** True if `after` is too old or unknown, so events may be missing: request everything again. */
  reset: v.boolean(),
});

/**
 * Events of the stream that are no `PortalEvent`. `reset`: request everything again; `sessionEnded`: the session and the stream
 * end.
 */
export const STREAM_CONTROL_EVENTS = ['reset', 'sessionEnded'] as const;

/** Body of `PUT /v1/notification-preferences`: how the citizen is notified, besides the notices in the cabinet. */
export const NotificationPreferencesInputSchema = v.object({
  /** Needs an e-mail address in the profile, as `sms` needs a telephone. */
  email: v.boolean('required'),
  sms: v.boolean('required'),
  /** No SMS from 21:00 to 9:00 in the region: they are sent in the morning. */
  quietAtNight: v.boolean('required'),
});
/** {@link NotificationPreferencesInputSchema}, parsed. */
export type NotificationPreferencesInput = v.InferOutput<typeof NotificationPreferencesInputSchema>;

/** Response of `GET` and `PUT /v1/notification-preferences`. */
export const NotificationPreferencesSchema = v.object({
  /** The cabinet shows every notice; this cannot be turned off. */
  cabinet: v.literal(true),
  ...NotificationPreferencesInputSchema.entries,
  /** Addresses that notifications go to, from the profile; absent if the profile has none. */
  addresses: v.object({ email: v.optional(EmailSchema), phone: v.optional(PhoneSchema) }),
});
/** {@link NotificationPreferencesSchema}, parsed. */
export type NotificationPreferences = v.InferOutput<typeof NotificationPreferencesSchema>;
