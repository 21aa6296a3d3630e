import type { Operation } from '../../../widgets/contract/openapi/operation.ts';
import { sendAsAnna } from './send-request.ts';
import type { RequestParts, TourSandbox } from './scenario.ts';

/** Makes a request that fails of one that succeeds. May prepare the portal for it. */
type FailureMaker = (
  portal: TourSandbox,
  good: RequestParts,
  operation: Operation,
) => RequestParts | Promise<RequestParts>;

const withFault =
  (kind: 'tooManyRequests' | 'error' | 'unavailable'): FailureMaker =>
  (portal, good) => {
    portal.context().faults.add({ kind, often: { next: 1 } });
    return good;
  };
const withHeaders =
  (headers: Record<string, string>): FailureMaker =>
  (_, good) => ({ ...good, headers: { ...good.headers, ...headers } });

/**
 * By status: how any operation can be made to fail. `good` is the request that succeeds. For 401 it gets a token that nobody
 * has, for 503 the portal gets a fault that hits this one request. Operations that need something else have it in
 * `OperationScenario.failures`.
 */
export const FAILING_REQUESTS: Partial<Record<number, FailureMaker>> = {
  304: async (portal, good, operation) => {
    const etag = (await sendAsAnna(portal, operation, good)).headers.get('ETag');
    return { ...good, headers: { 'If-None-Match': etag ?? '' } };
  },
  400: (_, good) => ({ ...good, query: { ...good.query, unheardOf: '1' } }),
  401: withHeaders({ Authorization: 'Bearer stale' }),
  403: withHeaders({ Origin: 'http://stranger.test' }),
  404: (_, good) => ({
    ...good,
    params: Object.fromEntries(Object.keys(good.params ?? {}).map((name) => [name, 'nothing'])),
  }),
  412: withHeaders({ 'Tus-Resumable': '0.2.2' }),
  413: (_, good) => ({ ...good, body: { ...good.body, filler: ' '.repeat(300 * 1024) } }),
  415: withHeaders({ 'Content-Type': 'text/plain' }),
  422: (_, good) => ({ ...good, body: {} }),
  429: withFault('tooManyRequests'),
  500: withFault('error'),
  503: withFault('unavailable'),
};
