import type { Operation } from '../../../widgets/contract/openapi/operation.ts';
import { asked } from './asked.ts';
import type { Ask, Portal } from './stop.ts';

type Way = (portal: Portal, good: Ask, operation: Operation) => Ask | Promise<Ask>;

const hit =
  (kind: 'tooManyRequests' | 'error' | 'unavailable'): Way =>
  (portal, good) => {
    portal.inside().faults.add({ kind, often: { next: 1 } });
    return good;
  };
const saying =
  (headers: Record<string, string>): Way =>
  (_, good) => ({ ...good, headers: { ...good.headers, ...headers } });

/** How any operation ends otherwise than well, made of the way in which all goes well. */
export const WAYS: Partial<Record<number, Way>> = {
  304: async (portal, good, operation) => {
    const etag = (await asked(portal, operation, good)).headers.get('ETag');
    return { ...good, headers: { 'If-None-Match': etag ?? '' } };
  },
  400: (_, good) => ({ ...good, query: { ...good.query, unheardOf: '1' } }),
  401: saying({ Authorization: 'Bearer stale' }),
  403: saying({ Origin: 'http://stranger.test' }),
  404: (_, good) => ({
    ...good,
    params: Object.fromEntries(Object.keys(good.params ?? {}).map((name) => [name, 'nothing'])),
  }),
  412: saying({ 'Tus-Resumable': '0.2.2' }),
  413: (_, good) => ({ ...good, body: { ...good.body, filler: ' '.repeat(300 * 1024) } }),
  415: saying({ 'Content-Type': 'text/plain' }),
  422: (_, good) => ({ ...good, body: {} }),
  429: hit('tooManyRequests'),
  500: hit('error'),
  503: hit('unavailable'),
};
