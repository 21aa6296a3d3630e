import * as v from 'valibot';

import type { Answers } from '../../widgets/contract/forms/schemas.ts';
import type { FieldError } from '../../widgets/contract/problems/schemas.ts';
import { UploadSchema, type Upload } from '../../widgets/contract/values/schemas.ts';
import { HttpProblem } from '../http/problem.ts';
import type { DatabaseContext } from '../store/database.ts';

/** A file that a request names, and where it does. */
export interface AttachmentRef {
  pointer: FieldError['pointer'];
  id: Upload['id'];
}

/** The files that are named in a list, by its JSON pointer. */
export const attachmentsAt = (pointer: string, uploads: readonly Upload[]): AttachmentRef[] =>
  uploads.map(({ id }, i) => ({ pointer: `${pointer}/${i}`, id }));

/** The files that answers name. */
export const attachmentsIn = (answers: Answers): AttachmentRef[] =>
  Object.entries(answers).flatMap(([name, answer]) =>
    v.is(v.array(UploadSchema), answer) ? attachmentsAt(`/answers/${name}`, answer) : [],
  );

/**
 * Gives files to the application `number`, each to one: files that belong to nobody yet, or that come over from the application
 * `from`. Refuses others. Runs within a transaction.
 */
export function attachFiles(
  { db }: DatabaseContext,
  attachments: readonly AttachmentRef[],
  { number, from = number }: { number: string; from?: string | undefined },
): void {
  const take = db.prepare(
    `UPDATE uploads SET application = ?1
     WHERE id = ?2 AND state = 'clean' AND (application IS NULL OR application IN (?1, ?3))`,
  );
  const isScanning = db.prepare("SELECT 1 FROM uploads WHERE id = ? AND state = 'scanning'");
  const left = attachments.filter(({ id }) => take.run(number, id, from).changes === 0);
  const errors = left
    .filter(({ id }) => !isScanning.get(id))
    .map(({ pointer }) => ({ pointer, code: 'file' }));
  if (errors.length) throw new HttpProblem('invalid', { errors });
  if (left.length) throw new HttpProblem('scanning', { retryAfter: 1 });
}
