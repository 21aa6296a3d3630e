import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';

import type { WallClockContext } from '../store/clock.ts';
import { HttpProblem } from './problem.ts';

/** What a quota belongs to: the address that a request comes from, or the account that is signed in. */
type LimitedBy = 'address' | 'account';

/** The quota is for this time, and an empty bucket is full again after it. */
const WINDOW_SECONDS = 60;
/** Whenever the number of buckets reaches a multiple of this, those that are full again are deleted. */
const MAX_BUCKETS = 10_000;

/**
 * Limits requests by the token bucket algorithm. Each key (an address or an account) has a bucket of `quota` requests. A
 * request takes one out. The bucket fills evenly, `quota` requests in a minute.
 *
 * With a quota of 60, one request comes back each second:
 *
 * | second | request  | left | what happens                                |
 * | ------ | -------- | ---- | ------------------------------------------- |
 * | 0      | 1st–60th | 0    | all are served                              |
 * | 0      | 61st     | 0    | refused, `wait: 1`                          |
 * | 1      | 62nd     | 0    | served: one request has come back           |
 * | 61     | none     | 60   | the bucket is full, and holds no more       |
 */
export class RateLimiter {
  /** Requests in a minute. */
  readonly quota: number;
  /** By key: how many requests were left in the bucket, and when that was counted, in milliseconds. */
  readonly #buckets = new Map<string, { left: number; countedAt: number }>();

  constructor(quota: number) {
    this.quota = quota;
  }

  /**
   * Takes one request out of the bucket of `key`. `now` is in milliseconds. Gives how many requests are `left`, in how many
   * seconds the bucket is full (`reset`), and after how many seconds to try again (`wait`): 0 means that this request may pass.
   *
   * @example new RateLimiter(60).takeRequest('address 127.0.0.1', 0) // { left: 59, reset: 1, wait: 0 }
   */
  takeRequest(key: string, now: number): { left: number; reset: number; wait: number } {
    const bucket = this.#buckets.get(key) ?? { left: this.quota, countedAt: now };
    const perSecond = this.quota / WINDOW_SECONDS;
    const available = Math.min(
      this.quota,
      bucket.left + (Math.max(0, now - bucket.countedAt) / 1000) * perSecond,
    );
    const left = Math.max(0, available - 1);
    this.#buckets.set(key, { left: available < 1 ? available : left, countedAt: now });
    if (this.#buckets.size % MAX_BUCKETS === 0)
      for (const [other, { countedAt }] of this.#buckets)
        if (now - countedAt > WINDOW_SECONDS * 1000) this.#buckets.delete(other);
    return {
      left: Math.floor(left),
      reset: Math.ceil((this.quota - left) / perSecond),
      wait: available < 1 ? Math.ceil((1 - available) / perSecond) : 0,
    };
  }
}

/** Counts the requests to the portal. */
export interface RateLimitContext {
  /** Holds a bucket for each address and each account. */
  rateLimiter: RateLimiter;
}

/**
 * Limits the requests of each address, and says in each response what is left (draft-ietf-httpapi-ratelimit-headers-10):
 * `RateLimit-Policy: "address";q=600;w=60` (600 requests in 60 seconds), `RateLimit: "address";r=599;t=1` (599 remain, the
 * bucket is full in 1 second).
 */
export const limitRequests =
  (context: RateLimitContext & WallClockContext): MiddlewareHandler =>
  async (c, next) => {
    const policy = (limitedBy: LimitedBy) =>
      `"${limitedBy}";q=${context.rateLimiter.quota};w=${WINDOW_SECONDS}`;
    c.res.headers.set('RateLimit-Policy', `${policy('address')}, ${policy('account')}`);
    countRequest(context, c, { limitedBy: 'address', id: ipAddressOf(c) });
    await next();
  };

/**
 * Counts a request of an address, or of an account from whatever address. Throws 429 `too-many-tries` with `Retry-After` if its
 * bucket is empty.
 */
export function countRequest(
  { rateLimiter, wallNow }: RateLimitContext & WallClockContext,
  c: Context,
  { limitedBy, id }: { limitedBy: LimitedBy; id: string },
): void {
  const { left, reset, wait } = rateLimiter.takeRequest(`${limitedBy} ${id}`, wallNow().getTime());
  c.res.headers.append('RateLimit', `"${limitedBy}";r=${left};t=${reset}`);
  if (wait) throw new HttpProblem('too-many-tries', { retryAfter: wait });
}

/** The address that the connection comes from: `127.0.0.1`. `X-Forwarded-For` is ignored, because any client can write it. */
export const ipAddressOf = (c: Context): string =>
  (c.env as HttpBindings).incoming.socket.remoteAddress ?? '';
