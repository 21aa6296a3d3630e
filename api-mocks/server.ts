import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { createApp } from './routes.ts';
import { calmCalendar, fastCalendar } from './store/clock.ts';
import { Guesses } from './cases/codes.ts';
import { originOf } from './http/cors.ts';
import { readPortalData } from './store/portal-data.ts';
import { openDatabase } from './store/database.ts';
import { rememberCalendar } from './workflow/desk.ts';
import { Faults } from './http/faults.ts';
import { httpServer } from './http/http-server.ts';
import { startLife } from './workflow/automatic-officials.ts';
import { Limits } from './http/limits.ts';
import { logFault, type Log } from './http/log.ts';
import { Metrics } from './http/metrics.ts';
import { keepTidy } from './privacy/retention.ts';
import type { Sandbox } from './sandbox.ts';
import { portalKey } from './store/sealed.ts';
import { resumeScans } from './files/scans.ts';
import { Sessions } from './sign-in/sessions.ts';
import { EventStreams } from './events/streams.ts';

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
   * Officials work by themselves, on a calendar that runs so many times as fast as life: 86400 lives a day in a second. Without
   * it cases move only by hand.
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
  /** What its resources share: for tests, which look behind the counter. */
  sandbox: Sandbox;
  close(): Promise<void>;
}

/** Starts the sandbox portal. Rejects when the port is taken, or data or database cannot be read. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { data, db: file, origins, port = 0, now: real = () => new Date(), speed } = options;
  const { requestsPerMinute = 600, streamsPerCitizen = 10, scanDelay = 1000, log = logFaults } = options;
  const folder = join(dirname(file), 'uploads');
  mkdirSync(folder, { recursive: true });
  const db = openDatabase(file);
  const changes = new EventEmitter().setMaxListeners(0);
  const calendar = speed === undefined ? undefined : fastCalendar(db, real, speed);
  const sandbox: Sandbox = {
    data: readPortalData(data),
    db,
    url: '',
    uploads: folder,
    scanDelay,
    origins: origins.map(originOf),
    now: calendar?.now ?? calmCalendar(db, real),
    real,
    key: portalKey(`${file}.key`),
    changes,
    streams: new EventStreams(db, changes, streamsPerCitizen, (error) => {
      logFault(sandbox, error);
    }),
    sessions: new Sessions(db),
    guesses: new Guesses(),
    limits: new Limits(requestsPerMinute),
    faults: new Faults(),
    metrics: new Metrics(),
    log,
    inFlight: new Set(),
  };
  resumeScans(sandbox);
  rememberCalendar(db, sandbox.data.calendar);
  const stopTidying = keepTidy(sandbox);
  const stopLife = calendar && startLife(sandbox, calendar);
  const server = httpServer(createApp(sandbox));
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const { port: taken } = server.address() as AddressInfo;
    sandbox.url = `http://localhost:${taken}`;
    return { url: sandbox.url, sandbox, close };
  } catch (error) {
    stopTidying();
    stopLife?.();
    sandbox.db.close();
    throw error;
  }

  async function close() {
    stopTidying();
    stopLife?.();
    sandbox.streams.close();
    await new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
    sandbox.db.close();
  }
}

const logFaults: Log = ({ level }, cause) => {
  if (level === 'error') console.error(cause);
};
