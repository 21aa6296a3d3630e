import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { WrongCodeCounter } from './cases/codes.ts';
import type { PortalContext } from './context.ts';
import { EventStreams } from './events/streams.ts';
import { resumeScans } from './files/scans.ts';
import { createTusHandler } from './files/tus.ts';
import { originOf } from './http/cors.ts';
import { Faults } from './http/faults.ts';
import { createHttpServer } from './http/http-server.ts';
import { RateLimiter } from './http/rate-limiter.ts';
import { logError, type Log } from './http/log.ts';
import { Metrics } from './http/metrics.ts';
import { resumeInstantAnswers } from './instant/instant.ts';
import { FEEDBACK_PER_MINUTE } from './feedback/feedback.ts';
import { deleteExpiredDataHourly } from './privacy/retention.ts';
import { createApp } from './routes.ts';
import { bearerIdentity } from './sign-in/bearer-identity.ts';
import { Sessions } from './sign-in/sessions.ts';
import { savedClock, createFastClock, type FastClock } from './store/clock.ts';
import { openDatabase } from './store/database.ts';
import { readPortalData } from './store/portal-data.ts';
import { readPortalKey } from './store/sealing.ts';
import { startAutomaticOfficials } from './workflow/automatic-officials.ts';
import { saveRegion } from './workflow/database-context.ts';

export interface SandboxOptions {
  /** Folder with `region.json`, `forms/`, `catalogue.json` and `calendar.json`. */
  data: string;
  /** The database file. Files that citizens send lie beside it, in `uploads/`. */
  db: string;
  /** Origins of the pages that may talk to the portal. */
  origins: readonly string[];
  /** 0 takes a free one. */
  port?: number;
  wallNow?: () => Date;
  /**
   * Officials work by themselves, on a calendar that runs so many times as fast as real time: 86400 makes a day of a second.
   * Without it cases move only by hand.
   */
  speed?: number;
  /** Milliseconds that the scan of a file takes. */
  scanDelayMs?: number;
  /** How many requests one address, and one account, may make in a minute. */
  requestsPerMinute?: number;
  /** How many streams of events one citizen may have open. */
  streamsPerCitizen?: number;
  /** Takes the log; without it only faults are told, on the console. */
  log?: Log;
}

export interface RunningSandbox {
  /** Without a slash at the end. */
  url: string;
  /** All that there is of it: for tests, which look behind the counter. */
  context: PortalContext;
  close(): Promise<void>;
}

/** Starts the sandbox portal. Rejects when the port is taken, or data or database cannot be read. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { context, calendar } = composeContext(options);
  const stopWork = startBackgroundWork(context, calendar);
  const server = createHttpServer(createApp(context));
  const stopAll = () => {
    stopWork();
    context.streams.closeAll();
  };
  try {
    await once(server.listen(options.port ?? 0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    context.portalUrl = `http://localhost:${port}`;
    return { url: context.portalUrl, context, close };
  } catch (error) {
    stopAll();
    context.db.close();
    throw error;
  }

  async function close() {
    stopAll();
    await new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
    context.db.close();
  }
}

/** Makes all that there is of a portal, once; the calendar, where officials work by themselves. */
function composeContext(options: SandboxOptions): { context: PortalContext; calendar?: FastClock } {
  const { wallNow = () => new Date(), speed, log = logErrorsToConsole, scanDelayMs = 1000 } = options;
  const db = openDatabase(options.db);
  const calendar = speed === undefined ? undefined : createFastClock(db, wallNow, speed);
  const parts = {
    db,
    key: readPortalKey(`${options.db}.key`),
    now: calendar?.now ?? savedClock(db, wallNow),
    wallNow,
    data: readPortalData(options.data),
    portalUrl: '',
    allowedOrigins: options.origins.map(originOf),
    uploadFolder: join(dirname(options.db), 'uploads'),
    scanDelayMs,
    log,
    changes: new EventEmitter().setMaxListeners(0),
    sessions: new Sessions(db),
    ...newCounters(options),
  };
  mkdirSync(parts.uploadFolder, { recursive: true });
  const fail = (error: unknown) => {
    logError(parts, error);
  };
  const streams = new EventStreams({
    ...parts,
    maxPerCitizen: options.streamsPerCitizen ?? 10,
    onError: fail,
  });
  const context = { ...parts, ...bearerIdentity(parts), streams, handleTus: createTusHandler(parts) };
  return { context, ...(calendar && { calendar }) };
}

/** What a portal counts and remembers until it stops. */
const newCounters = ({ requestsPerMinute = 600 }: SandboxOptions) => ({
  rateLimiter: new RateLimiter(requestsPerMinute),
  feedbackRateLimiter: new RateLimiter(FEEDBACK_PER_MINUTE),
  wrongCodes: new WrongCodeCounter(),
  faults: new Faults(),
  metrics: new Metrics(),
  inFlight: new Set<string>(),
});

/** Continues with what was left undone, and begins what is done again and again. Gives what stops it. */
function startBackgroundWork(context: PortalContext, calendar: FastClock | undefined): () => void {
  saveRegion(context.db, context.data);
  resumeScans(context);
  resumeInstantAnswers(context);
  const stopSweeping = deleteExpiredDataHourly(context);
  const stopOfficials = calendar && startAutomaticOfficials(context, calendar);
  return () => {
    stopSweeping();
    stopOfficials?.();
  };
}

const logErrorsToConsole: Log = ({ level }, cause) => {
  if (level === 'error') console.error(cause);
};
