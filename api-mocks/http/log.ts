import { randomUUID } from 'node:crypto';

import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

import type { WallClockContext } from '../store/clock.ts';
import type { MetricsContext } from './metrics.ts';

/**
 * One line of the log. It names no citizen, no case and no address: only the kind of request and what came of it.
 *
 * `{"level":"info","at":"2026-11-21T05:00:00.000Z","request":"8e03978e-…","method":"GET","route":"/v1/drafts/{id}","status":200,"ms":3}`
 */
export type LogLine =
  | {
      level: 'info';
      at: string;
      /** UUID of the request, as in the response's `X-Request-Id`. */
      request: string;
      method: string;
      /** Pattern of the path, without the values in it: `/v1/applications/{number}`. */
      route: string;
      /** 0 if the connection broke before the response. */
      status: number;
      /** Milliseconds from the request to the response. */
      ms: number;
    }
  | {
      level: 'error';
      at: string;
      request: string | undefined;
      /** Name of the error's class: `TypeError`. */
      error: string;
      /** Lines of the stack, without the message: `scanFile (file:///…/scans.ts:38:12)`. */
      stack: string[];
    };

/** Takes a line of the log. */
export type Log = (line: LogLine) => void;

/** Keeps the log. */
export interface LogContext extends WallClockContext {
  /** Where lines go. */
  log: Log;
}

/** Gives each request an id (`X-Request-Id`). Logs and counts what came of it. */
export const logRequests =
  ({ log, metrics, wallNow }: LogContext & MetricsContext): MiddlewareHandler =>
  async (c, next) => {
    const started = performance.now();
    const request = randomUUID();
    c.res.headers.set('X-Request-Id', request);
    await next();
    const ms = Math.round(performance.now() - started);
    const { method } = c.req;
    const status = (c.env as HttpBindings).outgoing.destroyed ? 0 : c.res.status;
    const route = routeOf(c);
    metrics.recordRequest({ method, route, status, ms });
    log({ level: 'info', at: wallNow().toISOString(), request, method, route, status, ms });
  };

/**
 * The pattern of the path, as the contract writes it: `/v1/drafts/:id` of Hono becomes `/v1/drafts/{id}`. The last pattern
 * that fits belongs to the handler. If that one ends with a star, it belongs to a middleware, and no handler was found: `none`.
 */
const routeOf = (c: Context) => {
  const route = routePath(c, -1);
  return route.endsWith('*') ? 'none' : route.replaceAll(/:(\w+)/g, '{$1}');
};

/**
 * Logs an error that nobody foresaw. The message stays out of the line: it may quote what a citizen wrote, as valibot's
 * messages do. The stack says enough.
 */
export function logError({ log, wallNow }: LogContext, error: unknown, c?: Context): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error(String(error));
  log({
    level: 'error',
    at: wallNow().toISOString(),
    request: c?.res.headers.get('X-Request-Id') ?? undefined,
    error: name,
    stack: stack.split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []),
  });
}
