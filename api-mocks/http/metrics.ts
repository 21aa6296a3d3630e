import type { DatabaseSync } from 'node:sqlite';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import type { DatabaseContext } from '../store/database.ts';

/** Upper edges of the buckets of the latency, in seconds. */
const BUCKET_EDGES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const OPERATIONS = new Map(
  Object.entries<Operation>(API).map(([id, { method, path }]) => [`${method.toUpperCase()} /v1${path}`, id]),
);

interface Latency {
  /** How many took no longer than each edge. */
  within: number[];
  count: number;
  seconds: number;
}

/** One request that was answered. */
interface CountedRequest {
  method: string;
  /** As the contract writes it, behind `/v1`. */
  route: string;
  status: number;
  ms: number;
}

/** Counts requests by operation. In memory only: counters of Prometheus may begin anew. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #latencies = new Map<string, Latency>();

  recordRequest({ method, route, status, ms }: CountedRequest): void {
    const operation = OPERATIONS.get(`${method} ${route}`) ?? 'other';
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

  writeRequestCounts(): string[] {
    const samples = [...this.#requests].map(([labels, count]) => `{${labels}} ${count}`);
    return metricFamily('okno_requests_total', 'counter', samples);
  }

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

export interface MetricsContext {
  metrics: Metrics;
}

/** What `GET /metrics` answers: the text format of Prometheus. */
export const writeMetrics = (
  { db, metrics }: DatabaseContext & MetricsContext,
  openStreams: number,
): string =>
  [
    ...metrics.writeRequestCounts(),
    ...metrics.writeLatencies(),
    ...metricFamily('okno_open_streams', 'gauge', [` ${openStreams}`]),
    ...metricFamily('okno_uploads', 'gauge', byState(db, 'uploads')),
    ...metricFamily('okno_cases', 'gauge', byState(db, 'applications')),
    '',
  ].join('\n');

const byState = (db: DatabaseSync, table: 'uploads' | 'applications') =>
  db
    .prepare(`SELECT state, count(*) AS count FROM ${table} GROUP BY state`)
    .all()
    .map(({ state, count }) => `{state="${String(state)}"} ${String(count)}`);

const metricFamily = (name: string, type: 'counter' | 'gauge' | 'histogram', samples: string[]) => [
  `# TYPE ${name} ${type}`,
  ...samples.map((sample) => name + sample),
];
