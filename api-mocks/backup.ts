/**
 * `npm run sandbox:backup -- --to backups/monday`: copies the database and the uploads into a new folder, also while the portal is
 * running. `npm run sandbox:restore` takes it.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';

import { syncToDisk, writeChecksums } from './store/checksums.ts';

/** The portal deletes files meanwhile. After so many new copies of the database the reason is another one. */
const MAX_ATTEMPTS = 20;

/** Makes the backup. Gives the sentence about it. Rejects with an `Error` in Russian if it is impossible. */
async function main(): Promise<string> {
  const { values } = parseArgs({
    options: {
      db: { type: 'string', default: '.okno/sandbox.sqlite' },
      to: { type: 'string', default: `.okno/backups/${new Date().toISOString().replaceAll(':', '-')}` },
    },
  });
  const { db, to } = values;
  if (!existsSync(db)) throw new Error(`Базы ${db} нет. Сначала запустите портал: npm run sandbox`);
  if (existsSync(to)) throw new Error(`${to} уже есть. Назовите для копии новую папку: --to ПАПКА`);
  // The copy gets its name when it is complete: a backup that broke off leaves only a `.part`.
  const part = `${to}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(join(part, 'uploads'), { recursive: true, mode: 0o700 });
  await copyPortal(db, part);
  const count = await writeChecksums(part);
  await syncToDisk(join(part, 'uploads'));
  await syncToDisk(part);
  renameSync(part, to);
  await syncToDisk(dirname(to));
  return `Копия портала: ${to} (база, файлов ${count - 1}). Ключ ${db}.key храните отдельно: без него копию не прочесть.`;
}

/** Files of the copied database: the id of each, and how many bytes of it are acknowledged. */
type AcknowledgedBytes = ReadonlyMap<string, number>;

/**
 * Copies the database, then the files that the copy knows. A file may be gone by then: the portal deletes rows before their files.
 * So the database is copied anew until all files of one copy are there.
 */
async function copyPortal(db: string, part: string): Promise<void> {
  const copies = join(part, 'uploads');
  let missing: string | undefined;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const uploads = copyDatabase(db, join(part, 'sandbox.sqlite'));
    missing = await copyUploads(join(dirname(db), 'uploads'), copies, uploads);
    if (missing !== undefined) continue;
    for (const id of readdirSync(copies)) if (!uploads.has(id)) rmSync(join(copies, id));
    return;
  }
  throw new Error(
    `Копия не сделана: нет файла uploads/${missing}, а база его знает, или он короче, чем в ней записано.`,
  );
}

/** Copies the database as it is at one moment. Gives the files that it knows then; refused ones have no bytes. */
function copyDatabase(db: string, copy: string): AcknowledgedBytes {
  rmSync(copy, { force: true });
  using source = new DatabaseSync(db, { readOnly: true });
  source.prepare('VACUUM INTO ?').run(copy);
  using copied = new DatabaseSync(copy, { readOnly: true });
  const rows = copied.prepare("SELECT id, received FROM uploads WHERE state <> 'refused'").all();
  return new Map(rows.map(({ id, received }) => [String(id), Number(received)]));
}

/**
 * Copies files from `folder` to `copies`, unless an attempt before has done it. Takes only the acknowledged bytes, which never change:
 * a half-sent file goes on from there. Gives the id of a file that is not there, if there is one.
 */
async function copyUploads(
  folder: string,
  copies: string,
  uploads: AcknowledgedBytes,
): Promise<string | undefined> {
  for (const [id, bytes] of uploads) {
    const copy = join(copies, id);
    if (sizeOf(copy) !== bytes && !(await copyBeginning(join(folder, id), copy, bytes))) return id;
  }
  return undefined;
}

/** Copies the first bytes of a file. Gives false if it is gone, or has fewer. */
async function copyBeginning(file: string, copy: string, bytes: number): Promise<boolean> {
  if ((sizeOf(file) ?? -1) < bytes) return false;
  try {
    await copyFile(file, copy);
  } catch (error) {
    // The portal has deleted it just now.
    if (sizeOf(file) === undefined) return false;
    throw error;
  }
  await truncate(copy, bytes);
  return true;
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size;

try {
  console.log(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
