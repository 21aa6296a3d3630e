/**
 * `npm run sandbox:restore -- --from backups/monday --key key-from-the-safe`: puts a backup of `npm run sandbox:backup` back, with
 * database, uploads and key. The portal has to be stopped.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';

import { checkChecksums, syncToDisk } from './store/checksums.ts';
import { MIGRATIONS } from './store/migrations.ts';
import { readKeyFile } from './store/portal-key.ts';

/** Where a portal keeps what. */
interface PortalFiles {
  db: string;
  key: string;
  uploads: string;
}

/** The names in a backup, which has no key. */
const filesIn = (folder: string, db = join(folder, 'sandbox.sqlite')): PortalFiles => ({
  db,
  key: `${db}.key`,
  uploads: join(folder, 'uploads'),
});

/** What the command line asks for. Throws an `Error` in Russian if backup or key are not there. */
function readOptions() {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      db: { type: 'string', default: '.okno/sandbox.sqlite' },
      key: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const { from, db, key = filesIn(dirname(db), db).key, force } = values;
  if (from === undefined || !existsSync(from))
    throw new Error(`Назовите папку с копией: npm run sandbox:restore -- --from ПАПКА`);
  if (!existsSync(key))
    throw new Error(`Файла ключа ${key} нет. Ключ хранится отдельно от копии: назовите его, --key ФАЙЛ`);
  return { from, db, key, force };
}

/** Restores the backup. Gives the sentence about it. Rejects with an `Error` in Russian if it is impossible; then nothing has changed. */
async function main(): Promise<string> {
  const { from, db, key, force } = readOptions();
  const target = filesIn(dirname(db), db);
  refuseToOverwrite(target, { key, force });
  mkdirSync(dirname(db), { recursive: true });
  // Everything is checked where it will stand, and gets its names at the end: all of it or nothing.
  const stage = mkdtempSync(join(dirname(db), '.restore-'));
  try {
    const staged = filesIn(stage);
    cpSync(from, stage, { recursive: true });
    await checkBackup(staged, { from, stage, key });
    // Some programs that store backups leave empty folders out.
    mkdirSync(staged.uploads, { recursive: true });
    writeFileSync(staged.key, readFileSync(key), { mode: 0o600, flush: true });
    moveFiles(staged, target);
    await syncToDisk(dirname(db));
  } finally {
    rmSync(stage, { recursive: true });
  }
  return `Портал восстановлен: ${db}. Теперь запустите его.`;
}

/** Throws an `Error` in Russian if a portal is there, unless it may be overwritten; and if it is running, in any case. */
function refuseToOverwrite({ db, key, uploads }: PortalFiles, given: { key: string; force: boolean }): void {
  const inTheWay = [
    db,
    ...(existsSync(uploads) && readdirSync(uploads).length ? [uploads] : []),
    ...(given.key === key ? [] : [key]),
  ].find((path) => existsSync(path));
  if (inTheWay !== undefined && !given.force)
    throw new Error(
      `${inTheWay} уже есть. Назовите другое место, --db, или сотрите то, что там есть: --force`,
    );
  if (existsSync(db) && isInUse(db))
    throw new Error(`С базой ${db} работает портал. Остановите его и повторите.`);
}

/** Whether another process has the database open: then nobody else can lock it. */
function isInUse(file: string): boolean {
  using db = new DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch (error) {
    // SQLITE_BUSY. A file that is damaged, and is to be overwritten, is in nobody's use.
    return error instanceof Error && 'errcode' in error && error.errcode === 5;
  }
}

/** Throws an `Error` in Russian if the files of a backup are not whole, or the key or this program is not theirs. */
async function checkBackup(
  { db: file, uploads }: PortalFiles,
  { from, stage, key }: { from: string; stage: string; key: string },
): Promise<void> {
  try {
    await checkChecksums(stage);
    if (!existsSync(file)) throw new Error('нет базы');
  } catch (error) {
    throw new Error(`Копия ${from} повреждена или неполна: ${error instanceof Error ? error.message : ''}.`, {
      cause: error,
    });
  }
  using db = new DatabaseSync(file, { readOnly: true });
  if (Number(db.prepare('PRAGMA user_version').get()?.['user_version']) > MIGRATIONS.length)
    throw new Error(`Копия ${from} новее этой программы. Обновите программу.`);
  readKeyFile(key, db);
  const rows = db.prepare("SELECT id, received FROM uploads WHERE state <> 'refused'").all();
  const lost = rows.map((row) => String(row['id'])).find((id) => !existsSync(join(uploads, id)));
  if (lost !== undefined) throw new Error(`Копия ${from} повреждена или неполна: нет файла uploads/${lost}.`);
}

/** Puts the files in place of those that are there. The database comes last: a portal does not start on files without one. */
function moveFiles(from: PortalFiles, to: PortalFiles): void {
  for (const path of [to.db, `${to.db}-wal`, `${to.db}-shm`, to.uploads])
    rmSync(path, { recursive: true, force: true });
  renameSync(from.uploads, to.uploads);
  renameSync(from.key, to.key);
  renameSync(from.db, to.db);
}

try {
  console.log(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
