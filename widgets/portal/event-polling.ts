import * as v from 'valibot';

import { EventListSchema } from '../contract/events/schemas.ts';
import { EventRequest, passOn, waitAfter } from './event-request.ts';
import type { FeedReading } from './event-types.ts';

/** Milliseconds between two times of asking, more or less. */
const PAUSE = 20_000;
const TIMEOUT = 30_000;

const PageSchema = v.object({ ...EventListSchema.entries, items: v.array(v.unknown()) });

/** Asks once what has changed. Gives the milliseconds until the next time; rejects where it breaks off, or `signal` aborts. */
export async function poll({ portal, position, onChange, signal }: FeedReading): Promise<number> {
  const request = new EventRequest(signal);
  try {
    request.setPatience(TIMEOUT);
    const query = position.after === undefined ? 'limit=1' : `after=${position.after}`;
    const response = await request.send(portal, `/events?${query}`, ['If-None-Match', position.etag]);
    if (response.status !== 304) {
      if (!response.ok) return waitAfter(response);
      const { items, next, reset } = v.parse(PageSchema, await response.json());
      if (reset || position.after === undefined) onChange({ kind: 'reset' });
      else for (const item of items) passOn(item, onChange);
      position.etag = next === position.after ? (response.headers.get('ETag') ?? undefined) : undefined;
      position.after = next;
    }
    position.failures = 0;
    return PAUSE * (0.75 + Math.random() / 2);
  } finally {
    request.end();
  }
}
