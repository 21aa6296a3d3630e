import {
  STATUS_CODES,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';

import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

import type { ProblemType } from '../../widgets/contract/problems/schemas.ts';
import { HttpProblem, problemResponse } from './problem.ts';

/** Limits of one connection, in bytes and milliseconds. A chunk of an upload may take the whole five minutes. */
const CONNECTION_LIMITS: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
  // Node would refuse a request without `Host` with an empty body. Hono's adaptor refuses it as a problem.
  requireHostHeader: false,
};
const MAX_CONNECTIONS = 10_000;
/** A connection of which one side is closed is kept so long, in milliseconds. */
const HALF_CLOSED_MS = 30_000;

/**
 * Problems of requests that Node itself refuses, by the `code` of Node's error. Any other error means that the request cannot
 * be read: `malformed`.
 */
const PROBLEM_OF_NODE_ERROR: Record<string, ProblemType> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'slow',
};

/** Knows the portal's own address. */
export interface PortalUrlContext {
  /** `http://localhost:4322`, without a slash at the end. Empty until the portal listens. */
  portalUrl: string;
}

/** Knows where the catalogue stands. */
export interface CatalogueUrlContext {
  /** With a slash at the end: `https://uslugi.test/catalog/`. */
  catalogueUrl: string;
}

/** The whole address of a page of the catalogue; `page` is its path there: `my/`. */
export const cataloguePage = ({ catalogueUrl }: CatalogueUrlContext, page: string): string =>
  new URL(page, catalogueUrl).href;

/** Makes the HTTP server of the portal. Every connection has limits. Every refusal is a problem (RFC 9457). */
export function createHttpServer(
  app: Hono,
  limits = CONNECTION_LIMITS,
  halfClosedMs = HALF_CLOSED_MS,
): Server {
  const listener = getRequestListener(app.fetch, {
    errorHandler: () => problemResponse(new HttpProblem('malformed')),
  });
  const listen = (request: IncomingMessage, response: ServerResponse) => void listener(request, response);
  const server = createServer(limits, listen);
  // A server may ignore an `Expect` header that it does not know (RFC 9110, 10.1.1). Node would refuse it with an empty body.
  server.on('checkExpectation', listen);
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', refuseConnection);
  server.on('connection', (socket) => {
    endHalfClosed(socket, halfClosedMs);
  });
  return server;
}

/**
 * Ends a connection some time after one of its sides was closed, by the client or by us (`refuseConnection`). A client that keeps the
 * other side open would hold it for ever.
 */
function endHalfClosed(socket: Duplex, ms: number): void {
  const endSoon = () => {
    const timer = setTimeout(() => socket.destroy(), ms).unref();
    socket.once('close', () => {
      clearTimeout(timer);
    });
  };
  socket.once('end', endSoon).once('finish', endSoon);
}

/** Responds with a problem to what Node could not read, and closes the connection. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { problem } = new HttpProblem(PROBLEM_OF_NODE_ERROR[error.code ?? ''] ?? 'malformed');
  const body = JSON.stringify(problem);
  const lines = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
    '',
    body,
  ];
  socket.end(lines.join('\r\n'));
}
