import * as v from 'valibot';

import { EmailSchema, PhoneSchema } from './values.ts';

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
