import * as v from 'valibot';

import { InstantSchema } from '../values/schemas.ts';

/** Ways to send a code to the applicant: to the e-mail address or the telephone of the application. */
export const ChannelSchema = v.picklist(['email', 'sms']);
/** {@link ChannelSchema}, parsed. */
export type Channel = v.InferOutput<typeof ChannelSchema>;

/** Body of `POST /v1/applications/{number}/step-ups`. */
export const StepUpInputSchema = v.object({ channel: v.picklist(ChannelSchema.options, 'required') });

/** Response `201` to it: a code of six digits has been sent. */
export const StepUpSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  /** The address, masked: `а•••@example.ru`, `+7 ••• •••-45-67`. */
  sentTo: v.string(),
  /** Until when the code is good. */
  expiresAt: InstantSchema,
});
/** {@link StepUpSchema}, parsed. */
export type StepUp = v.InferOutput<typeof StepUpSchema>;

/** Body of `POST /v1/applications/{number}/step-ups/{stepUp}/confirmations`: the six digits, with or without spaces. */
export const ConfirmationInputSchema = v.object({
  code: v.pipe(
    v.string('required'),
    v.transform((typed) => typed.replace(/\s/g, '')),
    v.nonEmpty('required'),
    v.regex(/^\d{6}$/, 'digits'),
  ),
});

/** Response `201` to it. */
export const CaseAccessSchema = v.object({
  /** For the header `Okno-Case-Access`, of this case only. A page keeps it in memory. */
  access: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  expiresAt: InstantSchema,
});
/** {@link CaseAccessSchema}, parsed. */
export type CaseAccess = v.InferOutput<typeof CaseAccessSchema>;
