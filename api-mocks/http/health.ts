import { access, constants, statfs } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';

import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';

export interface Health {
  status: 'ok' | 'failing';
  database: 'ok' | 'failing';
  /** Whether files can be written. */
  uploads: 'ok' | 'failing';
  /** On the disk with the database and the files. */
  freeBytes: number;
  /** How long the oldest answer that is being prepared has been waited for, by the officials' calendar; 0 without one. */
  waitingSeconds: number;
}

/** Below this the portal says that it is ill: an hour of files would fill it. */
const MIN_FREE_BYTES = 200 * 1024 * 1024;

/** How the portal is: `GET /health`. `folder` is that of the files. */
export async function checkHealth(
  { db, now }: DatabaseContext & ClockContext,
  folder: string,
): Promise<Health> {
  const { database, waitingSeconds } = checkDatabase(db, now());
  const uploads = await access(folder, constants.W_OK).then(
    () => 'ok' as const,
    () => 'failing' as const,
  );
  const freeBytes = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  const well = database === 'ok' && uploads === 'ok' && freeBytes >= MIN_FREE_BYTES;
  return { status: well ? 'ok' : 'failing', database, uploads, freeBytes, waitingSeconds };
}

function checkDatabase(db: DatabaseSync, now: Date): Pick<Health, 'database' | 'waitingSeconds'> {
  try {
    const row = db
      .prepare('SELECT min(requestedAt) AS since FROM instantRequests WHERE readyAt IS NULL')
      .get();
    const since = row?.['since'];
    const waited = typeof since === 'string' ? (now.getTime() - Date.parse(since)) / 1000 : 0;
    return { database: 'ok', waitingSeconds: Math.max(0, Math.round(waited)) };
  } catch {
    return { database: 'failing', waitingSeconds: 0 };
  }
}
