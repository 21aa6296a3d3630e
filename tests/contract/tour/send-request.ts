import { newIdempotencyKey } from '../../../api-mocks/testing.ts';
import type { Operation } from '../../../widgets/contract/openapi/operation.ts';
import type { RequestParts, TourSandbox } from './scenario.ts';

/** Makes a whole request of its parts, for `fetch` and `node:http`. `path` starts with `/v1`. */
export function httpRequestOf(
  portal: TourSandbox,
  { method, path, keyName, mediaType }: Operation,
  parts: RequestParts,
) {
  const { params = {}, query = {}, headers = {}, body, bytes } = parts;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = Object.keys(query).length ? `?${new URLSearchParams(query).toString()}` : '';
  return {
    path: `/v1${filled}${search}`,
    method: method.toUpperCase(),
    headers: {
      ...portal.headersOf('anna'),
      ...(keyName && { 'Idempotency-Key': newIdempotencyKey() }),
      ...(body && { 'Content-Type': 'application/json' }),
      ...(bytes && mediaType !== undefined && { 'Content-Type': mediaType }),
      ...headers,
    },
    body: body ? JSON.stringify(body) : (bytes ?? null),
  };
}

/** Sends a request as Anna, from a page on the list. Closes an event stream as soon as it has started. */
export async function sendAsAnna(
  portal: TourSandbox,
  operation: Operation,
  parts: RequestParts,
): Promise<Response> {
  const { path, ...init } = httpRequestOf(portal, operation, parts);
  const stop = new AbortController();
  const response = await portal.call(path, { ...init, signal: stop.signal });
  if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) stop.abort();
  else await response.arrayBuffer();
  return response;
}
