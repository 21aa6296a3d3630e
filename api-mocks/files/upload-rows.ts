import { readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import { FILE_TYPES } from '../../widgets/contract/uploads/limits.ts';
import {
  UPLOAD_STATES,
  UploadRecordSchema,
  type UploadRecord,
} from '../../widgets/contract/uploads/schemas.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import { unseal, type KeyContext } from '../store/sealing.ts';
import type { UploadFolderContext } from './upload-files.ts';

const RowSchema = v.object({
  id: v.string(),
  /** The file's name, encrypted. */
  sealed: v.instance(Uint8Array),
  size: v.number(),
  received: v.number(),
  type: v.nullable(v.picklist(FILE_TYPES)),
  state: v.picklist(UPLOAD_STATES),
  refusal: v.nullable(UploadRecordSchema.entries.refusal.wrapped),
  citizen: v.nullable(v.string()),
  keptUntil: v.string(),
});
/**
 * An upload as the database stores it, until an application names it. `size` and `received` are bytes. Its state changes in
 * this order:
 *
 * | state       | when                                                                  |
 * | ----------- | --------------------------------------------------------------------- |
 * | `receiving` | fewer than `size` bytes have arrived                                  |
 * | `scanning`  | all bytes are here, and the content is of an allowed type             |
 * | `clean`     | the scan has found nothing: an application may name it                |
 * | `refused`   | the type is not allowed, or the scan found something (`refusal`)      |
 */
export type UploadRow = v.InferOutput<typeof RowSchema>;

/**
 * Finds an upload that no application has yet. Anybody who knows its address may use it, because the id cannot be guessed. An
 * upload of a citizen is closed to other citizens. Throws 404 `not-found` to them, and if there is none or it has expired.
 */
export function requireUpload(
  { db, wallNow }: DatabaseContext & WallClockContext,
  id: string,
  citizen: Citizen | undefined,
): UploadRow {
  const row = db
    .prepare('SELECT * FROM uploads WHERE id = ? AND application IS NULL AND keptUntil > ?')
    .get(id, wallNow().toISOString());
  if (!row) throw new HttpProblem('not-found');
  const upload = v.parse(RowSchema, row);
  if (citizen && upload.citizen !== null && upload.citizen !== citizen.id) throw new HttpProblem('not-found');
  return upload;
}

/** Decrypts the name of an upload: `справка.pdf`. */
export const uploadNameOf = ({ key }: KeyContext, { sealed }: UploadRow): string =>
  v.parse(v.string(), unseal(key, sealed));

/** An upload as the one who sends it sees it. */
export const uploadRecordOf = (context: KeyContext, row: UploadRow): UploadRecord => ({
  id: row.id,
  name: uploadNameOf(context, row),
  size: row.size,
  received: row.received,
  state: row.state,
  expiresAt: row.keptUntil,
  ...(row.type && { type: row.type }),
  ...(row.refusal && { refusal: row.refusal }),
});

/** Deletes an upload: its row and its bytes. */
export async function deleteUpload(
  { db, uploadFolder }: DatabaseContext & UploadFolderContext,
  id: string,
): Promise<void> {
  db.prepare('DELETE FROM uploads WHERE id = ?').run(id);
  await rm(join(uploadFolder, id), { force: true });
}

/**
 * Deletes uploads that did not arrive in time, and those that no application has named in time. Deletes files without a row,
 * and those of refused uploads, too: a portal that was killed may have left them.
 */
export function deleteExpiredUploads({
  db,
  uploadFolder: folder,
  wallNow,
}: DatabaseContext & UploadFolderContext & WallClockContext): void {
  db.prepare('DELETE FROM uploads WHERE application IS NULL AND keptUntil <= ?').run(wallNow().toISOString());
  const knownIds = new Set(
    db
      .prepare("SELECT id FROM uploads WHERE state <> 'refused'")
      .all()
      .map(({ id }) => id),
  );
  for (const name of readdirSync(folder))
    if (!knownIds.has(name)) rmSync(join(folder, name), { force: true });
}
