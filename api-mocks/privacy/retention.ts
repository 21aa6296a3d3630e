import type { FolderContext } from '../files/upload-files.ts';
import { sweepUploads } from '../files/upload-rows.ts';
import { logFault, type LogContext } from '../http/log.ts';
import type { ClockContext, WallClockContext } from '../store/clock.ts';
import { transaction, type DatabaseContext } from '../store/database.ts';

type SweepContext = DatabaseContext & ClockContext & WallClockContext & FolderContext;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What is thrown away: rows of `table` whose instant in `column` is older than `days`. */
interface Rule {
  table: string;
  column: string;
  days: number;
  /** Which clock wrote it: that on the wall, or the officials' calendar. */
  clock: 'real' | 'now';
  /** It is in milliseconds. */
  inMs?: true;
}

/** Each period has its reason. A case is kept as long as the portal is: who wants it gone asks for that (`erasure.ts`). */
export const RULES: readonly Rule[] = [
  // The draft of the standard asks for a day; who was away for a holiday still gets the answer, and nothing is done twice.
  { table: 'answered', column: 'at', days: 30, clock: 'real' },
  // What is over opens nothing any more.
  { table: 'sessions', column: 'endsAt', days: 0, clock: 'real', inMs: true },
  { table: 'tokens', column: 'endsAt', days: 0, clock: 'real', inMs: true },
  { table: 'signIns', column: 'endsAt', days: 0, clock: 'real', inMs: true },
  { table: 'handOvers', column: 'expiresAt', days: 0, clock: 'real' },
  // Personal data of somebody who has not applied. The device on which it was written keeps it besides.
  { table: 'drafts', column: 'savedAt', days: 30, clock: 'real' },
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
export function sweep(context: SweepContext): void {
  transaction(context.db, () => {
    for (const { table, column, days, clock, inMs } of RULES) {
      const before = context[clock]().getTime() - days * DAY;
      context.db
        .prepare(`DELETE FROM ${table} WHERE ${column} < ?`)
        .run(inMs ? before : new Date(before).toISOString());
    }
  });
  sweepUploads(context);
}

/** Sweeps now and every hour. Gives what stops it. */
export function sweepHourly(context: SweepContext & LogContext): () => void {
  sweep(context);
  const timer = setInterval(() => {
    try {
      sweep(context);
    } catch (error) {
      // Another process has the database, or the disk is full: the next hour will do.
      logFault(context, error);
    }
  }, HOUR).unref();
  return () => {
    clearInterval(timer);
  };
}
