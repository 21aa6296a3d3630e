import { access, constants, statfs } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';

import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';

/** What `GET /health` says. */
export interface Health {
  /** `failing` if anything below fails or the disk is nearly full. */
  status: 'ok' | 'failing';
  /** Whether the database can be read. */
  database: 'ok' | 'failing';
  /** Whether files can be written. */
  uploads: 'ok' | 'failing';
  /** Free space on the disk of the uploads. */
  freeBytes: number;
  /** Age of the oldest instant request that has no answer yet, by the officials' calendar; 0 if there is none. */
  waitingSeconds: number;
}

/** With less free space the portal is `failing`: an hour of uploads would fill it. */
const MIN_FREE_BYTES = 200 * 1024 * 1024;

/** Looks at the database, the disk and the `folder` of the uploads. Never throws: what cannot be read is `failing`. */
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
  const isWell = database === 'ok' && uploads === 'ok' && freeBytes >= MIN_FREE_BYTES;
  return { status: isWell ? 'ok' : 'failing', database, uploads, freeBytes, waitingSeconds };
}

/** Finds how long the oldest instant request has waited. `failing` if the database cannot answer. */
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
