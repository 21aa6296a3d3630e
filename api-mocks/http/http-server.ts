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

/** Nobody's headers are longer or slower than these; a piece of a file may take five minutes. */
const CONNECTION_LIMITS: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
  // Node would refuse it without a word; Hono's adaptor refuses it, too.
  requireHostHeader: false,
};
const MAX_CONNECTIONS = 10_000;

/** What Node itself refuses, before the portal sees it: `code` of its errors. Whatever else it is cannot be read. */
const PROBLEM_OF_NODE_ERROR: Record<string, ProblemType> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'slow',
};

export interface PortalUrlContext {
  /** Where the portal is reached, without a slash at the end: known when it listens. */
  portalUrl: string;
}

/** The portal's server: everything about a connection is bounded, and every refusal is a problem. */
export function createHttpServer(app: Hono, limits = CONNECTION_LIMITS): Server {
  const listener = getRequestListener(app.fetch, {
    errorHandler: () => problemResponse(new HttpProblem('malformed')),
  });
  const listen = (request: IncomingMessage, response: ServerResponse) => void listener(request, response);
  const server = createServer(limits, listen);
  // An expectation that nobody knows may be left alone (RFC 9110, 10.1.1); Node would refuse it without a word.
  server.on('checkExpectation', listen);
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', refuseConnection);
  return server;
}

/** Answers with a problem what Node could not read, and closes the connection. */
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
