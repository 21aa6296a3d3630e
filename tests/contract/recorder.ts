/**
 * Records exchanges. It is imported for its effect by what starts sandbox portals in tests: with `OKNO_EXCHANGES=<folder>`
 * every exchange of this process with `/v1` is written there, for `npm run check:api`. It copies bytes as they pass and delays
 * nothing, streams neither.
 */
import { channel } from 'node:diagnostics_channel';
import { appendFileSync, mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import type { Exchange } from './exchange.ts';

/** Longer bodies are cut off. The portal reads less of any JSON. */
const MAX_RECORDED_BYTES = 512 * 1024;

const folder = process.env['OKNO_EXCHANGES'];
const requests = channel('http.server.request.start');
// Test files that share a process load this file each: the first one records for all.
if (folder && !requests.hasSubscribers) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}-${Date.now()}.jsonl`);
  requests.subscribe((message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.url?.startsWith('/v1/') && request.method !== 'OPTIONS')
      record(request, response, (exchange) => {
        appendFileSync(file, `${JSON.stringify(exchange)}\n`);
      });
  });
}

/** Copies the bytes of a request and its response. Calls `keep` when both are over. */
function record(
  request: IncomingMessage,
  response: ServerResponse,
  keep: (exchange: Exchange) => void,
): void {
  const sent = new Bytes();
  const push = request.push.bind(request);
  request.push = (chunk: Uint8Array | null, encoding) => {
    sent.add(chunk);
    return push(chunk, encoding);
  };
  const received = new Bytes();
  for (const name of ['write', 'end'] as const) {
    const original = response[name].bind(response) as (...args: unknown[]) => never;
    response[name] = (...args: unknown[]) => {
      received.add(args[0]);
      return original(...args);
    };
  }
  response.once('close', () => {
    const head = headOf(response);
    // A response without `X-Request-Id` is that of another server, or of Node, which could not read the request; one with `Via` that of
    // what stands between (the fault `foreignPage`).
    if (!head?.['x-request-id'] || head['via']) return;
    // An event stream never ends. Any other response that was cut off is not recorded.
    if (!response.writableFinished && !head['content-type']?.startsWith('text/event-stream')) return;
    keep({
      method: request.method ?? '',
      url: (request.url ?? '').replace(/^\/v1/, ''),
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
      body: sent.base64(),
      response: { status: response.statusCode, headers: head, body: received.base64() },
    });
  });
}

/** Reads the headers as they were sent. `getHeaders()` of Node does not know those that were given to `writeHead()`. */
function headOf(response: ServerResponse): Record<string, string> | undefined {
  const { _header: head } = response as { _header?: string | null };
  return head
    ?.split('\r\n')
    .slice(1)
    .filter(Boolean)
    .reduce<Record<string, string>>((headers, line) => {
      const [name = '', value = ''] = line.split(/: (.*)/s);
      const known = headers[name.toLowerCase()];
      return { ...headers, [name.toLowerCase()]: known === undefined ? value : `${known}, ${value}` };
    }, {});
}

/** The first `MAX_RECORDED_BYTES` of a body. */
class Bytes {
  readonly #chunks: Buffer[] = [];
  #length = 0;

  add(chunk: unknown): void {
    if (!(chunk instanceof Uint8Array || typeof chunk === 'string') || this.#length >= MAX_RECORDED_BYTES)
      return;
    this.#chunks.push(Buffer.from(chunk as string));
    this.#length += chunk.length;
  }

  base64(): string {
    return Buffer.concat(this.#chunks).subarray(0, MAX_RECORDED_BYTES).toString('base64');
  }
}
