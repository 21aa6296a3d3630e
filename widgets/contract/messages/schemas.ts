import * as v from 'valibot';

import { AnyWordSchema, InstantSchema, UploadSchema, textSchema } from '../values/schemas.ts';

/** Who does something in a case. The contract has roles, never names of officials. */
const CASE_ROLES = [
  'applicant',
  'specialist',
  /** Another agency, which answers a request for information. */
  'otherAgency',
] as const;
/** One of `CASE_ROLES`. */
export const CaseRoleSchema = v.picklist(CASE_ROLES);
/** {@link CaseRoleSchema}, parsed. */
export type CaseRole = v.InferOutput<typeof CaseRoleSchema>;
/** A message in a case: from the agency, or an answer of the applicant. */
export const CaseMessageSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  /** When it was written. */
  at: InstantSchema,
  /** Who wrote it: one of `CASE_ROLES`, or one of a newer portal. */
  role: AnyWordSchema,
  text: v.string(),
  /** Files that the applicant attached. */
  uploads: v.optional(v.array(UploadSchema)),
  /** When the citizen marked it as read; absent until then. His own messages are read from the start. */
  readAt: v.optional(InstantSchema),
});
/** {@link CaseMessageSchema}, parsed. */
export type CaseMessage = v.InferOutput<typeof CaseMessageSchema>;

/** Response of `GET /v1/applications/{number}/messages`, newest first. `next` is the `after` of the next page. */
export const CaseMessageListSchema = v.object({
  items: v.array(CaseMessageSchema),
  next: v.optional(CaseMessageSchema.entries.id),
});

/**
 * Body of `POST /v1/applications/{number}/messages` and `POST …/answers`: what the applicant writes to the agency, as text, files or
 * both.
 */
export const CaseMessageInputSchema = v.pipe(
  v.object({
    text: v.optional(textSchema(4000)),
    uploads: v.optional(v.pipe(v.array(UploadSchema), v.maxLength(10, 'tooMany'))),
  }),
  v.forward(
    v.partialCheck(
      [['text'], ['uploads']],
      ({ text, uploads }) => text !== undefined || !!uploads?.length,
      'required',
    ),
    ['text'],
  ),
);
/** {@link CaseMessageInputSchema}, parsed. */
export type CaseMessageInput = v.InferOutput<typeof CaseMessageInputSchema>;

/** Body of `PATCH /v1/applications/{number}/messages/{message}`: a message cannot become unread again. */
export const CaseMessageChangeSchema = v.object({ read: v.literal(true, 'required') });

/** A file from the agency. Its bytes are at `/v1/applications/{number}/files/{id}`. */
export const CaseFileSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  /** File name with its extension: «Решение.pdf». */
  name: v.string(),
  /** Number of bytes. */
  size: v.number(),
  /** Media type, detected from the content. */
  type: v.string(),
  issuedAt: InstantSchema,
});
/** {@link CaseFileSchema}, parsed. */
export type CaseFile = v.InferOutput<typeof CaseFileSchema>;

/** Response of `GET /v1/applications/{number}/files`, oldest first. */
export const CaseFileListSchema = v.object({ items: v.array(CaseFileSchema) });

/** Response of `GET /v1/applications/{number}/files/{file}/signature`: whether the file is as the agency has signed it. */
export const FileSignatureSchema = v.object({
  valid: v.boolean(),
  /** Who has signed, if the signature is valid: an agency. */
  signer: v.optional(v.string()),
  /** Why the signature is not valid, in Russian. */
  reason: v.optional(v.string()),
  checkedAt: InstantSchema,
  /** What the citizen has to know about the answer, in Russian: in the sandbox, that it is invented. */
  note: v.optional(v.string()),
});
/** {@link FileSignatureSchema}, parsed. */
export type FileSignature = v.InferOutput<typeof FileSignatureSchema>;
