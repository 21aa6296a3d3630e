// Longer than other modules: the way of one exchange to Prism and back.
/**
 * Replays recorded exchanges through Prism. A client sends the recorded request to Prism; Prism passes it on to an upstream
 * server, which gives the recorded response. So Prism checks both, and nothing was slowed down while the exchange happened.
 *
 *     replay ──request──► prism proxy ──request──► upstream ──recorded response──► prism proxy ──► replay
 */
import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

import type { OpenApiDocument } from '../../widgets/contract/openapi/openapi.ts';
import { describeExchange, type Exchange } from './exchange.ts';
import { findOperation } from './operations.ts';
import { startPrismProxy, type PrismProxy } from './prism.ts';

/** This many exchanges are replayed at the same time. */
const AT_ONCE = 16;
/** Prism names all mistakes in one header. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Prism responds within milliseconds. After this time (ms) it has lost the request. */
const PRISM_TIMEOUT = 20_000;
/** Headers that belong to one connection, and not to the message (RFC 9110, 7.6.1), or that Node sets itself. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'date',
  'expect',
  'host',
];
/** Header with the index of the exchange, by which the upstream finds the response. */
const ID = 'okno-exchange';

/** Something in an exchange that does not fit the document. */
export interface Violation {
  /** The exchange. */
  exchange: Exchange;
  /** Where and what, in Prism's words: `response.body.lastName: Response body property lastName must be string`. */
  message: string;
}

/** Checks exchanges against the document, which also lies in `file`. Gives all violations. */
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
          const messages = findOperation(document, exchange)
            ? await prismErrors(strict, lenient, exchange, id, reached)
            : undocumentedErrors(exchange);
          for (const message of messages) violations.push({ exchange, message });
        }
      }),
    );
  } finally {
    await Promise.all([strict.stop(), lenient.stop()]);
    upstream.close();
  }
  return violations;
}

/** Starts the server behind Prism. It adds the index of each exchange whose request has reached it to `reached`. */
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

/**
 * Gives what Prism finds wrong in an exchange. A wrong response always counts. A wrong request counts only if the portal
 * accepted it: tests send wrong requests on purpose. `strict` (`--errors`) stops wrong requests, `lenient` passes them on.
 */
async function prismErrors(
  strict: PrismProxy,
  lenient: PrismProxy,
  exchange: Exchange,
  id: number,
  reached: Set<number>,
): Promise<string[]> {
  const body = bodyOf(exchange);
  const { messages, text } = body ? await sendToPrism(strict, exchange, id, body) : NOT_SENT;
  if (reached.has(id)) return messages;
  if (exchange.response.status < 400) return [`request: ${text}`];
  // The portal has refused the request, as Prism does. Only its response is left to check, and for that the request's body does
  // not matter.
  const second = await sendToPrism(lenient, exchange, id, Buffer.alloc(0));
  return second.messages.filter((message) => message.startsWith('response'));
}

const NOT_SENT = { messages: [], text: 'no JSON' };

/**
 * The body to send to Prism. Gives `undefined` for a body that should be JSON and is not: Prism would wait for ever for its end
 * (`parseRequestBody`, 5.16).
 *
 * JSON is written anew, because Prism writes it anew for the upstream and keeps the length of before. Other bodies become one
 * byte: Prism checks only whether there is a body, and takes an empty one for none, although the request has a type and a
 * length.
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

/**
 * Sends the request of an exchange to Prism. Gives Prism's messages, and the text of the response: Prism's own if it stopped
 * the request.
 */
async function sendToPrism({ port }: PrismProxy, exchange: Exchange, id: number, body: Buffer) {
  const { method, url } = exchange;
  const headers = { ...endToEnd(exchange.headers), [ID]: String(id), 'content-length': String(body.length) };
  const signal = AbortSignal.timeout(PRISM_TIMEOUT);
  const sent = request({ ...TO_PRISM, port, method, path: url, headers, signal }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return { messages: messagesIn(response.headers['sl-violations']), text: await textOf(response) };
}

/** Reads `sl-violations`: `[{"location":["response","body"],"message":"…"}]` gives `['response.body: …']`. */
function messagesIn(header: string | string[] | undefined): string[] {
  if (header === undefined) return [];
  try {
    return (JSON.parse(String(header)) as { location: string[]; message: string }[]).map(
      ({ location, message }) => `${location.join('.')}: ${message}`,
    );
  } catch {
    // Prism cuts off a header that is too long: then it is no JSON.
    return [`response: ${String(header)}`];
  }
}

/**
 * Checks an exchange that no operation describes: the portal has to refuse it with a problem. Two are allowed: the document
 * itself (linters check it), and HEAD, which HTTP defines for every GET.
 */
function undocumentedErrors(exchange: Exchange): string[] {
  const { method, url, response } = exchange;
  const isProblem = response.headers['content-type']?.startsWith('application/problem+json');
  return url === '/openapi.json' || method === 'HEAD' || (response.status >= 400 && isProblem)
    ? []
    : [`${describeExchange(exchange)} is not in the contract`];
}
