import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { serveRelease } from '../served-builds.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { startTestPortal } from '../test-portal.ts';

/** Tag of a widget that keeps drafts. */
export type FormTag = 'okno-application-form' | 'okno-complaint-form' | 'okno-rating-form';

/** A municipality's page with one form as it is released, and the sandbox portal. */
export interface DraftSite {
  /** Gives the address of the page with this widget. */
  urlOf(tag: FormTag): string;
  /** Runs a command of the sandbox portal. */
  act: Awaited<ReturnType<typeof startTestPortal>>['act'];
  /** Stops page and portal. */
  close(): Promise<void>;
}

const MIME_TYPES: Record<string, string> = { js: 'text/javascript; charset=utf-8' };

/** Serves the page and the portal at free ports. */
export async function startDraftSite(): Promise<DraftSite> {
  const server = createServer();
  await once(server.listen(0), 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const portal = await startTestPortal(temporaryFolder(), { origins: [origin] });

  async function answer(path: string, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(path, origin);
    const tag = searchParams.get('form');
    const page = tag !== null && {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="ru"><title>Усть-Примерное</title><link rel="icon" href="data:,">
        <script type="module" src="/okno-test/okno.js"></script><${tag} service="detskiy-sad">Позвоните</${tag}>`,
    };
    const file = page || ((await serveRelease(pathname)) ?? portal.serve(pathname));
    if (!file) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': MIME_TYPES[file.type] ?? file.type }).end(file.body);
  }
  server.on('request', (request, response) => void answer(request.url ?? '/', response));

  // The widgets are built now, and not while the first citizen waits.
  await serveRelease('/okno-test/okno.js');
  return {
    urlOf: (tag) => `${origin}/?form=${tag}`,
    act: portal.act,
    async close() {
      server.close();
      server.closeAllConnections();
      await portal.act({ command: 'stop' });
    },
  };
}
