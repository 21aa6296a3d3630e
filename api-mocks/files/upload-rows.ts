import { readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import { FILE_TYPES } from '../../widgets/contract/forms/schemas.ts';
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
  /** Its name. */
  sealed: v.instance(Uint8Array),
  size: v.number(),
  received: v.number(),
  type: v.nullable(v.picklist(FILE_TYPES)),
  state: v.picklist(UPLOAD_STATES),
  refusal: v.nullable(UploadRecordSchema.entries.refusal.wrapped),
  citizen: v.nullable(v.string()),
  keptUntil: v.string(),
});
/** A file on its way, or arrived and not yet named by an application, as the database keeps it. */
export type UploadRow = v.InferOutput<typeof RowSchema>;

/**
 * The row of a file. Its address is the key to it, for anybody but another citizen than the one who has sent it: what is
 * somebody else's looks like what is not there.
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

export const uploadNameOf = ({ key }: KeyContext, { sealed }: UploadRow): string =>
  v.parse(v.string(), unseal(key, sealed));

/** What is told of it to whoever sends it. */
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

/** Deletes a file and what is known of it. */
export async function deleteUpload(
  { db, uploadFolder }: DatabaseContext & UploadFolderContext,
  id: string,
): Promise<void> {
  db.prepare('DELETE FROM uploads WHERE id = ?').run(id);
  await rm(join(uploadFolder, id), { force: true });
}

/** Deletes files that did not arrive in time, or that no application has named; and bytes that have no row any more. */
export function deleteExpiredUploads({
  db,
  uploadFolder: folder,
  wallNow,
}: DatabaseContext & UploadFolderContext & WallClockContext): void {
  db.prepare('DELETE FROM uploads WHERE application IS NULL AND keptUntil <= ?').run(wallNow().toISOString());
  const known = new Set(
    db
      .prepare("SELECT id FROM uploads WHERE state <> 'refused'")
      .all()
      .map(({ id }) => id),
  );
  for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name), { force: true });
}
