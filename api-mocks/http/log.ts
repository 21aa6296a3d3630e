import { randomUUID } from 'node:crypto';

import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

import type { WallClockContext } from '../store/clock.ts';
import type { MetricsContext } from './metrics.ts';

/** One line of the log. It names no citizen, no case and no address: only the kind of request and what came of it. */
export type LogLine =
  | {
      level: 'info';
      at: string;
      /** As in the answer's `X-Request-Id`. */
      request: string;
      method: string;
      /** The pattern, not what was asked: `/v1/applications/{number}`. */
      route: string;
      /** 0: the connection was gone. */
      status: number;
      ms: number;
    }
  | {
      level: 'error';
      at: string;
      request: string | undefined;
      error: string;
      /** Where it was thrown. */
      stack: string[];
    };

/** `cause` is what was thrown; it is for the eyes of a developer only. */
export type Log = (line: LogLine, cause?: unknown) => void;

export interface LogContext extends WallClockContext {
  log: Log;
}

/** Gives each request a number; logs and counts what came of it. */
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

/** The last pattern that fits is that of the handler; those that end with a star are of what stands before handlers. */
const routeOf = (c: Context) => {
  const route = routePath(c, -1);
  return route.endsWith('*') ? 'none' : route.replaceAll(/:(\w+)/g, '{$1}');
};

/**
 * Logs what nobody foresaw. The message stays out of the log: it may quote what a citizen wrote (valibot does), and where it was
 * thrown tells enough.
 */
export function logError({ log, wallNow }: LogContext, error: unknown, c?: Context): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error(String(error));
  log(
    {
      level: 'error',
      at: wallNow().toISOString(),
      request: c?.res.headers.get('X-Request-Id') ?? undefined,
      error: name,
      stack: stack.split('\n').flatMap((line) => /^\s+at (.*)$/.exec(line)?.[1] ?? []),
    },
    error,
  );
}
