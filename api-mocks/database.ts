import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** Each step upgrades a file by one `user_version`. Steps that were released are never changed: add another. */
const MIGRATIONS = [
  `
  CREATE TABLE sequences (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;
  CREATE TABLE applications (
    number TEXT PRIMARY KEY,
    codeSalt BLOB NOT NULL,
    codeHash BLOB NOT NULL,
    -- What the applicant was promised stays with the case, whatever becomes of the catalogue.
    service TEXT NOT NULL,
    agency TEXT NOT NULL,
    period TEXT NOT NULL,
    formVersion TEXT NOT NULL,
    answers TEXT NOT NULL,
    consentVersion TEXT NOT NULL,
    citizen TEXT,
    submittedAt TEXT NOT NULL,
    dueOn TEXT NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT
  ) STRICT;
  CREATE INDEX historyOfApplication ON history (application);
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    storedAt TEXT NOT NULL,
    application TEXT REFERENCES applications
  ) STRICT;
  CREATE TABLE ratings (
    application TEXT PRIMARY KEY REFERENCES applications,
    marks TEXT NOT NULL,
    comment TEXT,
    ratedAt TEXT NOT NULL
  ) STRICT;
  CREATE TABLE complaints (
    number TEXT PRIMARY KEY,
    ground TEXT NOT NULL,
    agency TEXT NOT NULL,
    -- As the citizen wrote it: a complaint with a wrong number is a complaint all the same.
    application TEXT,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    consentVersion TEXT NOT NULL,
    registeredAt TEXT NOT NULL,
    period TEXT NOT NULL,
    dueOn TEXT NOT NULL
  ) STRICT;
  CREATE TABLE answered (
    slot BLOB PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    answer BLOB NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  `,
];

/** Opens the database file, makes it where there is none, and brings an older one up to date. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  // Another process, `sandbox:move`, may be writing: wait for it up to five seconds.
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec('PRAGMA journal_mode = WAL');
  transaction(db, () => {
    const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version > MIGRATIONS.length)
      throw new Error(`База ${file} новее этой программы. Обновите программу или удалите файл.`);
    for (const step of MIGRATIONS.slice(version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
  return db;
}

/** Does all of it or nothing. `work` has to be synchronous. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
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
export function insert(db: DatabaseSync, table: string, row: Record<string, SQLInputValue>): void {
  const columns = Object.keys(row);
  db.prepare(
    `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((name) => `:${name}`).join()})`,
  ).run(row);
}

/** The next number of an application or complaint, `22-2026-000001`: one row of numbers a year. */
export function nextNumber(db: DatabaseSync, day: string): string {
  const year = day.slice(0, 4);
  const row = db
    .prepare(
      'INSERT INTO sequences VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .get(Number(year));
  return `22-${year}-${String(row?.['last']).padStart(6, '0')}`;
}
