import type { DatabaseSync } from 'node:sqlite';

import type { PortalData } from './data.ts';
import type { Guesses } from './codes.ts';
import type { Sessions } from './sessions.ts';

/** What all resources of the portal share. */
export interface Sandbox {
  db: DatabaseSync;
  data: PortalData;
  /** Folder of the files that citizens have sent. */
  uploads: string;
  /** Origins of the pages that may talk to the portal. */
  origins: readonly string[];
  now: () => Date;
  sessions: Sessions;
  guesses: Guesses;
  /** Requests with an `Idempotency-Key` that are being handled now. */
  inFlight: Set<string>;
}
