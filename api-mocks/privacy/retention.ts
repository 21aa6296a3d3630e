import type { UploadFolderContext } from '../files/upload-files.ts';
import { deleteExpiredUploads } from '../files/upload-rows.ts';
import { logError, type LogContext } from '../http/log.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import { runTransaction, type DatabaseContext } from '../store/database.ts';

type RetentionContext = DatabaseContext & ClockContext & WallClockContext & UploadFolderContext;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What is thrown away: rows of `table` whose instant in `column` is older than `days`. */
interface RetentionRule {
  table: string;
  column: string;
  days: number;
  /** Which clock wrote it: that on the wall, or the officials' calendar. */
  clock: 'wallNow' | 'now';
  /** It is in milliseconds. */
  inMs?: true;
}

/** Each period has its reason. A case is kept as long as the portal is: who wants it gone asks for that (`erasure.ts`). */
export const RETENTION_RULES: readonly RetentionRule[] = [
  // The draft of the standard asks for a day; who was away for a holiday still gets the answer, and nothing is done twice.
  { table: 'answered', column: 'at', days: 30, clock: 'wallNow' },
  // What is over opens nothing any more.
  { table: 'sessions', column: 'endsAt', days: 0, clock: 'wallNow', inMs: true },
  { table: 'tokens', column: 'endsAt', days: 0, clock: 'wallNow', inMs: true },
  { table: 'signIns', column: 'endsAt', days: 0, clock: 'wallNow', inMs: true },
  { table: 'handOvers', column: 'expiresAt', days: 0, clock: 'wallNow' },
  // Personal data of somebody who has not applied. The device on which it was written keeps it besides.
  { table: 'drafts', column: 'savedAt', days: 30, clock: 'wallNow' },
  // Who comes back after three months loads his cases anew instead of all that has happened to them.
  { table: 'events', column: 'at', days: 90, clock: 'now' },
  // Letters that would have been sent have addresses in them; nobody looks for them later than that.
  { table: 'outbox', column: 'at', days: 30, clock: 'now' },
  // Fines and debts are told when they are asked for, and change.
  { table: 'instantRequests', column: 'requestedAt', days: 30, clock: 'now' },
  // What people wrote without being asked who they are: read within a year, or not at all.
  { table: 'feedback', column: 'receivedAt', days: 365, clock: 'now' },
];

/** Throws away what is not needed any more. */
export function deleteExpiredData(context: RetentionContext): void {
  runTransaction(context.db, () => {
    for (const { table, column, days, clock, inMs } of RETENTION_RULES) {
      const before = context[clock]().getTime() - days * DAY_MS;
      context.db
        .prepare(`DELETE FROM ${table} WHERE ${column} < ?`)
        .run(inMs ? before : new Date(before).toISOString());
    }
  });
  deleteExpiredUploads(context);
}

/** Sweeps now and every hour. Gives what stops it. */
export function deleteExpiredDataHourly(context: RetentionContext & LogContext): () => void {
  deleteExpiredData(context);
  const timer = setInterval(() => {
    try {
      deleteExpiredData(context);
    } catch (error) {
      // Another process has the database, or the disk is full: the next hour will do.
      logError(context, error);
    }
  }, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
  };
}
