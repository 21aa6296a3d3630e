import * as v from 'valibot';

import { AddressSchema, DaySchema } from '../values/schemas.ts';

/** Fields of a person's name, for object schemas. */
export const PERSON_NAME_ENTRIES = {
  lastName: v.string(),
  firstName: v.string(),
  middleName: v.optional(v.string()),
};

/**
 * Levels of an account at ЕСИА. `simplified`: only a telephone or an e-mail address is known; `standard`: the data were checked;
 * `confirmed`: the person has shown a passport in person.
 */
export const ACCOUNT_LEVELS = ['simplified', 'standard', 'confirmed'] as const;
/** One of {@link ACCOUNT_LEVELS}. */
export type AccountLevel = (typeof ACCOUNT_LEVELS)[number];

/** The organization for which a citizen acts. */
export const OrganizationSchema = v.object({
  name: v.string(),
  inn: v.string(),
  ogrn: v.string(),
  /** What the citizen is there: «Директор». */
  position: v.optional(v.string()),
});

/** A document that proves who a citizen is. */
export const IdentityDocumentSchema = v.object({
  kind: v.picklist(['passport', 'foreignPassport', 'residencePermit']),
  series: v.optional(v.string()),
  number: v.string(),
  issuedOn: v.optional(DaySchema),
  issuedBy: v.optional(v.string()),
});

/** Response of `GET /v1/profile`: what the portal knows of the citizen who has signed in. Forms are prefilled from it. */
export const ProfileSchema = v.object({
  ...PERSON_NAME_ENTRIES,
  birthDate: v.optional(DaySchema),
  snils: v.optional(v.string()),
  phone: v.optional(v.string()),
  email: v.optional(v.string()),
  /** Where the citizen lives. */
  address: v.optional(AddressSchema),
  /** Where the citizen is registered, if that is another address. */
  registeredAddress: v.optional(AddressSchema),
  documents: v.optional(v.array(IdentityDocumentSchema)),
  organization: v.optional(OrganizationSchema),
});
/** {@link ProfileSchema}, parsed. */
export type Profile = v.InferOutput<typeof ProfileSchema>;
