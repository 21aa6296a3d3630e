import { connect } from 'node:net';

/** A response, as it came over the connection. */
export interface RawResponse {
  /** The status code. */
  status: number;
  /** By names in small letters. Headers that came twice are joinChunks by commas. */
  headers: ReadonlyMap<string, string>;
  /** The body, without the lengths of its chunks. */
  body: Buffer;
}

/** A portal that has not responded after this time (ms) never will. */
const TIMEOUT = 20_000;

/**
 * Sends any bytes, and waits for the response. Gives `undefined` if the connection ends without one. `isAll` closes the sending
 * side afterwards: the portal sees that a body which was announced longer will not come. Rejects after `TIMEOUT`.
 */
export function sendRaw(port: number, bytes: Uint8Array, isAll = false): Promise<RawResponse | undefined> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', timeout: TIMEOUT });
    socket
      .on('data', (part) => {
        parts.push(part);
        // An event stream never ends by itself.
        if (/^content-type: text\/event-stream/im.test(part.toString('latin1'))) socket.destroy();
      })
      .on('timeout', () => {
        reject(new Error(`No answer to ${Buffer.from(bytes.subarray(0, 500)).toString('latin1')}`));
        socket.destroy();
      })
      // A portal that refuses a long request responds and closes the connection while bytes are still being sent.
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
  return { status: Number(code), headers, body: isChunked ? joinChunks(rest) : rest };
}

/** Joins the chunks of a body (RFC 9112, 7.1): `3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n` becomes `abcde`. */
function joinChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf('\r\n', at);
    const size = parseInt(body.toString('latin1', at, end), 16);
    if (end < 0 || !size) return Buffer.concat(chunks);
    chunks.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

/**
 * The length of the first request in the bytes received, headers and body. Gives `undefined` if it has not arrived completely.
 *
 * @example requestLength(Buffer.from('POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nokGET')) // 40
 */
export function requestLength(received: Buffer): number | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [, length = '0'] = /^content-length: *(\d+)/im.exec(received.toString('latin1', 0, end)) ?? [];
  const whole = end + 4 + Number(length);
  return received.length < whole ? undefined : whole;
}
