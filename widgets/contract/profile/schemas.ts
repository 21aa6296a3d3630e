import * as v from 'valibot';

import { AddressSchema, DaySchema } from '../values/schemas.ts';

/** What a person is called. */
export const PERSON_NAME_ENTRIES = {
  lastName: v.string(),
  firstName: v.string(),
  middleName: v.optional(v.string()),
};

/** How sure ЕСИА is of a person: only a telephone or an e-mail address, data that were checked, identity shown in person. */
export const ACCOUNT_LEVELS = ['simplified', 'standard', 'confirmed'] as const;
export type AccountLevel = (typeof ACCOUNT_LEVELS)[number];

/** The legal entity for which a citizen acts. */
export const OrganizationSchema = v.object({
  name: v.string(),
  inn: v.string(),
  ogrn: v.string(),
  position: v.optional(v.string()),
});

export const IdentityDocumentSchema = v.object({
  kind: v.picklist(['passport', 'foreignPassport', 'residencePermit']),
  series: v.optional(v.string()),
  number: v.string(),
  issuedOn: v.optional(DaySchema),
  issuedBy: v.optional(v.string()),
});

/** `GET /v1/profile`: what the portal already knows of the citizen who has signed in, for filling forms in beforehand. */
export const ProfileSchema = v.object({
  ...PERSON_NAME_ENTRIES,
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
