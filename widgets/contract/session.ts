import * as v from 'valibot';

import { AddressSchema, DaySchema, InstantSchema } from './values.ts';

/** How sure ЕСИА is of a person: only a telephone or an e-mail address, data that were checked, identity shown in person. */
export const ACCOUNTS = ['simplified', 'standard', 'confirmed'] as const;
export type Account = (typeof ACCOUNTS)[number];

const NAME = { lastName: v.string(), firstName: v.string(), middleName: v.optional(v.string()) };

/** The legal entity for which a citizen acts. */
export const OrganizationSchema = v.object({
  name: v.string(),
  inn: v.string(),
  ogrn: v.string(),
  position: v.optional(v.string()),
});

/** `GET /v1/session`: who has signed in, and until when. */
export const SessionSchema = v.object({
  ...NAME,
  account: v.picklist(ACCOUNTS),
  organization: v.optional(OrganizationSchema),
  startedAt: InstantSchema,
  endsAt: InstantSchema,
});
export type SessionInfo = v.InferOutput<typeof SessionSchema>;

export const IdentityDocumentSchema = v.object({
  kind: v.picklist(['passport', 'foreignPassport', 'residencePermit']),
  series: v.optional(v.string()),
  number: v.string(),
  issuedOn: v.optional(DaySchema),
  issuedBy: v.optional(v.string()),
});

/** `GET /v1/profile`: what the portal already knows of the citizen who has signed in, for filling forms in beforehand. */
export const ProfileSchema = v.object({
  ...NAME,
  birthDate: v.optional(DaySchema),
  snils: v.optional(v.string()),
  phone: v.optional(v.string()),
  email: v.optional(v.string()),
  /** Where the citizen lives. */
  address: v.optional(AddressSchema),
  /** Where the citizen is registered, if somewhere else. */
  registeredAddress: v.optional(AddressSchema),
  documents: v.optional(v.array(IdentityDocumentSchema)),
  organization: v.optional(OrganizationSchema),
});
export type Profile = v.InferOutput<typeof ProfileSchema>;

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

const secret = v.pipe(v.string('required'), v.regex(/^[\w-]{43}$/, 'invalid'));

/** `POST /v1/session/exchanges`, where sign-in has led back to the page: the code of its address, and what the page kept. */
export const ExchangeInputSchema = v.object({ code: secret, verifier: secret });

/** `POST /v1/session/renewals`. */
export const RenewalInputSchema = v.object({ renewalToken: secret });
