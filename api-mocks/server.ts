import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

import { api } from './api.ts';
import { applications } from './applications.ts';
import { casesPage } from './cases-page.ts';
import { Guesses } from './codes.ts';
import { complaints } from './complaints.ts';
import { listedOrigins } from './cors.ts';
import { readPortalData } from './data.ts';
import { openDatabase } from './database.ts';
import { Refusal, answerProblem } from './problem.ts';
import { services } from './services.ts';
import { drafts } from './drafts.ts';
import { messages } from './messages.ts';
import { invoices } from './invoices.ts';
import { appointments } from './appointments.ts';
import { feedback } from './feedback.ts';
import { instant } from './instant.ts';
import { events } from './events.ts';
import { ratings } from './ratings.ts';
import type { Sandbox } from './sandbox.ts';
import { portalKey } from './sealed.ts';
import { Sessions, session } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { uploads } from './uploads.ts';

export interface SandboxOptions {
  /** Folder with `forms/`, `catalogue.json` and `calendar.json`. */
  data: string;
  /** The database file. Files that citizens send lie beside it, in `uploads/`. */
  db: string;
  /** Origins of the pages that may talk to the portal. */
  origins: readonly string[];
  /** 0 takes a free one. */
  port?: number;
  now?: () => Date;
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
  const { data, db: file, origins, port = 0, now = () => new Date() } = options;
  const folder = join(dirname(file), 'uploads');
  mkdirSync(folder, { recursive: true });
  const sandbox: Sandbox = {
    data: readPortalData(data),
    db: openDatabase(file),
    uploads: folder,
    origins: origins.map(originOf),
    now,
    real: now,
    key: portalKey(`${file}.key`),
    changes: new EventEmitter().setMaxListeners(0),
    sessions: new Sessions(),
    guesses: new Guesses(),
    inFlight: new Set(),
  };
  const server = createAdaptorServer({ fetch: createApp(sandbox).fetch });
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const { port: taken } = server.address() as AddressInfo;
    return { url: `http://localhost:${taken}`, sandbox, close };
  } catch (error) {
    sandbox.db.close();
    throw error;
  }

  async function close() {
    await new Promise((done) => {
      server.close(done);
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
    sandbox.db.close();
  }
}

function originOf(url: string): string {
  if (!URL.canParse(url)) throw new Error(`Это не адрес сайта: «${url}». Например: http://localhost:4321`);
  return new URL(url).origin;
}

function createApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use('/v1/*', listedOrigins(sandbox.origins));
  app.route('/v1/uploads', uploads(sandbox));
  app.route(
    '/v1',
    api(sandbox, {
      ...session(sandbox),
      ...services(sandbox),
      ...drafts(sandbox),
      ...applications(sandbox),
      ...messages(sandbox),
      ...invoices(sandbox),
      ...appointments(sandbox),
      ...events(sandbox),
      ...ratings(sandbox),
      ...complaints(sandbox),
      ...feedback(sandbox),
      ...instant(sandbox),
    }),
  );
  app.route('/sign-in', signIn(sandbox));
  app.route('/', casesPage(sandbox));
  app.get('/health', (c) => {
    sandbox.db.prepare('SELECT 1').get();
    return c.json({ status: 'ok' });
  });
  app.notFound(() => {
    throw new Refusal('not-found');
  });
  app.onError(answerProblem);
  return app;
}
