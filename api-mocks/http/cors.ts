import type { MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import { cors } from 'hono/cors';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { HttpProblem } from './problem.ts';

const OPERATIONS = Object.values<Operation>(API);

/** Every method that an operation has. */
const ALLOWED_METHODS = new Set(OPERATIONS.map(({ method }) => method.toUpperCase()));

/** What a page may send: what operations ask for, who asks, and what tus needs. */
const REQUEST_HEADERS = new Set([
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'Tus-Resumable',
  'Upload-Checksum',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
  ...OPERATIONS.flatMap(({ headers = {} }) => Object.keys(headers)),
]);

/** What a page may read of an answer. */
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

export interface AllowedOriginsContext {
  /** Origins of the pages that may talk to the portal. */
  allowedOrigins: readonly string[];
}

/**
 * Lets the pages of the listed origins talk to the API, and refuses all others before anything is done. Other programs send no
 * origin. An origin is compared as a whole, as the browser writes it: `https://xn--…`, with its port.
 */
export const allowOrigins = (origins: readonly string[]): MiddlewareHandler =>
  every(
    async (c, next) => {
      const origin = c.req.header('Origin');
      if (origin !== undefined && !origins.includes(origin))
        throw new HttpProblem('foreign-origin', { headers: { Vary: 'Origin' } });
      await next();
    },
    cors({
      origin: [...origins],
      allowMethods: [...ALLOWED_METHODS],
      allowHeaders: [...REQUEST_HEADERS],
      exposeHeaders: [...EXPOSED_HEADERS],
      maxAge: 600,
    }),
  );

/** The origin of a page's address, as browsers write it: «https://усть-примерный.рф» in punycode. Throws when it is no address. */
export function originOf(url: string): string {
  const parsed = URL.parse(url);
  // Of other schemes the origin is `null`, which is also what a page in a sandboxed frame says.
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw new Error(`Это не адрес сайта: «${url}». Например: http://localhost:4321`);
  return parsed.origin;
}
