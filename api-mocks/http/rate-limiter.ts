import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';

import type { WallClockContext } from '../store/clock.ts';
import { HttpProblem } from './problem.ts';

type LimitedBy = 'address' | 'account';

const WINDOW_SECONDS = 60;
/** After so many, those are forgotten that have all of their quota again. */
const MAX_BUCKETS = 10_000;

/**
 * How much each address and each account may still ask for: a bucket of as many requests as are allowed in a minute, which
 * fills as evenly as the minute goes by.
 */
export class RateLimiter {
  readonly quota: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(quota: number) {
    this.quota = quota;
  }

  /** Takes one request out. `reset`: seconds until the bucket is full; `wait`: until there is one again. `now` is in milliseconds. */
  takeRequest(key: string, now: number): { left: number; reset: number; wait: number } {
    const bucket = this.#buckets.get(key) ?? { left: this.quota, at: now };
    const perSecond = this.quota / WINDOW_SECONDS;
    const before = Math.min(this.quota, bucket.left + (Math.max(0, now - bucket.at) / 1000) * perSecond);
    const left = Math.max(0, before - 1);
    this.#buckets.set(key, { left: before < 1 ? before : left, at: now });
    if (this.#buckets.size % MAX_BUCKETS === 0)
      for (const [other, { at }] of this.#buckets)
        if (now - at > WINDOW_SECONDS * 1000) this.#buckets.delete(other);
    return {
      left: Math.floor(left),
      reset: Math.ceil((this.quota - left) / perSecond),
      wait: before < 1 ? Math.ceil((1 - before) / perSecond) : 0,
    };
  }
}

export interface RateLimitContext {
  rateLimiter: RateLimiter;
}

/** Counts requests by the address they come from, and says in each answer how many are left (draft-ietf-httpapi-ratelimit-headers-10). */
export const limitRequests =
  (context: RateLimitContext & WallClockContext): MiddlewareHandler =>
  async (c, next) => {
    const policy = (who: LimitedBy) => `"${who}";q=${context.rateLimiter.quota};w=${WINDOW_SECONDS}`;
    c.res.headers.set('RateLimit-Policy', `${policy('address')}, ${policy('account')}`);
    countRequest(context, c, { who: 'address', name: ipAddressOf(c) });
    await next();
  };

/** Counts a request of an address, or of an account wherever it asks from. Refuses one that asks too much. */
export function countRequest(
  { rateLimiter, wallNow }: RateLimitContext & WallClockContext,
  c: Context,
  { who, name }: { who: LimitedBy; name: string },
): void {
  const { left, reset, wait } = rateLimiter.takeRequest(`${who} ${name}`, wallNow().getTime());
  c.res.headers.append('RateLimit', `"${who}";r=${left};t=${reset}`);
  if (wait) throw new HttpProblem('too-many-tries', { retryAfter: wait });
}

/** Where the connection comes from. `X-Forwarded-For` is what anybody writes: it does not count. */
export const ipAddressOf = (c: Context): string =>
  (c.env as HttpBindings).incoming.socket.remoteAddress ?? '';
