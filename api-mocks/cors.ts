import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { every } from 'hono/combine';

import { Refusal } from './problem.ts';

/** Lets the pages of the listed origins talk to the API, and refuses all others before anything is done. Other programs send no origin. */
export const listedOrigins = (origins: readonly string[]): MiddlewareHandler =>
  every(
    async (c, next) => {
      const origin = c.req.header('Origin');
      if (origin !== undefined && !origins.includes(origin))
        throw new Refusal('foreign-origin', { headers: { Vary: 'Origin' } });
      await next();
    },
    cors({
      origin: [...origins],
      allowMethods: ['GET', 'POST', 'DELETE'],
      allowHeaders: [
        'Authorization',
        'Content-Type',
        'Idempotency-Key',
        'Okno-Case-Code',
        'Tus-Resumable',
        'Upload-Length',
        'Upload-Metadata',
        'Upload-Offset',
      ],
      exposeHeaders: [
        'Date',
        'Location',
        'Retry-After',
        'Tus-Max-Size',
        'Tus-Resumable',
        'Tus-Version',
        'Upload-Offset',
      ],
      maxAge: 600,
    }),
  );
