import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

import { MIGRATIONS } from './migrations.ts';
import type { RegionDataContext } from './portal-data.ts';
import { readPortalKey } from './portal-key.ts';

/** Holds the database. */
export interface DatabaseContext {
  /** An open database with the tables of `migrations.ts`. */
  db: DatabaseSync;
}

/**
 * Opens the database file. Makes it if there is none. Upgrades a file of an older version step by step: `user_version` counts
 * the steps of `MIGRATIONS` that the file has. Throws an `Error` in Russian if a newer portal has written the file, or if the key
 * that an upgrade needs is missing or another one (`readPortalKey`).
 */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  // Another process, `sandbox:move`, may write at the same time. SQLite waits for it up to five seconds.
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec('PRAGMA journal_mode = WAL');
  // What the portal has responded must be on the disk. With NORMAL, a power cut undoes the last commits of a WAL file.
  db.exec('PRAGMA synchronous = FULL');
  // Overwrites deleted data with zeros, so that personal data cannot be found in the file any more.
  db.exec('PRAGMA secure_delete = ON');
  try {
    runTransaction(db, () => {
      upgrade(db);
    });
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** Runs the steps of `MIGRATIONS` that a database does not have yet. */
function upgrade(db: DatabaseSync): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > MIGRATIONS.length)
    throw new Error(`База ${db.location()} новее этой программы. Обновите программу или удалите файл.`);
  for (const { sql, dataMigrations } of MIGRATIONS.slice(version)) {
    db.exec(sql);
    for (const rewrite of dataMigrations) rewrite(db, readPortalKey(db));
  }
  db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
}

/**
 * Runs `work` in a transaction, and gives its result. If `work` throws, nothing of it is stored, and the error is thrown on.
 * `work` has to be synchronous: there is one connection, so other requests would write into the same transaction. Transactions
 * cannot be nested.
 */
export function runTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Inserts a row. The keys of `row` are the columns.
 * `insertRow(db, 'pauses', { service: 'opeka', reason: 'Ремонт', resumesOn: null })` runs
 * `INSERT INTO pauses (service,reason,resumesOn) VALUES (:service,:reason,:resumesOn)`.
 */
export function insertRow(db: DatabaseSync, table: string, row: Record<string, SQLInputValue>): void {
  const columns = Object.keys(row);
  db.prepare(
    `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((name) => `:${name}`).join()})`,
  ).run(row);
}

/**
 * The number of a new application or complaint: region, year, and a sequence that both share and that starts anew each year.
 * `day` is today, `YYYY-MM-DD`. The first one of 2026 in the region 22 is `22-2026-000001`, the next one `22-2026-000002`.
 */
export function nextCaseNumber({ db, data }: DatabaseContext & RegionDataContext, day: string): string {
  const year = day.slice(0, 4);
  const row = db
    .prepare(
      'INSERT INTO sequences VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .get(Number(year));
  return `${data.region.code}-${year}-${String(row?.['last']).padStart(6, '0')}`;
}
