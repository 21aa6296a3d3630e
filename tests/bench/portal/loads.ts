import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

import autocannon from 'autocannon';

import { MUNICIPALITY_ORIGIN, applicationOf } from '../../reliability/portal-under-test.ts';
import { quantile } from '../addresses/measure.ts';

/** What was measured under a load. */
export interface LoadResult {
  /** Requests, or files. */
  perSecond: number;
  /** Milliseconds that 99 of 100 did not exceed. */
  p99: number;
  /** Responses that were no success, or did not come. */
  failed: number;
}

const SECONDS = 10;
const CONNECTIONS = 20;

const JSON_TYPE = { 'Content-Type': 'application/json' };
const newKey = () => ({ 'Idempotency-Key': `"${randomUUID()}"` });

/** Repeats a request over all connections for some seconds. */
async function runAutocannon(url: string, request: autocannon.Request): Promise<LoadResult> {
  const options = { url, connections: CONNECTIONS, requests: [request] };
  await autocannon({ ...options, duration: 2 }); // warms up
  const { requests, latency, non2xx, errors } = await autocannon({ ...options, duration: SECONDS });
  return { perSecond: requests.average, p99: latency.p99, failed: non2xx + errors };
}

/** Applications, each with a key of its own. `url`: what comes before `/applications`. */
export const createApplications = (url: string, token: string): Promise<LoadResult> =>
  runAutocannon(`${url}/applications`, {
    method: 'POST',
    body: JSON.stringify(applicationOf('Примеров')),
    setupRequest: (request) => ({
      ...request,
      headers: { Origin: MUNICIPALITY_ORIGIN, Authorization: `Bearer ${token}`, ...JSON_TYPE, ...newKey() },
    }),
  });

/** The first page of a citizen's applications. */
export const listApplications = (url: string, token: string): Promise<LoadResult> =>
  runAutocannon(`${url}/applications?limit=20`, {
    headers: { Origin: MUNICIPALITY_ORIGIN, Authorization: `Bearer ${token}` },
  });

const FILE = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5 * 1024 * 1024 - 9)]);
const FILES = 40;
const PARALLEL_UPLOADS = 4;
const TUS = { Origin: MUNICIPALITY_ORIGIN, 'Tus-Resumable': '1.0.0' };

/** Uploads files of 5 MB by tus, four at a time: creates the upload, and sends the file in one chunk. */
export async function uploadManyFiles(url: string): Promise<LoadResult> {
  const times: number[] = [];
  let [failed, count] = [0, 0];
  const started = performance.now();
  const workers = Array.from({ length: PARALLEL_UPLOADS }, async () => {
    while (count++ < FILES) {
      const start = performance.now();
      if (await uploadOne(url)) times.push(performance.now() - start);
      else failed++;
    }
  });
  await Promise.all(workers);
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: times.length / seconds, p99: quantile(times, 0.99), failed };
}

async function uploadOne(url: string): Promise<boolean> {
  const metadata = { 'Upload-Length': String(FILE.length), 'Upload-Metadata': 'filename YS5qcGc=' };
  const created = await fetch(`${url}/uploads`, { method: 'POST', headers: { ...TUS, ...metadata } });
  await created.arrayBuffer();
  // Prism invents an address without an id; it takes any.
  const [id] = /[\da-f-]{36}$/.exec(created.headers.get('Location') ?? '') ?? [randomUUID()];
  const chunk = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' };
  const sent = await fetch(`${url}/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...TUS, ...chunk },
    body: FILE,
  });
  await sent.arrayBuffer();
  return created.ok && sent.ok;
}

/** Open streams of events, shared out among the citizens. */
export class EventStreamReaders {
  readonly #open: IncomingMessage[] = [];

  /** Opens `count` streams with the tokens in turn. Rejects when one is refused. */
  async open(url: string, tokens: readonly string[], count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      const headers = {
        Origin: MUNICIPALITY_ORIGIN,
        Authorization: `Bearer ${tokens[i % tokens.length] ?? ''}`,
      };
      const [stream] = (await once(get(`${url}/events/stream`, { headers, agent: false }), 'response')) as [
        IncomingMessage,
      ];
      if (stream.statusCode !== 200) throw new Error(`A stream of events: ${stream.statusCode}`);
      this.#open.push(stream.setEncoding('utf8'));
    }
  }

  /** Milliseconds from the start of `cause` until every stream has got an event. */
  async timeToReachAll(cause: () => Promise<void>): Promise<number> {
    const all = this.#open.map(async (stream) => {
      for (let received = ''; !/^data:/m.test(received);) {
        const [part] = (await once(stream, 'data')) as [string];
        received += part;
      }
    });
    const start = performance.now();
    await cause();
    await Promise.all(all);
    return performance.now() - start;
  }

  /** Closes all streams. */
  close(): void {
    for (const stream of this.#open) stream.destroy();
  }
}
