import * as v from 'valibot';

import type { Answers } from '../../widgets/contract/answers/schemas.ts';
import type { FieldError } from '../../widgets/contract/problems/schemas.ts';
import { UploadSchema, type Upload } from '../../widgets/contract/values/schemas.ts';
import { HttpProblem } from '../http/problem.ts';
import type { DatabaseContext } from '../store/database.ts';
import { unseal, type KeyContext } from '../store/sealing.ts';

/** An upload that a request names, and the place in the request that names it. */
export interface AttachmentRef {
  /** JSON pointer: `/answers/benefitDocument/0`. */
  pointer: FieldError['pointer'];
  /** Id of the upload. */
  id: Upload['id'];
}

/**
 * The uploads of a list that stands at a JSON pointer.
 *
 * @example attachmentsAt('/uploads', [{ id: 'u1', name: 'a.pdf', size: 9, type: 'application/pdf' }]) // [{ pointer: '/uploads/0', id: 'u1' }]
 */
export const attachmentsAt = (pointer: string, uploads: readonly Upload[]): AttachmentRef[] =>
  uploads.map(({ id }, i) => ({ pointer: `${pointer}/${i}`, id }));

/** The uploads that the answers to a form name, each with its pointer. */
export const attachmentsIn = (answers: Answers): AttachmentRef[] =>
  Object.entries(answers).flatMap(([name, answer]) =>
    v.is(v.array(UploadSchema), answer) ? attachmentsAt(`/answers/${name}`, answer) : [],
  );

/** Whose uploads may be named. */
interface Owner {
  /** Id of the citizen whose application it is; `null` if she has not signed in. */
  citizen: string | null;
  /** Number of the refused application that is corrected: it may have the uploads already. */
  corrects?: string | null;
}

/** A row of the table `uploads`, as far as it matters here. */
const RowSchema = v.object({
  state: v.string(),
  sealed: v.instance(Uint8Array),
  size: v.number(),
  type: v.nullable(v.string()),
});

/**
 * Finds the uploads that a request names, by their ids: name, size and type are those that the portal has found, whatever the request
 * says. An upload belongs to one application only, and one that a citizen has sent to her applications.
 *
 * Throws 422 `invalid` with the code `file` for each upload that does not exist, was refused, or belongs to somebody else. Throws 409
 * `scanning` with `Retry-After` if some are not scanned yet and all others are fine.
 */
export function requireUploads(
  { db, key }: DatabaseContext & KeyContext,
  attachments: readonly AttachmentRef[],
  { citizen, corrects = null }: Owner,
): Map<string, Upload> {
  const select = db.prepare(
    `SELECT * FROM uploads WHERE id = ?1 AND (citizen IS NULL OR citizen = ?2)
     AND (application IS NULL OR application = ?3)`,
  );
  const rows = attachments.map(({ id, pointer }) => ({
    id,
    pointer,
    row: v.parse(v.optional(RowSchema), select.get(id, citizen, corrects)),
  }));
  const errors = rows
    .filter(({ row }) => row?.state !== 'clean' && row?.state !== 'scanning')
    .map(({ pointer }) => ({ pointer, code: 'file' }));
  if (errors.length) throw new HttpProblem('invalid', { errors });
  if (rows.some(({ row }) => row?.state === 'scanning')) throw new HttpProblem('scanning', { retryAfter: 1 });
  return new Map(
    rows.map(({ id, row }) => [
      id,
      v.parse(UploadSchema, { id, name: row && unseal(key, row.sealed), size: row?.size, type: row?.type }),
    ]),
  );
}

/** Replaces the uploads in answers by those that the portal has found (`requireUploads`). */
export const answersWithUploads = (answers: Answers, uploads: ReadonlyMap<string, Upload>): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      Array.isArray(answer) ? answer.map((upload) => uploads.get(upload.id) ?? upload) : answer,
    ]),
  );

/** Attaches uploads to the application `number`. Runs within the transaction that has found them. */
export function attachUploads({ db }: DatabaseContext, ids: Iterable<string>, number: string): void {
  const attach = db.prepare('UPDATE uploads SET application = ? WHERE id = ?');
  for (const id of ids) attach.run(number, id);
}
