import type { EventEmitter } from 'node:events';

import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

import type { EventKind } from '../../widgets/contract/events/schemas.ts';
import type { Handlers } from '../http/api.ts';
import { conditionalResponse } from '../http/etag.ts';
import type { IdentityContext } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { eventsAfter, isKnownEvent, latestEvents, newestEventId } from './event-log.ts';
import { sendNotifications, type OutboxContext } from './outbox.ts';
import type { StreamsContext } from './streams.ts';

export interface ChangesContext {
  /** Sends `change` with the id of a citizen when something of hers has changed. */
  changes: EventEmitter;
}

/** What is needed to tell a citizen of a change. */
export type EventContext = OutboxContext & ChangesContext;

interface NewEvent {
  /** Whom it concerns; nobody who has not signed in can be told. */
  citizen: string | null;
  kind: EventKind;
  /** Number of the application or complaint, or another id that the kind tells of. */
  subject: string;
}

/**
 * Adds an event for `GET /v1/events`, and sends the notices that tell of it. Call it in the transaction that makes the change.
 */
export function addEvent(context: EventContext, { citizen, kind, subject }: NewEvent): void {
  if (citizen === null) return;
  const { db, now, changes } = context;
  insertRow(db, 'events', { citizen, kind, subject, at: now().toISOString() });
  sendNotifications(context, { citizen, kind, subject });
  // After the transaction: who listens reads what was committed.
  queueMicrotask(() => changes.emit('change', citizen));
}

/** Events: what has changed, asked for or listened to. */
export const portalEventHandlers: Pick<
  Handlers<DatabaseContext & IdentityContext & StreamsContext>,
  'listEvents' | 'streamEvents'
> = {
  listEvents({ citizen, query: { after, limit = 100 }, headers }, { db }) {
    const reset = after !== undefined && !isKnownEvent(db, after);
    const items =
      after === undefined || reset
        ? latestEvents(db, citizen.id, limit)
        : eventsAfter(db, citizen.id, { after, limit });
    const next = items.at(-1)?.id ?? (reset ? undefined : after) ?? newestEventId(db);
    const answer = conditionalResponse({ items, next, reset }, headers['If-None-Match']);
    // What has happened to whom does not belong into the cache of a browser that others use too.
    return { ...answer, headers: { ...answer.headers, 'Cache-Control': 'no-store' } };
  },
  streamEvents({ c, citizen, headers }, context) {
    const { incoming, outgoing } = c.env as HttpBindings;
    const options = {
      lastEventId: headers['Last-Event-ID'],
      isSignedIn: () => isSignedIn(context, c),
      closeConnection: () => outgoing.destroy(),
    };
    const body = incoming.method === 'HEAD' ? null : context.streams.openStream(citizen.id, options);
    return new Response(body, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Some proxies keep a stream back until it is over, unless they are told.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
  },
};

function isSignedIn({ findSession }: IdentityContext, c: Context): boolean {
  try {
    return findSession(c) !== undefined;
  } catch (error) {
    if (error instanceof HttpProblem) return false;
    throw error;
  }
}
