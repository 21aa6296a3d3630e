import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';

import { API_VERSION } from '../../widgets/contract/openapi/info.ts';

/** Says in every answer by which version of the contract it was given. */
export const addApiVersion: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('API-Version', API_VERSION);
};

/** `GET /v1/openapi.json`: the contract itself, for any page of any site. It is written when somebody asks for it first. */
export function openApiRoute(writeDocument: () => object): Hono {
  let written: string | undefined;
  const app = new Hono();
  app.get('/', cors(), etag(), (c) => {
    written ??= JSON.stringify(writeDocument());
    return c.body(written, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
  });
  return app;
}
