// Longer than most: the way of one exchange to Prism and back.
/**
 * Shows recorded exchanges to Prism (`proxy --errors`), with an upstream that answers what the portal answered. So each real
 * request and answer is judged, and nothing was slowed down while it happened.
 */
import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

import type { OpenApiDocument } from '../../widgets/contract/openapi/openapi.ts';
import { describeExchange, type Exchange } from './exchange.ts';
import { findOperation } from './operations.ts';
import { startPrismProxy, type PrismProxy } from './prism.ts';

/** Requests on their way at one time. */
const AT_ONCE = 16;
/** Of Prism's answers, which name everything that is wrong in one header. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Prism answers in a few; one that does not has lost the request. */
const PRISM_TIMEOUT = 20_000;
/** What belongs to one connection, not to what is said over it. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'expect',
  'host',
];
const ID = 'okno-exchange';

/** What is wrong with an exchange, in Prism's words. */
export interface Violation {
  exchange: Exchange;
  message: string;
}

/** Judges exchanges against the document, which lies in `file`. */
export async function replayExchanges(
  document: OpenApiDocument,
  file: string,
  exchanges: readonly Exchange[],
): Promise<Violation[]> {
  const reached = new Set<number>();
  const upstream = await startUpstream(exchanges, reached);
  const address = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const [strict, lenient] = await Promise.all([
    startPrismProxy(file, address, '--errors'),
    startPrismProxy(file, address),
  ]);
  const violations: Violation[] = [];
  try {
    const queue = exchanges.entries();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const [id, exchange] of queue) {
          const complaints = findOperation(document, exchange)
            ? await prismErrors(strict, lenient, exchange, id, reached)
            : undocumentedErrors(exchange);
          for (const what of complaints) violations.push({ exchange, message: what });
        }
      }),
    );
  } finally {
    await Promise.all([strict.stop(), lenient.stop()]);
    upstream.close();
  }
  return violations;
}

async function startUpstream(exchanges: readonly Exchange[], reached: Set<number>): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const id = Number(incoming.headers[ID]);
    const { status, headers, body } = (exchanges[id] as Exchange).response;
    reached.add(id);
    incoming.resume();
    outgoing.sendDate = false;
    outgoing
      .writeHead(status, { ...endToEnd(headers), connection: 'close' })
      .end(Buffer.from(body, 'base64'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const endToEnd = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));

/** A wrong answer is always a fault; a wrong request only where the portal took it for a good one. */
async function prismErrors(
  strict: PrismProxy,
  lenient: PrismProxy,
  exchange: Exchange,
  id: number,
  reached: Set<number>,
): Promise<string[]> {
  const body = bodyOf(exchange);
  const { complaints, text } = body ? await askPrism(strict, exchange, id, body) : NOT_SHOWN;
  if (reached.has(id)) return complaints;
  if (exchange.response.status < 400) return [`request: ${text}`];
  // The portal has refused it too. Its answer is still to be judged, and for that the request's body does not matter.
  const again = await askPrism(lenient, exchange, id, Buffer.alloc(0));
  return again.complaints.filter((what) => what.startsWith('response'));
}

const NOT_SHOWN = { complaints: [], text: 'no JSON' };

/**
 * JSON as Prism will write it again for the upstream, so that its length stays true; of all else the length does not matter, but
 * what is empty would be nothing to Prism, although it has a type and a length.
 * Without JSON where there should be: Prism waits for ever for the end of what it cannot read (`parseRequestBody`, 5.16).
 */
function bodyOf({ body, headers }: Exchange): Buffer | undefined {
  const bytes = Buffer.from(body, 'base64');
  const { 'content-type': type = '', 'content-length': length } = headers;
  if (!/^application\/(?:.*\+)?json/i.test(type))
    return Buffer.alloc(bytes.length || (type && length) ? 1 : 0, 'x');
  try {
    return bytes.length ? Buffer.from(JSON.stringify(JSON.parse(bytes.toString()))) : bytes;
  } catch {
    return undefined;
  }
}

const TO_PRISM = {
  host: '127.0.0.1',
  agent: new Agent({ keepAlive: true }),
  maxHeaderSize: MAX_HEADER_BYTES,
};

/** What Prism says of an exchange, and the body of its answer, which is its own where it let the request not through. */
async function askPrism({ port }: PrismProxy, exchange: Exchange, id: number, body: Buffer) {
  const { method, url } = exchange;
  const headers = { ...endToEnd(exchange.headers), [ID]: String(id), 'content-length': String(body.length) };
  const signal = AbortSignal.timeout(PRISM_TIMEOUT);
  const asked = request({ ...TO_PRISM, port, method, path: url, headers, signal }).end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { complaints: errorsIn(answer.headers['sl-violations']), text: await textOf(answer) };
}

function errorsIn(header: string | string[] | undefined): string[] {
  if (header === undefined) return [];
  try {
    return (JSON.parse(String(header)) as { location: string[]; message: string }[]).map(
      ({ location, message }) => `${location.join('.')}: ${message}`,
    );
  } catch {
    // Too many to fit: Prism cuts them off.
    return [`response: ${String(header)}`];
  }
}

/** What is not in the contract may only be refused, and as the contract refuses. The contract itself has other judges; HEAD is HTTP's. */
function undocumentedErrors(exchange: Exchange): string[] {
  const { method, url, response } = exchange;
  const isProblem = response.headers['content-type']?.startsWith('application/problem+json');
  return url === '/openapi.json' || method === 'HEAD' || (response.status >= 400 && isProblem)
    ? []
    : [`${describeExchange(exchange)} is not in the contract`];
}
