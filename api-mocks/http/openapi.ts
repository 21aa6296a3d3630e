import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { etag } from 'hono/etag';

import { API_VERSION } from '../../widgets/contract/openapi/info.ts';
import { openApi } from '../../widgets/contract/openapi/openapi.ts';

/** Says in every answer by which version of the contract it was given. */
export const versioned: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('API-Version', API_VERSION);
};

let written: string | undefined;

/** `GET /v1/openapi.json`: the contract itself, for any page of any site. */
export const contract = new Hono().get('/', cors(), etag(), (c) => {
  written ??= JSON.stringify(openApi());
  return c.body(written, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
});
