import * as v from 'valibot';

import { AddressSchema, DaySchema } from './values.ts';

/** `GET /v1/profile`: what the portal already knows of the citizen who has signed in, for filling forms in beforehand. */
export const ProfileSchema = v.object({
  lastName: v.string(),
  firstName: v.string(),
  middleName: v.optional(v.string()),
  birthDate: v.optional(DaySchema),
  snils: v.optional(v.string()),
  phone: v.optional(v.string()),
  email: v.optional(v.string()),
  address: v.optional(AddressSchema),
});
export type Profile = v.InferOutput<typeof ProfileSchema>;

/** What the sign-in window posts to the page that opened it. The token is kept in memory only. */
export const SignedInSchema = v.object({
  type: v.literal('okno-signed-in'),
  /** The value that the page gave when it opened the window. */
  state: v.string(),
  accessToken: v.string(),
  /** Seconds. */
  expiresIn: v.number(),
});
export type SignedIn = v.InferOutput<typeof SignedInSchema>;
