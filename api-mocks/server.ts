import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { composeContext, type SandboxOptions } from './compose-context.ts';
import type { PortalContext } from './context.ts';
import { resumeScans } from './files/scans.ts';
import { createHttpServer } from './http/http-server.ts';
import { logError } from './http/log.ts';
import { resumeInstantAnswers } from './instant/instant.ts';
import { deleteExpiredDataHourly } from './privacy/retention.ts';
import { createApp } from './routes.ts';
import type { FastClock } from './store/clock.ts';
import { startAutomaticOfficials } from './workflow/automatic-officials.ts';
import { tellOverdueCases } from './workflow/overdue.ts';
import { saveAddresses, saveRegion } from './workflow/database-context.ts';

const SECOND_MS = 1000;

/** A sandbox portal that listens. */
export interface RunningSandbox {
  /** Where it listens: `http://localhost:4322`, without a slash at the end. */
  url: string;
  /** Everything that the portal consists of. Tests read and change its state by it. */
  context: PortalContext;
  /** Stops it: closes all connections, then the database. */
  close(): Promise<void>;
}

/** Starts the sandbox portal. Rejects if the port is taken, or data or database cannot be read. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { context, fastClock } = composeContext(options);
  const stopWork = startBackgroundWork(context, fastClock);
  const server = createHttpServer(createApp(context));
  const stopAll = () => {
    stopWork();
    context.streams.closeAll();
  };
  try {
    await once(server.listen(options.port ?? 0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    context.portalUrl = `http://localhost:${port}`;
    saveAddresses(context.db, context);
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

/**
 * Continues the work that a stopped portal left undone (scans, instant answers), and starts the work that is repeated:
 * deleting expired data, and the officials if they work by themselves. Gives a function that stops it.
 */
function startBackgroundWork(context: PortalContext, fastClock: FastClock | undefined): () => void {
  const tellOverdue = () => {
    try {
      tellOverdueCases(context);
    } catch (error) {
      // The disk is full, or another process has locked the database. The next run is soon.
      logError(context, error);
    }
  };
  saveRegion(context.db, context.data);
  resumeScans(context);
  resumeInstantAnswers(context);
  const stopDeleting = deleteExpiredDataHourly(context);
  const stopOfficials = fastClock && startAutomaticOfficials(context, fastClock);
  const overdueTimer = setInterval(tellOverdue, fastClock ? SECOND_MS : 60 * SECOND_MS).unref();
  return () => {
    clearInterval(overdueTimer);
    stopDeleting();
    stopOfficials?.();
  };
}
