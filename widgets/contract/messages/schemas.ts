import * as v from 'valibot';

import { InstantSchema, UploadSchema } from '../values/schemas.ts';

/** Who does something in a case; never a name. */
const ROLES = [
  'applicant',
  'specialist',
  /** Another body, which answers a request. */
  'otherAgency',
] as const;
export const CaseRoleSchema = v.picklist(ROLES);
export type CaseRole = v.InferOutput<typeof CaseRoleSchema>;

/** What was written in a case: by the body, or by the applicant in answer to it. */
export const CaseMessageSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  at: InstantSchema,
  role: CaseRoleSchema,
  text: v.string(),
  /** What the applicant attached. */
  uploads: v.optional(v.array(UploadSchema)),
  /** When the citizen marked it as read; his own messages are read. */
  readAt: v.optional(InstantSchema),
});
export type CaseMessage = v.InferOutput<typeof CaseMessageSchema>;

/** `GET /v1/applications/{number}/messages`, oldest first. */
export const CaseMessageListSchema = v.object({
  items: v.array(CaseMessageSchema),
  next: v.optional(CaseMessageSchema.entries.id),
});

/** `PATCH /v1/applications/{number}/messages/{message}` */
export const CaseMessageChangeSchema = v.object({ read: v.literal(true, 'required') });

/** A file that the body has issued; its bytes are below `/v1/applications/{number}/files/{file}`. */
export const CaseFileSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  /** As people call it, with its ending. */
  name: v.string(),
  /** Bytes. */
  size: v.number(),
  /** Media type, found by the content. */
  type: v.string(),
  issuedAt: InstantSchema,
});
export type CaseFile = v.InferOutput<typeof CaseFileSchema>;

/** `GET /v1/applications/{number}/files`, oldest first. */
export const CaseFileListSchema = v.object({ items: v.array(CaseFileSchema) });
