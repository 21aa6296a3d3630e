import * as v from 'valibot';

import { FILE_MAX_BYTES, FILE_TYPES } from '../forms/schemas.ts';
import { InstantSchema, UploadSchema } from '../values/schemas.ts';

/** Where a file can stand: on its way, looked through, good for an application, or not taken. */
export const UPLOAD_STATES = ['receiving', 'scanning', 'clean', 'refused'] as const;

/** `GET /v1/uploads/{id}`: what has come of a file. */
export const UploadRecordSchema = v.object({
  id: UploadSchema.entries.id,
  name: UploadSchema.entries.name,
  /** Bytes, all of them. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FILE_MAX_BYTES)),
  /** Bytes that the portal has. */
  received: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FILE_MAX_BYTES)),
  /** Media type, found by the content; absent until all of it is there, and where it is of no kind that the portal takes. */
  type: v.optional(v.picklist(FILE_TYPES)),
  state: v.picklist(UPLOAD_STATES),
  /** Why it was not taken: it is no JPEG, PNG or PDF; or the scan found something harmful. */
  refusal: v.optional(v.picklist(['type', 'unsafe'])),
  /** When the portal forgets it, unless it goes with an application before. */
  expiresAt: InstantSchema,
});
export type UploadRecord = v.InferOutput<typeof UploadRecordSchema>;
