import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';

import { build } from 'vite';

import { startSandbox, type RunningSandbox } from '../../api-mocks/server.ts';
import { writePortalData } from '../../site/integrations/portal-data.ts';
import { writeOknoJson } from '../../site/integrations/widgets.ts';
import { importAddresses } from '../../widgets/addresses/build/import.ts';
import { fillPlaces, readmePolicy, renderHost, type Host, type HostPlaces } from './corpus.ts';
import { readLibrary } from './host-libraries.ts';
import { serveFolder } from './serve.ts';

/** The sites of a run: the widgets, the portal, and each host at an origin of its own, so that none finds another's drafts. */
export interface HostSites {
  /** Addresses of the host pages. */
  urls: ReadonlyMap<Host, string>;
  /** What a browser did not allow on each host, where its policy has `report-uri /violation`. */
  violations: Map<Host, string[]>;
  /** What applications have reached the portal is read from its context. */
  sandbox: RunningSandbox;
  close(): Promise<void>;
}

/** Builds the widgets into `folder`, and serves them, the portal and the hosts at free ports. */
export async function startHostSites(hosts: readonly Host[], folder: string): Promise<HostSites> {
  const widgets = join(folder, 'widgets');
  await build({ configFile: 'widgets/vite.config.ts', build: { outDir: widgets }, logLevel: 'warn' });
  writePortalData('content', widgets);
  await importAddresses({ from: 'content/addresses', out: join(widgets, 'addresses') });
  const servers = await Promise.all(hosts.map(listen));
  const urls = new Map(hosts.map((host, i) => [host, addressOf(servers[i] as Server)]));
  const sandbox = await startSandbox({
    data: widgets,
    db: join(folder, 'sandbox.sqlite'),
    origins: [...urls.values()],
    scanDelayMs: 0,
    requestsPerMinute: 1e6,
  });
  process.env['OKNO_PORTAL'] = sandbox.url;
  writeOknoJson(widgets);
  writeFileSync(join(folder, '404.html'), 'Нет такой страницы');
  const catalogueServer = await serveFolder(folder, 0);
  const sites = { catalogue: addressOf(catalogueServer), portal: `${sandbox.url}/` };
  const places = { ...sites, csp: readmePolicy(sites) };
  const violations = new Map<Host, string[]>();
  hosts.forEach((host, i) =>
    servers[i]?.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.method === 'POST')
        void json(request).then((report) => violations.get(host)?.push(violationIn(report)));
      answer({ host, places, path: request.url ?? '/' }, response);
    }),
  );
  const close = async () => {
    for (const server of [catalogueServer, ...servers]) {
      server.close();
      server.closeAllConnections();
    }
    await sandbox.close();
  };
  return { urls, violations, sandbox, close };
}

const addressOf = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}/`;

async function listen(): Promise<Server> {
  const server = createServer();
  await once(server.listen(0), 'listening');
  return server;
}

/** Answers with the host page, or with a file of a library. */
function answer({ host, places, path }: Asked, response: ServerResponse): void {
  const { pathname } = new URL(path, 'http://localhost');
  const library = readLibrary(pathname);
  if (library) {
    response.writeHead(200, { 'Content-Type': library.type }).end(library.body);
    return;
  }
  if (pathname !== '/') {
    response.writeHead(404).end();
    return;
  }
  for (const [name, value] of Object.entries(host.headers))
    response.setHeader(name, fillPlaces(value, places));
  response
    .writeHead(200, { 'Content-Type': `text/html; charset=${host.charset}` })
    .end(encode(renderHost(host, places), host.charset));
}

/** The words of a report: https://www.w3.org/TR/CSP3/#deprecated-serialize-violation */
function violationIn(report: unknown): string {
  const { 'csp-report': csp } = report as { 'csp-report': Record<string, string> };
  const parts = ['effective-directive', 'blocked-uri', 'script-sample', 'source-file'].map((key) => csp[key]);
  return `политика не пускает: ${parts.filter(Boolean).join(' ')}`;
}

/** A path of a host that a browser asks for. */
interface Asked {
  host: Host;
  places: HostPlaces;
  path: string;
}

/** The bytes of a text. Node decodes windows-1251 and does not encode it. */
function encode(html: string, charset: Host['charset']): Buffer {
  if (charset === 'utf-8') return Buffer.from(html);
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const letters = new TextDecoder(charset).decode(bytes);
  return Buffer.from(Array.from(html, (letter) => letters.indexOf(letter)));
}
