import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';

import { API_VERSION } from '../../widgets/contract/openapi/info.ts';

/** Adds the contract's version to every response: `API-Version: 1.0.0`. */
export const addApiVersion: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('API-Version', API_VERSION);
};

/**
 * `GET /v1/openapi.json`: the OpenAPI document, for pages of any site. The first request writes it, `written` keeps it for the
 * next ones: writing takes a while, and the document does not change while the portal runs.
 */
export function openApiRoute(writeDocument: () => object): Hono {
  let written: string | undefined;
  const app = new Hono();
  app.get('/', cors(), etag(), (c) => {
    written ??= JSON.stringify(writeDocument());
    return c.body(written, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
  });
  return app;
}
