import * as v from 'valibot';

import { CaseNumberSchema, DaySchema, InstantSchema } from '../values/schemas.ts';

/** How the applicant is told what happens: by e-mail, by SMS. */
export const TOLD_BY = ['email', 'sms'] as const;

/** What the portal certifies: that it has an application of this number, and what it has promised. Without the code, which opens the case. */
export const ReceiptSchema = v.object({
  number: CaseNumberSchema,
  /** Title of the service, and of the agency that answers. */
  service: v.string(),
  agency: v.string(),
  /** Name of the applicant as she has written it; absent where the form does not ask for it. */
  applicant: v.optional(v.string()),
  submittedAt: InstantSchema,
  /** The day of registration; absent where it is the day on which it came. */
  registeredOn: v.optional(DaySchema),
  /** The last day of the answer. */
  dueOn: DaySchema,
  /** The ways for which the application has an address. */
  toldBy: v.pipe(v.array(v.picklist(TOLD_BY)), v.maxLength(TOLD_BY.length)),
});
/** {@link ReceiptSchema}, parsed. */
export type Receipt = v.InferOutput<typeof ReceiptSchema>;
/** Whether a value is a receipt. */
export const isReceipt = (value: unknown): value is Receipt => v.is(ReceiptSchema, value);

const base64url = v.pipe(v.string(), v.regex(/^[\w-]+$/));

/**
 * A {@link ReceiptSchema} that the portal has signed: a JWS (RFC 7515) in its compact form, `header.content.signature`, each in base64url, with
 * the algorithm `EdDSA` and the key Ed25519 (RFC 8037) that `kid` names.
 */
export const SignedReceiptSchema = v.pipe(v.string(), v.maxLength(4000), v.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/));

/** Whether a text has the form of a {@link SignedReceiptSchema}. */
export const isSignedReceipt = (text: string): boolean => v.is(SignedReceiptSchema, text);

/** A public key of the portal as a JWK (RFC 8037); `kid` is its thumbprint (RFC 7638). */
const ReceiptKeySchema = v.object({
  kty: v.literal('OKP'),
  crv: v.literal('Ed25519'),
  x: base64url,
  kid: base64url,
  alg: v.literal('EdDSA'),
  use: v.literal('sig'),
});
/** Response of `GET /v1/receipt-keys`: the keys by which receipts are checked, also those that sign no more. */
export const ReceiptKeysSchema = v.object({ keys: v.pipe(v.array(ReceiptKeySchema), v.maxLength(20)) });
/** {@link ReceiptKeysSchema}, parsed. */
export type ReceiptKeys = v.InferOutput<typeof ReceiptKeysSchema>;
