import type { DatabaseSync } from 'node:sqlite';

import { seal } from './sealing.ts';

/** Changes rows in a way that SQL cannot, when an older database is upgraded. `key` is the portal's own. */
export type DataMigration = (db: DatabaseSync, key: Uint8Array) => void;

/** Encrypts the answers of applications. The first version stored them as plain text. */
export const sealAnswers: DataMigration = (db, key) => {
  const write = db.prepare('UPDATE applications SET sealed = ? WHERE number = ?');
  for (const { number, answers } of db.prepare('SELECT number, answers FROM applications').all())
    write.run(seal(key, JSON.parse(String(answers))), String(number));
  db.exec('ALTER TABLE applications DROP COLUMN answers');
};

/** Encrypts what citizens wrote in complaints of the first version, and starts their history. */
export const sealComplaints: DataMigration = (db, key) => {
  const add = db.prepare(
    `INSERT INTO complaints
      (number, ground, agency, application, consentVersion, registeredAt, period, dueOn, state, sealed)
    SELECT number, ground, agency, application, consentVersion, registeredAt, period, dueOn, 'registered', ?
    FROM openComplaints WHERE number = ?`,
  );
  for (const row of db.prepare('SELECT number, text, name, email, phone FROM openComplaints').all()) {
    const { number, ...personalData } = Object.fromEntries(
      Object.entries(row).filter(([, value]) => value !== null),
    );
    add.run(seal(key, personalData), String(number));
  }
  db.exec(`
    INSERT INTO complaintHistory (complaint, state, at) SELECT number, state, registeredAt FROM complaints;
    DROP TABLE openComplaints;
  `);
};

/** Encrypts the comments of ratings of the first version. */
export const sealComments: DataMigration = (db, key) => {
  const write = db.prepare('UPDATE ratings SET sealedComment = ? WHERE application = ?');
  for (const { application, comment } of db
    .prepare('SELECT application, comment FROM ratings WHERE comment IS NOT NULL')
    .all())
    write.run(seal(key, comment), String(application));
  db.exec('ALTER TABLE ratings DROP COLUMN comment');
};

/** Files of the first version that no application names are kept for this time after they were stored. */
const FIRST_UPLOADS_KEPT_MS = 7 * 86_400_000;

/**
 * Encrypts the names of files of the first version, which had no resumable uploads and no scans: all files are `clean` and
 * complete.
 */
export const sealFileNames: DataMigration = (db, key) => {
  const write = db.prepare(
    `INSERT INTO uploads (id, sealed, size, received, type, state, plain, keptUntil, application)
     SELECT id, ?, size, size, type, 'clean', 1, ?, application FROM wholeUploads WHERE id = ?`,
  );
  for (const { id, name, storedAt } of db.prepare('SELECT id, name, storedAt FROM wholeUploads').all())
    write.run(
      seal(key, name),
      new Date(Date.parse(String(storedAt)) + FIRST_UPLOADS_KEPT_MS).toISOString(),
      String(id),
    );
  db.exec('DROP TABLE wholeUploads');
};
