import * as v from 'valibot';

import { FILE_MAX_BYTES, FILE_TYPES } from './limits.ts';
import { InstantSchema, UploadSchema } from '../values/schemas.ts';

/** States of an upload: `receiving` is incomplete, `scanning` is being checked, `clean` may be sent with an application. */
export const UPLOAD_STATES = ['receiving', 'scanning', 'clean', 'refused'] as const;

/** Response of `GET /v1/uploads/{id}`: the state of an upload. */
export const UploadRecordSchema = v.object({
  id: UploadSchema.entries.id,
  name: UploadSchema.entries.name,
  /** Size of the whole file in bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FILE_MAX_BYTES)),
  /** Number of bytes that the portal has stored. */
  received: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FILE_MAX_BYTES)),
  /** Media type, detected from the content. Absent until the file is complete, and if the portal does not accept the type. */
  type: v.optional(v.picklist(FILE_TYPES)),
  state: v.picklist(UPLOAD_STATES),
  /**
   * Why it was refused. `type`: it is no JPEG, PNG or PDF; `broken`: a part of the picture is missing; `locked`: it opens only with a
   * password; `unsafe`: the scan found something harmful.
   */
  refusal: v.optional(v.picklist(['type', 'broken', 'locked', 'unsafe'])),
  /** When the portal deletes it, unless an application with it is sent before. */
  expiresAt: InstantSchema,
});
/** {@link UploadRecordSchema}, parsed. */
export type UploadRecord = v.InferOutput<typeof UploadRecordSchema>;
