import { createParser, type EventSourceParser } from 'eventsource-parser';

import { EventRequest, reportEvent, requireRetryAfterMs } from './event-request.ts';
import type { FeedOptions } from './event-types.ts';

/** Milliseconds until the first bytes of a stream. A host that buffers whole responses is found by this. */
const FIRST_BYTE_TIMEOUT = 10_000;
/** Milliseconds without any bytes. The portal sends at least a comment every 15 seconds. */
const IDLE_TIMEOUT = 45_000;
/** The longest event, in characters. */
const MAX_EVENT_LENGTH = 100_000;

/**
 * Reads one stream of events until the portal ends it. Uses `fetch`, because `EventSource` cannot send a token. Gives the milliseconds
 * until the next stream; rejects when the stream breaks off, or `signal` aborts. A stream that brings nothing counts as silent, unless
 * the portal has refused it or there is no connection.
 */
export async function readEventStream(options: FeedOptions): Promise<number> {
  const { portal, position, signal } = options;
  const request = new EventRequest(signal);
  let hasAnswered = false;
  try {
    request.setIdleTimeout(FIRST_BYTE_TIMEOUT);
    const response = await request.send(portal, '/events/stream', ['Last-Event-ID', position.lastEventId]);
    if (!response.ok) {
      hasAnswered = true;
      return requireRetryAfterMs(response);
    }
    await readAll(response, parserFor(options), () => {
      hasAnswered = true;
      position.silentStreams = position.failures = 0;
      request.setIdleTimeout(IDLE_TIMEOUT);
    });
    // At random, because a portal that restarts has ended a thousand other streams too.
    return Math.random() * position.reconnectDelay;
  } catch (error) {
    // `fetch` throws a `TypeError` when there is no connection: that says nothing about the host.
    if (error instanceof TypeError) hasAnswered = true;
    throw error;
  } finally {
    request.dispose();
    if (!hasAnswered && !signal.aborted) position.silentStreams++;
  }
}

/** Reads the body to its end and feeds the parser. `onBytes` is called for each piece, also for one with comments only. */
async function readAll({ body }: Response, parser: EventSourceParser, onBytes: () => void): Promise<void> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    onBytes();
    parser.feed(decoder.decode(read.value, { stream: true }));
  }
}

const parserFor = ({ position, onChange }: FeedOptions) =>
  createParser({
    maxBufferSize: MAX_EVENT_LENGTH,
    onId(id) {
      if (position.lastEventId === undefined) onChange({ kind: 'reset' });
      position.lastEventId = id;
    },
    onRetry(milliseconds) {
      position.reconnectDelay = milliseconds;
    },
    onEvent({ event, data }) {
      if (event === 'reset') onChange({ kind: 'reset' });
      else reportEvent(JSON.parse(data), onChange);
    },
  });
