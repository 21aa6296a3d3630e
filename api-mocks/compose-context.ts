import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { WrongCodeCounter } from './cases/wrong-codes.ts';
import type { PortalContext } from './context.ts';
import { EventStreams } from './events/streams.ts';
import { FEEDBACK_PER_MINUTE } from './feedback/feedback.ts';
import { createTusHandler } from './files/tus.ts';
import { originOf } from './http/cors.ts';
import { Faults } from './http/faults.ts';
import { logError, type Log } from './http/log.ts';
import { Metrics } from './http/metrics.ts';
import { RateLimiter } from './http/rate-limiter.ts';
import { Sessions } from './sign-in/sessions.ts';
import { tokenIdentity } from './sign-in/token-identity.ts';
import { createFastClock, savedClock, type FastClock } from './store/clock.ts';
import { openDatabase } from './store/database.ts';
import { readPortalData } from './store/portal-data.ts';
import { readPortalKey } from './store/portal-key.ts';

/** What a sandbox portal is started with. */
export interface SandboxOptions {
  /** Folder with `region.json`, `forms/`, `catalogue.json` and `calendar.json`. */
  data: string;
  /** The database file. Uploads lie beside it in `uploads/`, the key in a file with `.key` at its end. */
  db: string;
  /** Sites whose pages may call the portal; the catalogue comes first, with the path where it stands: `https://uslugi.test/catalog/`. */
  origins: readonly string[];
  /** The port to listen on; 0, or nothing, takes a free one. */
  port?: number;
  /** Real time, which tests set; without it, the machine's clock. */
  wallNow?: () => Date;
  /**
   * Lets officials work by themselves, on a calendar that runs so many times as fast as real time: 86400 makes a day of a
   * second. Without it cases move only by hand.
   */
  speed?: number;
  /** Milliseconds from the arrival of a file to its scan; 1000 without it. */
  scanDelayMs?: number;
  /** Requests that one address, and one account, may send in a minute; 600 without it. */
  requestsPerMinute?: number;
  /** Event streams that one citizen may have open; 10 without it. */
  streamsPerCitizen?: number;
  /** Takes the lines of the log. Without it, errors go to the console, and nothing else is logged. */
  log?: Log;
}

/** Makes everything that a portal consists of, once. `fastClock` is there if `speed` was given. */
export function composeContext(options: SandboxOptions): { context: PortalContext; fastClock?: FastClock } {
  const { wallNow = () => new Date() } = options;
  refuseLostDatabase(options);
  const db = openDatabase(options.db);
  const fastClock = options.speed === undefined ? undefined : createFastClock(db, wallNow, options.speed);
  const parts = {
    db,
    key: readPortalKey(db),
    now: fastClock?.now ?? savedClock(db, wallNow),
    wallNow,
    data: readPortalData(options.data),
    ...newSettingsAndState(options),
    sessions: new Sessions(db),
  };
  mkdirSync(parts.uploadFolder, { recursive: true });
  const streams = new EventStreams({
    ...parts,
    maxPerCitizen: options.streamsPerCitizen ?? 10,
    onError: (error) => {
      logError(parts, error);
    },
  });
  const context = { ...parts, ...tokenIdentity(parts), streams, handleTus: createTusHandler(parts) };
  return { context, ...(fastClock && { fastClock }) };
}

/** The folder of the uploads: beside the database. */
const uploadFolderOf = (db: string) => join(dirname(db), 'uploads');

/**
 * Throws an `Error` in Russian if there are uploads and no database. It may have been lost, or have another name: a new one would
 * know none of the files, and delete them.
 */
function refuseLostDatabase({ db }: SandboxOptions): void {
  const folder = uploadFolderOf(db);
  if (existsSync(db) || !existsSync(folder) || !readdirSync(folder).length) return;
  throw new Error(
    `Базы ${db} нет, а файлы в ${folder} есть. Верните базу из копии: npm run sandbox:restore. ` +
      `Чтобы начать заново, удалите и эти файлы.`,
  );
}

/** The portal's settings, and what it counts and remembers in memory until it stops. */
const newSettingsAndState = ({
  db,
  origins,
  log = logErrorsToConsole,
  scanDelayMs = 1000,
  requestsPerMinute = 600,
}: SandboxOptions) => ({
  // Set as soon as the portal listens.
  portalUrl: '',
  allowedOrigins: origins.map(originOf),
  catalogueUrl: `${(origins[0] ?? '').replace(/\/*$/u, '')}/`,
  uploadFolder: uploadFolderOf(db),
  scanDelayMs,
  log,
  // 0 turns off the warning about many listeners.
  changes: new EventEmitter().setMaxListeners(0),
  rateLimiter: new RateLimiter(requestsPerMinute),
  feedbackRateLimiter: new RateLimiter(FEEDBACK_PER_MINUTE),
  wrongCodes: new WrongCodeCounter(),
  faults: new Faults(),
  metrics: new Metrics(),
  inFlight: new Set<string>(),
});

const logErrorsToConsole: Log = (line) => {
  if (line.level === 'error') console.error(JSON.stringify(line));
};
