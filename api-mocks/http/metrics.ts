import type { DatabaseSync } from 'node:sqlite';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import type { DatabaseContext } from '../store/database.ts';

/** Upper bounds of the buckets of the latency histogram, in seconds. */
const BUCKET_EDGES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Ids of operations by method and route: `GET /v1/drafts/{id}` → `getDraft`. */
const OPERATION_IDS = new Map(
  Object.entries<Operation>(API).map(([id, { method, path }]) => [`${method.toUpperCase()} /v1${path}`, id]),
);

/**
 * A histogram of Prometheus. Its buckets are cumulative: requests of 3, 30 and 300 ms give `[1, 1, 1, 2, 2, 2, 3, 3, …]`,
 * because two of them took at most 0.05 s, and all three at most 0.5 s.
 */
interface Latency {
  /** How many requests took no longer than each bound. */
  within: number[];
  count: number;
  /** The time of all requests together. */
  seconds: number;
}

/** One request that is over. */
interface CountedRequest {
  method: string;
  /** As the contract writes it, with `/v1` before it: `/v1/drafts/{id}`. */
  route: string;
  status: number;
  ms: number;
}

/** Counts requests by operation. In memory: Prometheus allows counters to start again at 0 when the portal restarts. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #latencies = new Map<string, Latency>();

  /** Counts one request, and how long it took. */
  recordRequest({ method, route, status, ms }: CountedRequest): void {
    const operation = OPERATION_IDS.get(`${method} ${route}`) ?? 'other';
    const labels = `operation="${operation}",status="${status}"`;
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1);
    const { within, count, seconds } = this.#latencies.get(operation) ?? {
      within: BUCKET_EDGES.map(() => 0),
      count: 0,
      seconds: 0,
    };
    this.#latencies.set(operation, {
      within: within.map((number, i) => number + (ms / 1000 <= (BUCKET_EDGES[i] ?? 0) ? 1 : 0)),
      count: count + 1,
      seconds: seconds + ms / 1000,
    });
  }

  /** Lines such as `okno_requests_total{operation="getDraft",status="200"} 5`. */
  writeRequestCounts(): string[] {
    const samples = [...this.#requests].map(([labels, count]) => `{${labels}} ${count}`);
    return metricFamily('okno_requests_total', 'counter', samples);
  }

  /** Lines such as `okno_request_seconds_bucket{operation="getDraft",le="0.05"} 4`. */
  writeLatencies(): string[] {
    const samples = [...this.#latencies].flatMap(([operation, { within, count, seconds }]) => [
      ...within.map((number, i) => `_bucket{operation="${operation}",le="${BUCKET_EDGES[i]}"} ${number}`),
      `_bucket{operation="${operation}",le="+Inf"} ${count}`,
      `_sum{operation="${operation}"} ${seconds}`,
      `_count{operation="${operation}"} ${count}`,
    ]);
    return metricFamily('okno_request_seconds', 'histogram', samples);
  }
}

/** Counts what the portal does. */
export interface MetricsContext {
  /** Counters since the portal started. */
  metrics: Metrics;
}

/** The body of `GET /metrics`, in the text format of Prometheus. */
export const writeMetrics = (
  { db, metrics }: DatabaseContext & MetricsContext,
  openStreams: number,
): string =>
  [
    ...metrics.writeRequestCounts(),
    ...metrics.writeLatencies(),
    ...metricFamily('okno_open_streams', 'gauge', [` ${openStreams}`]),
    ...metricFamily('okno_uploads', 'gauge', countsByState(db, 'uploads')),
    ...metricFamily('okno_cases', 'gauge', countsByState(db, 'applications')),
    '',
  ].join('\n');

/** How many rows of a table are in each state, as samples: `{state="decided"} 12`. */
const countsByState = (db: DatabaseSync, table: 'uploads' | 'applications') =>
  db
    .prepare(`SELECT state, count(*) AS count FROM ${table} GROUP BY state`)
    .all()
    .map(({ state, count }) => `{state="${String(state)}"} ${String(count)}`);

/** The lines of one metric: its type, and its samples with the name before each. */
const metricFamily = (name: string, type: 'counter' | 'gauge' | 'histogram', samples: string[]) => [
  `# TYPE ${name} ${type}`,
  ...samples.map((sample) => name + sample),
];
