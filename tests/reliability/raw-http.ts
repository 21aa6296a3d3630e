import { connect } from 'node:net';

/** What a portal has answered, as it came. */
export interface RawResponse {
  status: number;
  /** By names in lower case; those that came twice are joined by commas. */
  headers: ReadonlyMap<string, string>;
  body: Buffer;
}

/** Milliseconds: who has not answered until then does not answer. */
const TIMEOUT = 20_000;

/**
 * Sends bytes, whatever they are, and waits for the answer; `undefined` when there is none before the connection ends. `isAll`
 * says that no more will come, however long the body was to be.
 */
export function sendRaw(port: number, bytes: Uint8Array, isAll = false): Promise<RawResponse | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', timeout: TIMEOUT });
    socket
      .on('data', (part) => {
        parts.push(part);
        // A stream of events goes on until somebody hangs up.
        if (/^content-type: text\/event-stream/im.test(part.toString('latin1'))) socket.destroy();
      })
      .on('timeout', () => {
        reject(new Error(`No answer to ${Buffer.from(bytes.subarray(0, 500)).toString('latin1')}`));
        socket.destroy();
      })
      // What the portal does not want to read to its end it answers, and hangs up.
      .on('error', () => undefined)
      .on('close', () => {
        resolve(parseResponse(Buffer.concat(parts)));
      });
    if (isAll) socket.end(bytes);
    else socket.write(bytes);
  });
}

function parseResponse(all: Buffer): RawResponse | undefined {
  const end = all.indexOf('\r\n\r\n');
  const [, code] = /^HTTP\/1\.1 (\d{3})/.exec(all.toString('latin1', 0, 12)) ?? [];
  if (end < 0 || code === undefined) return undefined;
  const rest = all.subarray(end + 4);
  if (code === '100') return parseResponse(rest);
  const headers = new Map<string, string>();
  for (const line of all.toString('latin1', 0, end).split('\r\n').slice(1)) {
    const [, name = '', value = ''] = /^([^:]+): *(.*)$/.exec(line) ?? [];
    const before = headers.get(name.toLowerCase());
    headers.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  const isChunked = headers.get('transfer-encoding') === 'chunked';
  return { status: Number(code), headers, body: isChunked ? joined(rest) : rest };
}

/** A body in chunks (RFC 9112, 7.1) in one piece. */
function joined(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const size = parseInt(body.toString('latin1', at, end), 16);
    if (end < 0 || !size) return Buffer.concat(chunks);
    chunks.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

/** Bytes of the first request in what has come, headers and body; `undefined` when it is not there yet. */
export function requestLength(received: Buffer): number | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [, length = '0'] = /^content-length: *(\d+)/im.exec(received.toString('latin1', 0, end)) ?? [];
  const whole = end + 4 + Number(length);
  return received.length < whole ? undefined : whole;
}
