import type { EventEmitter } from 'node:events';

import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

import type { EventKind } from '../../widgets/contract/events/schemas.ts';
import type { NoticeKind } from '../../widgets/contract/notices/schemas.ts';
import type { Handlers } from '../http/handlers.ts';
import { conditionalResponse } from '../http/etag.ts';
import type { IdentityContext } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import { eventsAfter, isKnownEvent, latestEvents, newestEventId } from './event-log.ts';
import { sendNotices, type NoticeContext } from './notices.ts';
import type { StreamsContext } from './streams.ts';

/** Tells streams of changes. */
export interface ChangesContext {
  /** Emits `change` with the id of a citizen when she has a new event. */
  changes: EventEmitter;
}

/** What telling a citizen of a change needs. */
export type EventContext = NoticeContext & ChangesContext;

interface NewEvent {
  /** Id of the citizen; `null` if she had not signed in: then there are notices, and no event. */
  citizen: string | null;
  kind: EventKind;
  /** Number of the application or complaint, or the id of what the kind names: of an upload for `uploadScanned`. */
  subject: string;
  /** What kind of notice it is for the applicant of the case `subject`; `news` without it, none if `null`. */
  notice?: NoticeKind | null;
  /** The last day that the notice names, `YYYY-MM-DD`: of the answer, or of what she has to do. */
  by?: string | undefined;
  /** The day of registration that the notice names, where it came on a day off. */
  registeredOn?: string | undefined;
}

/**
 * Adds an event for `GET /v1/events` and the streams, and the notifications about it to the outbox. Call it in the
 * transaction that makes the change: the event is stored if and only if the change is.
 */
export function addEvent(
  context: EventContext,
  { citizen, kind, subject, notice = 'news', by, registeredOn }: NewEvent,
): void {
  if (notice) sendNotices(context, { citizen, kind, subject, notice, by, registeredOn });
  if (citizen === null) return;
  const { db, now, changes } = context;
  insertRow(db, 'events', { citizen, kind, subject, at: now().toISOString() });
  // A microtask runs after the synchronous transaction: the streams then read what was committed.
  queueMicrotask(() => changes.emit('change', citizen));
}

/** Handlers of events: a list for clients that ask again and again, and a stream. */
export const portalEventHandlers: Pick<
  Handlers<DatabaseContext & IdentityContext & StreamsContext>,
  'listEvents' | 'streamEvents'
> = {
  listEvents({ citizen, query: { after, limit = 100 }, headers }, { db }) {
    // The portal cannot say any more what came after this event: the client has to load everything anew.
    const reset = after !== undefined && !isKnownEvent(db, after);
    const items =
      after === undefined || reset
        ? latestEvents(db, citizen.id, limit)
        : eventsAfter(db, citizen.id, { after, limit });
    const next = items.at(-1)?.id ?? (reset ? undefined : after) ?? newestEventId(db);
    const response = conditionalResponse({ items, next, reset }, headers['If-None-Match']);
    // A citizen's events must not stay in the cache of a browser that others use too.
    return { ...response, headers: { ...response.headers, 'Cache-Control': 'no-store' } };
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
        // Without these headers some proxies hold a stream back until it has ended.
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      },
    });
  },
};

/** Whether the session of the request still lasts. For one that has ended `findSession` throws a problem. */
function isSignedIn({ findSession }: IdentityContext, c: Context): boolean {
  try {
    return findSession(c) !== undefined;
  } catch (error) {
    if (error instanceof HttpProblem) return false;
    throw error;
  }
}
