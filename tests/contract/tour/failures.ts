import type { Operation } from '../../../widgets/contract/openapi/operation.ts';
import { sendAsAnna } from './send-request.ts';
import type { RequestParts, TourSandbox } from './scenario.ts';

type MakeFailing = (
  portal: TourSandbox,
  good: RequestParts,
  operation: Operation,
) => RequestParts | Promise<RequestParts>;

const withFault =
  (kind: 'tooManyRequests' | 'error' | 'unavailable'): MakeFailing =>
  (portal, good) => {
    portal.context().faults.add({ kind, often: { next: 1 } });
    return good;
  };
const withHeaders =
  (headers: Record<string, string>): MakeFailing =>
  (_, good) => ({ ...good, headers: { ...good.headers, ...headers } });

/** How any operation ends otherwise than well, made of the way in which all goes well. */
export const FAILING_REQUESTS: Partial<Record<number, MakeFailing>> = {
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
