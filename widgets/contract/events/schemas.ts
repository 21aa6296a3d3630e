import * as v from 'valibot';

import { InstantSchema, EmailSchema, PhoneSchema } from '../values/schemas.ts';

/** What can change for a citizen; `subject` is the number of the application, unless said otherwise. */
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
export type EventKind = v.InferOutput<typeof EventKindSchema>;

/** Where an event stands among all events: grows, with gaps. */
export const EventIdSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/));

/** Something of the citizen's has changed. Says what, not how: who needs that, reads it. */
export const PortalEventSchema = v.object({
  id: EventIdSchema,
  kind: EventKindSchema,
  /** A number or an id, as the kind says. */
  subject: v.pipe(v.string(), v.maxLength(100)),
  at: InstantSchema,
});
export type PortalEvent = v.InferOutput<typeof PortalEventSchema>;

/** `GET /v1/events`: what has changed since `after`, oldest first. */
export const EventListSchema = v.object({
  items: v.array(PortalEventSchema),
  /** Where to go on: always there, as there is always more to come. */
  next: EventIdSchema,
  /** True where `after` is so old, or so strange, that something may be missing: read everything anew. */
  reset: v.boolean(),
});

/** What the stream says besides the kinds of events: read everything anew; the session is over. */
export const STREAM_CONTROL_EVENTS = ['reset', 'sessionEnded'] as const;

/** `PUT /v1/notification-preferences`: how the citizen wants to hear of what has changed. The cabinet always tells. */
export const NotificationPreferencesInputSchema = v.object({
  /** Needs an e-mail address in the profile; so does `sms` a telephone. */
  email: v.boolean('required'),
  sms: v.boolean('required'),
  /** No SMS from 21:00 to 9:00 in the region: it waits for the morning. */
  quietAtNight: v.boolean('required'),
});
export type NotificationPreferencesInput = v.InferOutput<typeof NotificationPreferencesInputSchema>;

export const NotificationPreferencesSchema = v.object({
  cabinet: v.literal(true),
  ...NotificationPreferencesInputSchema.entries,
  /** Where it would go: from the profile, absent where there is none. */
  addresses: v.object({ email: v.optional(EmailSchema), phone: v.optional(PhoneSchema) }),
});
export type NotificationPreferences = v.InferOutput<typeof NotificationPreferencesSchema>;
