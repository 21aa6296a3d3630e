import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import sirv from 'sirv';

import { startSandbox, type RunningSandbox } from '../../api-mocks/server.ts';

/** The addresses of three sites, each with an origin of its own as in life and with `/` at the end. */
export interface SiteOrigins {
  /** The built catalogue. */
  catalogue: string;
  /** The sandbox portal. */
  portal: string;
  /** The page of the invented municipality. */
  municipality: string;
}

/** The three addresses on this machine, at three ports in a row. */
export const siteOriginsFrom = (port: number): SiteOrigins => ({
  catalogue: `http://localhost:${port}/`,
  portal: `http://localhost:${port + 1}/`,
  municipality: `http://localhost:${port + 2}/`,
});

/** The variables of the environment that Astro and our integrations read. */
export const astroEnvironment = ({ catalogue, portal, municipality }: SiteOrigins) => ({
  ASTRO_TELEMETRY_DISABLED: '1',
  OKNO_SITE: catalogue,
  OKNO_PORTAL: portal.slice(0, -1),
  OKNO_DEMO_HOST: municipality,
});

/**
 * Builds the catalogue with its search, widgets and address index into `out`, from another folder of content where one is named.
 * Rejects when the build fails; it has said why.
 */
export async function buildCatalogue(out: string, addresses: SiteOrigins, content?: string): Promise<void> {
  const child = spawn('astro', ['build', '--outDir', out], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...astroEnvironment(addresses),
      ...(content !== undefined && { OKNO_CONTENT: content }),
    },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('Каталог не собрался.');
}

/**
 * Serves a folder as a production server would: with its `.br` and `.gz` files, to pages of any origin. Files with a hash in their
 * name may be kept for ever, browsers ask for all others again. `base` is the path where the folder stands: `/catalog/`; `headers` go
 * with every file.
 */
export function serveFolder(
  folder: string,
  port: number,
  { base = '/', headers = {} }: { base?: string; headers?: Record<string, string> } = {},
): Promise<Server> {
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      const isHashed = /^\/(?:assets|widgets\/parts)\//.test(path);
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const missing = readFileSync(`${folder}/404.html`);
  return listen(port, (request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(missing);
    };
    if (!request.url?.startsWith(base)) {
      notFound();
      return;
    }
    request.url = request.url.slice(base.length - 1);
    files(request, response, notFound);
  });
}

/** The headers that a build says its pages need: `_headers`. */
export function readHeaders(folder: string): Record<string, string> {
  const lines = readFileSync(`${folder}/_headers`, 'utf8').split('\n').slice(1);
  return Object.fromEntries(
    lines
      .flatMap((line) => [...line.matchAll(/^ {2}([\w-]+): (.*)$/gu)])
      .map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
}

const HOST_PAGE = fileURLToPath(new URL('ust-primernyj.html', import.meta.url));

/** Serves the page of the invented municipality; `?service=` chooses the form, `&coop` cuts off the windows that it
 * opens. `head` is HTML for the end of its head. */
export function serveMunicipality({ catalogue, municipality }: SiteOrigins, head = ''): Promise<Server> {
  return listen(Number(new URL(municipality).port), (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', municipality);
    if (pathname !== '/') {
      response.writeHead(404).end();
      return;
    }
    const service = (searchParams.get('service') ?? 'detskiy-sad').replace(/[^\w-]/g, '');
    const page = readFileSync(HOST_PAGE, 'utf8')
      .replaceAll('{{catalogue}}', catalogue)
      .replaceAll('{{service}}', service)
      .replace('</head>', `${head}</head>`);
    const policy = searchParams.has('coop') && { 'Cross-Origin-Opener-Policy': 'same-origin' };
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...policy }).end(page);
  });
}

/** Starts the sandbox portal for pages of the other two sites, with the data of a built catalogue in `folder`. */
export function servePortal(folder: string, db: string, addresses: SiteOrigins): Promise<RunningSandbox> {
  mkdirSync(dirname(db), { recursive: true });
  return startSandbox({
    data: `${folder}/widgets`,
    db,
    origins: [addresses.catalogue, addresses.municipality],
    port: Number(new URL(addresses.portal).port),
  });
}

/** A server that listens already. */
async function listen(port: number, handler: RequestListener): Promise<Server> {
  const server = createServer(handler);
  // This machine only: what is built here is nobody else's business.
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return server;
}
