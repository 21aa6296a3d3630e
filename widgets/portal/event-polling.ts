import * as v from 'valibot';

import { EventListSchema } from '../contract/events/schemas.ts';
import { EventRequest, reportEvent, requireRetryAfterMs } from './event-request.ts';
import type { FeedOptions } from './event-types.ts';

/** Milliseconds between two polls, on average. */
const PAUSE = 20_000;
/** A page with so many events is full: there may be more. */
const FULL_PAGE = 100;
/** Milliseconds that one poll may take. */
const TIMEOUT = 30_000;

/** One page of events. Each event is parsed by itself, so that a newer kind does not spoil the page. */
const PageSchema = v.object({ ...EventListSchema.entries, items: v.array(v.unknown()) });

/**
 * Polls the events once, from `position` on, and passes them to `onChange`. The first poll only learns where the feed ends, and says
 * `reset`. Gives the milliseconds until the next poll; rejects when the request fails, or `signal` aborts.
 */
export async function pollEvents({ portal, position, onChange, signal }: FeedOptions): Promise<number> {
  const request = new EventRequest(signal);
  try {
    request.setIdleTimeout(TIMEOUT);
    const query =
      position.lastEventId === undefined ? 'limit=1' : `after=${position.lastEventId}&limit=${FULL_PAGE}`;
    let isFull = false;
    const response = await request.send(portal, `/events?${query}`, ['If-None-Match', position.etag]);
    if (response.status !== 304) {
      if (!response.ok) return requireRetryAfterMs(response);
      const { items, next, reset } = v.parse(PageSchema, await response.json());
      if (reset || position.lastEventId === undefined) onChange({ kind: 'reset' });
      else for (const item of items) reportEvent(item, onChange);
      position.etag = next === position.lastEventId ? (response.headers.get('ETag') ?? undefined) : undefined;
      position.lastEventId = next;
      isFull = items.length === FULL_PAGE;
    }
    position.failures = 0;
    // Between 15 and 25 seconds, so that pages that were opened together do not poll together.
    return isFull ? 0 : PAUSE * (0.75 + Math.random() / 2);
  } finally {
    request.dispose();
  }
}
