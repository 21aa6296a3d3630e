import * as v from 'valibot';

import { ACCOUNT_LEVELS, OrganizationSchema, PERSON_NAME_ENTRIES } from '../profile/schemas.ts';
import { InstantSchema } from '../values/schemas.ts';

/** `GET /v1/session`: who has signed in, and until when. */
export const SessionSchema = v.object({
  ...PERSON_NAME_ENTRIES,
  account: v.picklist(ACCOUNT_LEVELS),
  organization: v.optional(OrganizationSchema),
  startedAt: InstantSchema,
  endsAt: InstantSchema,
});
export type SessionInfo = v.InferOutput<typeof SessionSchema>;

/** What a page is given when someone has signed in, and at each renewal. Kept in memory only. */
export const TokensSchema = v.object({
  accessToken: v.string(),
  /** Seconds. */
  expiresIn: v.pipe(v.number(), v.integer()),
  /** Gives the next tokens, once; then it is worth nothing. */
  renewalToken: v.string(),
});
export type Tokens = v.InferOutput<typeof TokensSchema>;

/** What the sign-in window posts to the page that opened it. */
export const SignedInSchema = v.object({
  type: v.literal('okno-signed-in'),
  /** The value that the page gave when it opened the window. */
  state: v.string(),
  ...TokensSchema.entries,
});
export type SignedIn = v.InferOutput<typeof SignedInSchema>;

const secretSchema = v.pipe(v.string('required'), v.regex(/^[\w-]{43}$/, 'invalid'));

/** `POST /v1/session/exchanges`, where sign-in has led back to the page: the code of its address, and what the page kept. */
export const ExchangeInputSchema = v.object({ code: secretSchema, verifier: secretSchema });

/** `POST /v1/session/renewals`. */
export const RenewalInputSchema = v.object({ renewalToken: secretSchema });
