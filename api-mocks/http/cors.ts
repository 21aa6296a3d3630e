import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { HttpProblem } from './problem.ts';

const OPERATIONS = Object.values<Operation>(API);

/** The methods of all operations. */
const ALLOWED_METHODS = new Set(OPERATIONS.map(({ method }) => method.toUpperCase()));

/** Headers that a page may send: those of the operations, those that say who sends, and those of tus. */
const REQUEST_HEADERS = new Set([
  'Authorization',
  'Content-Type',
  'DPoP',
  'Idempotency-Key',
  'Tus-Resumable',
  'Upload-Checksum',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
  ...OPERATIONS.flatMap(({ headers = {} }) => Object.keys(headers)),
]);

/** Headers that a page may read in a response. Browsers hide all others from scripts of another origin. */
const EXPOSED_HEADERS = new Set([
  'API-Version',
  'Date',
  'ETag',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Tus-Max-Size',
  'Tus-Resumable',
  'Tus-Version',
  'Upload-Expires',
  'Upload-Offset',
  'X-Request-Id',
  ...OPERATIONS.flatMap(({ responses }) =>
    Object.values(responses).flatMap(({ headers = {} }) => Object.keys(headers)),
  ),
]);

/** Paths that pages of every site may call. */
const PATHS_FOR_ANY_SITE = new Set(
  OPERATIONS.filter(({ isForAnySite }) => isForAnySite).map(({ path }) => `/v1${path}`),
);

/** Knows which sites may use the portal. */
export interface AllowedOriginsContext {
  /** Origins of the pages that may call the portal. */
  allowedOrigins: readonly string[];
}

/**
 * Lets the pages of the listed origins call the API. Refuses pages of other origins with 403 `foreign-origin` before anything
 * is done. Programs that are no browsers send no `Origin` and may pass.
 *
 * An origin is compared as a whole, in the way the browser writes it. With `http://site.test` on the list: `http://site.test`
 * passes; `https://site.test`, `http://site.test:8080` and `http://site.test.evil.test` are refused.
 */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  const options = {
    allowMethods: [...ALLOWED_METHODS],
    allowHeaders: [...REQUEST_HEADERS],
    exposeHeaders: [...EXPOSED_HEADERS],
    maxAge: 600,
  };
  const answerAnySite = cors({ ...options, origin: '*' });
  const answerListedSites = cors({ ...options, origin: [...origins] });
  return async (c, next) => {
    if (PATHS_FOR_ANY_SITE.has(c.req.path)) return answerAnySite(c, next);
    const origin = c.req.header('Origin');
    if (origin !== undefined && !origins.includes(origin))
      throw new HttpProblem('foreign-origin', { headers: { Vary: 'Origin' } });
    return answerListedSites(c, next);
  };
}

/**
 * The origin of a page's address, as browsers write it. Throws an `Error` in Russian if the text is no address of a site.
 *
 * @example originOf('https://усть-примерный.рф/services/') // 'https://xn----jtbifnhkiddlk8if.xn--p1ai'
 */
export function originOf(url: string): string {
  const parsed = URL.parse(url);
  // Addresses with other schemes have the origin `null`. A page in a sandboxed frame sends the same `Origin: null`.
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw new Error(`Это не адрес сайта: «${url}». Например: http://localhost:4321`);
  return parsed.origin;
}
