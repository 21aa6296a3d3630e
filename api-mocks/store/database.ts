import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

import { MIGRATIONS } from './migrations.ts';
import type { RegionDataContext } from './portal-data.ts';
import { readPortalKey } from './sealing.ts';

export interface DatabaseContext {
  db: DatabaseSync;
}

/** Opens the database file, makes it where there is none, and brings an older one up to date. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  // Another process, `sandbox:move`, may be writing: wait for it up to five seconds.
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec('PRAGMA journal_mode = WAL');
  // What was answered is on the disk: with NORMAL a power cut takes back the last commits of a WAL file.
  db.exec('PRAGMA synchronous = FULL');
  // What was deleted, or lay open before it was sealed, is overwritten.
  db.exec('PRAGMA secure_delete = ON');
  runTransaction(db, () => {
    const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version > MIGRATIONS.length)
      throw new Error(`База ${file} новее этой программы. Обновите программу или удалите файл.`);
    for (const { sql, dataMigrations } of MIGRATIONS.slice(version)) {
      db.exec(sql);
      for (const rewrite of dataMigrations) rewrite(db, readPortalKey(`${file}.key`));
    }
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
  return db;
}

/** Does all of it or nothing. `work` has to be synchronous. */
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

/** Adds a row; keys are the columns. */
export function insertRow(db: DatabaseSync, table: string, row: Record<string, SQLInputValue>): void {
  const columns = Object.keys(row);
  db.prepare(
    `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((name) => `:${name}`).join()})`,
  ).run(row);
}

/** The next number of an application or complaint: region, year, and one sequence for all of a year, `22-2026-000001`. */
export function nextCaseNumber({ db, data }: DatabaseContext & RegionDataContext, day: string): string {
  const year = day.slice(0, 4);
  const row = db
    .prepare(
      'INSERT INTO sequences VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .get(Number(year));
  return `${data.region.code}-${year}-${String(row?.['last']).padStart(6, '0')}`;
}
