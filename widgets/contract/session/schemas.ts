import * as v from 'valibot';

import { ACCOUNT_LEVELS, OrganizationSchema, PERSON_NAME_ENTRIES } from '../profile/schemas.ts';
import { InstantSchema } from '../values/schemas.ts';

/** Response of `GET /v1/session`: who has signed in, and until when. */
export const SessionSchema = v.object({
  ...PERSON_NAME_ENTRIES,
  /** Level of the account at ЕСИА. */
  account: v.picklist(ACCOUNT_LEVELS),
  organization: v.optional(OrganizationSchema),
  startedAt: InstantSchema,
  /** When the citizen has to sign in again. */
  endsAt: InstantSchema,
});
/** {@link SessionSchema}, parsed. */
export type SessionInfo = v.InferOutput<typeof SessionSchema>;

/** What a page gets at sign-in and at each renewal. Widgets keep it only in memory. */
export const TokensSchema = v.object({
  /** For the header `Authorization`. */
  accessToken: v.string(),
  /** Lifetime of the access token in seconds. */
  expiresIn: v.pipe(v.number(), v.integer()),
  /** Can be exchanged for new tokens once. */
  renewalToken: v.string(),
});
/** {@link TokensSchema}, parsed. */
export type Tokens = v.InferOutput<typeof TokensSchema>;

/** 32 random bytes in base64url. */
const secretSchema = v.pipe(v.string('required'), v.regex(/^[\w-]{43}$/, 'invalid'));

/** The message (`postMessage`) of the sign-in window to the page that opened it. All scripts of the page hear it. */
export const SignedInSchema = v.object({
  type: v.literal('okno-signed-in'),
  /** The random value that the page gave when it opened the window: it shows that the message answers this page. */
  state: v.string(),
  /** Can be exchanged for tokens once, within a minute, with a proof by the key that the page has named. */
  code: secretSchema,
});
/** {@link SignedInSchema}, parsed. */
export type SignedIn = v.InferOutput<typeof SignedInSchema>;

/** Body of `POST /v1/session/exchanges`: the code that the window has posted, or that stands in the address of the page. */
export const ExchangeInputSchema = v.object({ code: secretSchema });

/** Body of `POST /v1/session/renewals`: the last renewal token, which is exchanged for new tokens. */
export const RenewalInputSchema = v.object({ renewalToken: secretSchema });
