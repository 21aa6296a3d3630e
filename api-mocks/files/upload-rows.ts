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
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { unseal } from '../store/sealed.ts';

const RowSchema = v.object({
  id: v.string(),
  sealed: v.instance(Uint8Array),
  size: v.number(),
  received: v.number(),
  type: v.nullable(v.picklist(FILE_TYPES)),
  state: v.picklist(UPLOAD_STATES),
  refusal: v.nullable(UploadRecordSchema.entries.refusal.wrapped),
  citizen: v.nullable(v.string()),
  keptUntil: v.string(),
});
export type UploadRow = v.InferOutput<typeof RowSchema>;

/** A file on its way, or arrived and not yet named by an application. */
export function findUpload({ db, real }: Sandbox, id: string): UploadRow {
  const row = db
    .prepare('SELECT * FROM uploads WHERE id = ? AND application IS NULL AND keptUntil > ?')
    .get(id, real().toISOString());
  if (!row) throw new Refusal('not-found');
  return v.parse(RowSchema, row);
}

export const nameOf = ({ key }: Sandbox, { sealed }: UploadRow): string =>
  v.parse(v.string(), unseal(key, sealed));

/** What is told of it to whoever sends it. */
export const recordOf = (sandbox: Sandbox, row: UploadRow): UploadRecord => ({
  id: row.id,
  name: nameOf(sandbox, row),
  size: row.size,
  received: row.received,
  state: row.state,
  expiresAt: row.keptUntil,
  ...(row.type && { type: row.type }),
  ...(row.refusal && { refusal: row.refusal }),
});

/** Lets go of a file and of what is known of it. */
export async function forgetUpload({ db, uploads }: Sandbox, id: string): Promise<void> {
  db.prepare('DELETE FROM uploads WHERE id = ?').run(id);
  await rm(join(uploads, id), { force: true });
}

/** Forgets files that did not arrive in time, or that no application has named; and bytes that nobody knows of any more. */
export function sweepUploads({ db, uploads: folder, real }: Sandbox): void {
  db.prepare('DELETE FROM uploads WHERE application IS NULL AND keptUntil <= ?').run(real().toISOString());
  const known = new Set(
    db
      .prepare("SELECT id FROM uploads WHERE state <> 'refused'")
      .all()
      .map(({ id }) => id),
  );
  for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name), { force: true });
}
