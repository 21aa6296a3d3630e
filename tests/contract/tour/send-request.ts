import { newIdempotencyKey } from '../../../api-mocks/testing.ts';
import type { Operation } from '../../../widgets/contract/openapi/operation.ts';
import type { RequestParts, TourSandbox } from './scenario.ts';

/** A request as `fetch` and `node:http` take it; `path` is below the portal's address. */
export function httpRequestOf(
  portal: TourSandbox,
  { method, path, needsIdempotencyKey, mediaType }: Operation,
  ask: RequestParts,
) {
  const { params = {}, query = {}, headers = {}, body, bytes } = ask;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = Object.keys(query).length ? `?${new URLSearchParams(query).toString()}` : '';
  return {
    path: `/v1${filled}${search}`,
    method: method.toUpperCase(),
    headers: {
      ...portal.headersOf('anna'),
      ...(needsIdempotencyKey && { 'Idempotency-Key': newIdempotencyKey() }),
      ...(body && { 'Content-Type': 'application/json' }),
      ...(bytes && mediaType !== undefined && { 'Content-Type': mediaType }),
      ...headers,
    },
    body: body ? JSON.stringify(body) : (bytes ?? null),
  };
}

/** Asks as Anna, from a page that may ask. A stream of events is left as soon as it has begun. */
export async function sendAsAnna(
  portal: TourSandbox,
  operation: Operation,
  ask: RequestParts,
): Promise<Response> {
  const { path, ...init } = httpRequestOf(portal, operation, ask);
  const stop = new AbortController();
  const response = await portal.call(path, { ...init, signal: stop.signal });
  if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) stop.abort();
  else await response.arrayBuffer();
  return response;
}
