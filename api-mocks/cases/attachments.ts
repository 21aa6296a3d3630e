import * as v from 'valibot';

import type { Answers } from '../../widgets/contract/forms/schemas.ts';
import type { FieldError } from '../../widgets/contract/problems/schemas.ts';
import { UploadSchema, type Upload } from '../../widgets/contract/values/schemas.ts';
import { HttpProblem } from '../http/problem.ts';
import type { DatabaseContext } from '../store/database.ts';

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

/**
 * Attaches uploads to the application `number`. An upload belongs to one application only. It may belong to none before, or
 * to the application `from`: a correction takes over the files of the refused application. Runs within a transaction.
 *
 * Throws 422 `invalid` with the code `file` for each upload that does not exist, was refused, or belongs to another
 * application. Throws 409 `scanning` with `Retry-After` if some are not scanned yet and all others are fine.
 */
export function attachFiles(
  { db }: DatabaseContext,
  attachments: readonly AttachmentRef[],
  { number, from = number }: { number: string; from?: string | undefined },
): void {
  const attach = db.prepare(
    `UPDATE uploads SET application = ?1
     WHERE id = ?2 AND state = 'clean' AND (application IS NULL OR application IN (?1, ?3))`,
  );
  const isScanning = db.prepare("SELECT 1 FROM uploads WHERE id = ? AND state = 'scanning'");
  const notAttached = attachments.filter(({ id }) => attach.run(number, id, from).changes === 0);
  const errors = notAttached
    .filter(({ id }) => !isScanning.get(id))
    .map(({ pointer }) => ({ pointer, code: 'file' }));
  if (errors.length) throw new HttpProblem('invalid', { errors });
  if (notAttached.length) throw new HttpProblem('scanning', { retryAfter: 1 });
}
