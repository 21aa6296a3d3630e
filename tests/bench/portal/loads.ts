import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

import autocannon from 'autocannon';

import { MUNICIPALITY_ORIGIN, applicationOf } from '../../reliability/portal-under-test.ts';
import { quantile } from '../addresses/measure.ts';

/** What came of a load. */
export interface LoadResult {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
  /** Answers that were no success, or did not come. */
  failed: number;
}

const SECONDS = 10;
const CONNECTIONS = 20;

const JSON_TYPE = { 'Content-Type': 'application/json' };
const newKey = () => ({ 'Idempotency-Key': `"${randomUUID()}"` });

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

const FILE = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(5 * 1024 * 1024 - 4)]);
const FILES = 40;
const PARALLEL_UPLOADS = 4;
const TUS = { Origin: MUNICIPALITY_ORIGIN, 'Tus-Resumable': '1.0.0' };

/** Files of 5 MB by tus: begun, and sent in one piece. */
export async function uploadManyFiles(url: string): Promise<LoadResult> {
  const times: number[] = [];
  let [failed, begun] = [0, 0];
  const started = performance.now();
  const hands = Array.from({ length: PARALLEL_UPLOADS }, async () => {
    while (begun++ < FILES) {
      const start = performance.now();
      if (await uploadOne(url)) times.push(performance.now() - start);
      else failed++;
    }
  });
  await Promise.all(hands);
  const seconds = (performance.now() - started) / 1000;
  return { perSecond: times.length / seconds, p99: quantile(times, 0.99), failed };
}

async function uploadOne(url: string): Promise<boolean> {
  const metadata = { 'Upload-Length': String(FILE.length), 'Upload-Metadata': 'filename YS5qcGc=' };
  const begun = await fetch(`${url}/uploads`, { method: 'POST', headers: { ...TUS, ...metadata } });
  await begun.arrayBuffer();
  // The mock makes up an address that is none; any id will do for it.
  const [id] = /[\da-f-]{36}$/.exec(begun.headers.get('Location') ?? '') ?? [randomUUID()];
  const piece = { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '0' };
  const sent = await fetch(`${url}/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...TUS, ...piece },
    body: FILE,
  });
  await sent.arrayBuffer();
  return begun.ok && sent.ok;
}

/** Streams of events that are open, those of all citizens in turn. */
export class EventStreamReaders {
  readonly #open: IncomingMessage[] = [];

  /** Opens so many. Rejects when one is refused. */
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

  /** Milliseconds until every stream has told something that `happen` has caused. */
  async timeToReachAll(happen: () => Promise<void>): Promise<number> {
    const all = this.#open.map(async (stream) => {
      for (let heard = ''; !/^data:/m.test(heard);) {
        const [part] = (await once(stream, 'data')) as [string];
        heard += part;
      }
    });
    const start = performance.now();
    await happen();
    await Promise.all(all);
    return performance.now() - start;
  }

  close(): void {
    for (const stream of this.#open) stream.destroy();
  }
}
