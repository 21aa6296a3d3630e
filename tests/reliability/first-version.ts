import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** The key under which the application of `first-version.sql` was sent. */
export const FIRST_VERSION_KEY = '8e03978e40d543e8bc936894a57f9324';
/** What the portal of the first version has answered. */
export const FIRST_VERSION_RECEIPT = {
  number: '22-2026-000001',
  code: '97692767',
  submittedAt: '2026-11-21T23:00:59.000Z',
  dueOn: '2026-12-04',
};

/** Writes a database as the portal of commit cc1c205 has left it, with one application in it. */
export function writeFirstVersion(file: string): void {
  using db = new DatabaseSync(file);
  db.exec(readFileSync(new URL('first-version.sql', import.meta.url), 'utf8'));
}
