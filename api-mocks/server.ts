import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { Guesses } from './cases/codes.ts';
import type { PortalContext } from './context.ts';
import { EventStreams } from './events/streams.ts';
import { resumeScans } from './files/scans.ts';
import { tusServer } from './files/tus.ts';
import { originOf } from './http/cors.ts';
import { Faults } from './http/faults.ts';
import { httpServer } from './http/http-server.ts';
import { Limits } from './http/limits.ts';
import { logFault, type Log } from './http/log.ts';
import { Metrics } from './http/metrics.ts';
import { resumeInstantAnswers } from './instant/instant.ts';
import { FEEDBACK_A_MINUTE } from './opinions/feedback.ts';
import { sweepHourly } from './privacy/retention.ts';
import { routes } from './routes.ts';
import { identity } from './sign-in/identity.ts';
import { Sessions } from './sign-in/sessions.ts';
import { calmCalendar, fastCalendar, type FastCalendar } from './store/clock.ts';
import { openDatabase } from './store/database.ts';
import { readPortalData } from './store/portal-data.ts';
import { portalKey } from './store/sealed.ts';
import { startOfficials } from './workflow/automatic-officials.ts';
import { saveRegion } from './workflow/other-process.ts';

export interface SandboxOptions {
  /** Folder with `region.json`, `forms/`, `catalogue.json` and `calendar.json`. */
  data: string;
  /** The database file. Files that citizens send lie beside it, in `uploads/`. */
  db: string;
  /** Origins of the pages that may talk to the portal. */
  origins: readonly string[];
  /** 0 takes a free one. */
  port?: number;
  now?: () => Date;
  /**
   * Officials work by themselves, on a calendar that runs so many times as fast as real time: 86400 makes a day of a second.
   * Without it cases move only by hand.
   */
  speed?: number;
  /** Milliseconds that the scan of a file takes. */
  scanDelay?: number;
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
  const stopWork = startWork(context, calendar);
  const server = httpServer(routes(context));
  const stopAll = () => {
    stopWork();
    context.streams.close();
  };
  try {
    await once(server.listen(options.port ?? 0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    context.url = `http://localhost:${port}`;
    return { url: context.url, context, close };
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
function composeContext(options: SandboxOptions): { context: PortalContext; calendar?: FastCalendar } {
  const { now: real = () => new Date(), speed, log = logFaults, scanDelay = 1000 } = options;
  const db = openDatabase(options.db);
  const calendar = speed === undefined ? undefined : fastCalendar(db, real, speed);
  const parts = {
    db,
    key: portalKey(`${options.db}.key`),
    now: calendar?.now ?? calmCalendar(db, real),
    real,
    data: readPortalData(options.data),
    url: '',
    origins: options.origins.map(originOf),
    uploads: join(dirname(options.db), 'uploads'),
    scanDelay,
    log,
    changes: new EventEmitter().setMaxListeners(0),
    sessions: new Sessions(db),
    ...newCounters(options),
  };
  mkdirSync(parts.uploads, { recursive: true });
  const fail = (error: unknown) => {
    logFault(parts, error);
  };
  const streams = new EventStreams({ ...parts, most: options.streamsPerCitizen ?? 10, fail });
  const context = { ...parts, ...identity(parts), streams, askTus: tusServer(parts) };
  return { context, ...(calendar && { calendar }) };
}

/** What a portal counts and remembers until it stops. */
const newCounters = ({ requestsPerMinute = 600 }: SandboxOptions) => ({
  limits: new Limits(requestsPerMinute),
  feedbackLimits: new Limits(FEEDBACK_A_MINUTE),
  guesses: new Guesses(),
  faults: new Faults(),
  metrics: new Metrics(),
  inFlight: new Set<string>(),
});

/** Continues with what was left undone, and begins what is done again and again. Gives what stops it. */
function startWork(context: PortalContext, calendar: FastCalendar | undefined): () => void {
  saveRegion(context.db, context.data);
  resumeScans(context);
  resumeInstantAnswers(context);
  const stopSweeping = sweepHourly(context);
  const stopOfficials = calendar && startOfficials(context, calendar);
  return () => {
    stopSweeping();
    stopOfficials?.();
  };
}

const logFaults: Log = ({ level }, cause) => {
  if (level === 'error') console.error(cause);
};
