import type { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';

import type { PortalData } from './store/portal-data.ts';
import type { Guesses } from './cases/codes.ts';
import type { Faults } from './http/faults.ts';
import type { Limits } from './http/limits.ts';
import type { Log } from './http/log.ts';
import type { Metrics } from './http/metrics.ts';
import type { Sessions } from './sign-in/sessions.ts';
import type { EventStreams } from './events/streams.ts';

/** What all resources of the portal share. */
export interface Sandbox {
  db: DatabaseSync;
  data: PortalData;
  /** Where it is reached, without a slash at the end: known when it listens. */
  url: string;
  /** Folder of the files that citizens have sent. */
  uploads: string;
  /** Milliseconds that the scan of a file takes. */
  scanDelay: number;
  /** Origins of the pages that may talk to the portal. */
  origins: readonly string[];
  /** What the calendar of the officials says; it may run faster than life. */
  now: () => Date;
  /** What the clock on the wall says: for sessions, limits, and whatever machines wait for. */
  real: () => Date;
  /** The portal's own key, 32 bytes, for `seal` and `unseal`. */
  key: Buffer;
  /** Sends `change` with the id of a citizen when something of his has changed. */
  changes: EventEmitter;
  streams: EventStreams;
  sessions: Sessions;
  guesses: Guesses;
  limits: Limits;
  faults: Faults;
  metrics: Metrics;
  log: Log;
  /** Requests with an `Idempotency-Key` that are being handled now. */
  inFlight: Set<string>;
}
