import { DRAFT_DAYS } from '../../widgets/contract/values/lifetimes.ts';
import type { UploadFolderContext } from '../files/upload-files.ts';
import { deleteExpiredUploads } from '../files/upload-rows.ts';
import { logError, type LogContext } from '../http/log.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import { runTransaction, type DatabaseContext } from '../store/database.ts';

type RetentionContext = DatabaseContext & ClockContext & WallClockContext & UploadFolderContext;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Rows of `table` are deleted when the instant in `column` is older than `days`. */
interface RetentionRule {
  table: string;
  column: string;
  days: number;
  /** The clock that the instant was taken from: real time, or the officials' calendar. */
  clock: 'wallNow' | 'now';
  /** The column holds milliseconds since 1970 instead of ISO 8601. */
  inMs?: true;
  /** Only rows without anything in this column are deleted. */
  unless?: string;
}

/**
 * How long rows are kept, with the reason for each period. Cases are kept until their owner asks for erasure (`erasure.ts`).
 *
 * On 21 November 2026, 05:00 UTC, the rule of `drafts` runs `DELETE FROM drafts WHERE savedAt < '2026-10-22T05:00:00.000Z'`,
 * and the rule of `tokens`, with 0 days, `DELETE FROM tokens WHERE endsAt < 1795237200000`.
 */
export const RETENTION_RULES: readonly RetentionRule[] = [
  // These are responses for an `Idempotency-Key`. The draft of the standard suggests a day. With a month a device that was
  // offline for a holiday still gets its response. A key that has made a case goes with the case (`erasure.ts`).
  { table: 'answered', column: 'at', days: DRAFT_DAYS, clock: 'wallNow', unless: 'createdCase' },
  // Nobody can use them after their end.
  { table: 'sessions', column: 'endsAt', days: 0, clock: 'wallNow', inMs: true },
  { table: 'tokens', column: 'endsAt', days: 0, clock: 'wallNow', inMs: true },
  { table: 'signIns', column: 'endsAt', days: 0, clock: 'wallNow', inMs: true },
  { table: 'handOvers', column: 'expiresAt', days: 0, clock: 'wallNow' },
  // An hour of them is counted; what they open ends within half an hour.
  { table: 'stepUps', column: 'createdAt', days: 1, clock: 'wallNow', inMs: true },
  // Drafts are personal data of somebody who has not applied. The device on which the draft was written has a copy.
  { table: 'drafts', column: 'savedAt', days: DRAFT_DAYS, clock: 'wallNow' },
  // A client that was away for three months loads all cases anew instead of their events.
  { table: 'events', column: 'at', days: 90, clock: 'now' },
  // Notifications hold addresses of people. Nobody looks for a notification after a month.
  { table: 'outbox', column: 'at', days: 30, clock: 'now' },
  // Fines and debts change: an old answer is of no use.
  { table: 'instantRequests', column: 'requestedAt', days: 30, clock: 'now' },
  // Whoever reads feedback does so within a year.
  { table: 'feedback', column: 'receivedAt', days: 365, clock: 'now' },
];

/** Deletes expired rows by `RETENTION_RULES`, and expired uploads. */
export function deleteExpiredData(context: RetentionContext): void {
  runTransaction(context.db, () => {
    for (const { table, column, days, clock, inMs, unless } of RETENTION_RULES) {
      const oldestKept = context[clock]().getTime() - days * DAY_MS;
      context.db
        .prepare(`DELETE FROM ${table} WHERE ${column} < ?${unless ? ` AND ${unless} IS NULL` : ''}`)
        .run(inMs ? oldestKept : new Date(oldestKept).toISOString());
    }
  });
  deleteExpiredUploads(context);
}

/** Deletes expired data now and every hour. Gives a function that stops it. Errors of later runs go to the log. */
export function deleteExpiredDataHourly(context: RetentionContext & LogContext): () => void {
  deleteExpiredData(context);
  const timer = setInterval(() => {
    try {
      deleteExpiredData(context);
    } catch (error) {
      // Another process has locked the database, or the disk is full. The next run is in an hour.
      logError(context, error);
    }
  }, HOUR_MS).unref();
  return () => {
    clearInterval(timer);
  };
}
