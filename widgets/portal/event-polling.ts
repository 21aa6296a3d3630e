import * as v from 'valibot';

import { EventListSchema } from '../contract/events/schemas.ts';
import { Asking, tellOf, waitAfter } from './event-asking.ts';
import type { Turn } from './event-feed.ts';

/** Milliseconds between two times of asking, more or less. */
const PAUSE = 20_000;
const TIMEOUT = 30_000;

const PageSchema = v.object({ ...EventListSchema.entries, items: v.array(v.unknown()) });

/** Asks once what has changed. */
export const poll: Turn = async (portal, place, tell, signal) => {
  const asking = new Asking(signal);
  try {
    asking.patience(TIMEOUT);
    const query = place.after === undefined ? 'limit=1' : `after=${place.after}`;
    const response = await asking.ask(portal, `/events?${query}`, 'If-None-Match', place.etag);
    if (response.status !== 304) {
      if (!response.ok) return waitAfter(response);
      const { items, next, reset } = v.parse(PageSchema, await response.json());
      if (reset || place.after === undefined) tell({ kind: 'reset' });
      else for (const item of items) tellOf(item, tell);
      place.etag = next === place.after ? (response.headers.get('ETag') ?? undefined) : undefined;
      place.after = next;
    }
    place.failures = 0;
    return PAUSE * (0.75 + Math.random() / 2);
  } finally {
    asking.end();
  }
};
