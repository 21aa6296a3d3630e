import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

import type { EventKind } from '../../widgets/contract/events/schemas.ts';
import type { Handlers } from '../http/api.ts';
import { insert } from '../store/database.ts';
import type { Desk } from '../workflow/desk.ts';
import { unlessKnown } from '../http/etag.ts';
import { eventsAfter, isKnown, latestEvents, newestEvent } from './event-log.ts';
import { notifications } from './notifications.ts';
import { notify } from './outbox.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { citizenOf } from '../sign-in/sessions.ts';

/**
 * Writes down that something of a citizen has changed, for `GET /v1/events`, and the letters that tell of it. Call it in the
 * transaction that changes it.
 */
export function announce(desk: Desk, citizen: string | null, kind: EventKind, subject: string): void {
  if (citizen === null) return;
  const { db, now, changes } = desk;
  insert(db, 'events', { citizen, kind, subject, at: now().toISOString() });
  notify(desk, citizen, kind, subject);
  // After the transaction: who listens reads what was committed.
  queueMicrotask(() => changes.emit('change', citizen));
}

type EventHandlers = Pick<Handlers, 'listEvents' | 'streamEvents'> & ReturnType<typeof notifications>;

/** Events: what has changed, asked for or listened to, and how the citizen is told besides. */
export const events = (sandbox: Sandbox): EventHandlers => ({
  ...notifications(sandbox),
  listEvents({ citizen, query: { after, limit = 100 }, headers }) {
    const { db } = sandbox;
    const reset = after !== undefined && !isKnown(db, after);
    const items =
      after === undefined || reset
        ? latestEvents(db, citizen.id, limit)
        : eventsAfter(db, citizen.id, after, limit);
    const next = items.at(-1)?.id ?? (reset ? undefined : after) ?? newestEvent(db);
    const answer = unlessKnown({ items, next, reset }, headers['If-None-Match']);
    // What has happened to whom does not belong into the cache of a browser that others use too.
    return { ...answer, headers: { ...answer.headers, 'Cache-Control': 'no-store' } };
  },
  streamEvents({ c, citizen, headers }) {
    const { incoming, outgoing } = c.env as HttpBindings;
    const body =
      incoming.method === 'HEAD'
        ? null
        : sandbox.streams.open(citizen.id, {
            lastEventId: headers['Last-Event-ID'],
            isSignedIn: () => isSignedIn(sandbox, c),
            cut: () => outgoing.destroy(),
          });
    return new Response(body, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Some proxies keep a stream back until it is over, unless they are told.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
  },
});

function isSignedIn(sandbox: Sandbox, c: Context): boolean {
  try {
    return citizenOf(sandbox, c) !== undefined;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
