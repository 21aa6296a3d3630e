import { createParser, type EventSourceParser } from 'eventsource-parser';

import { EventRequest, reportEvent, requireRetryAfterMs } from './event-request.ts';
import type { FeedOptions } from './event-types.ts';

/** Milliseconds until the first sign of life, and between two: the portal gives one every 15 seconds. */
const FIRST_BYTE_TIMEOUT = 10_000;
const IDLE_TIMEOUT = 45_000;
/** Characters that one event may take. */
const MAX_EVENT_LENGTH = 100_000;

/**
 * Reads one stream of events until the portal ends it. By `fetch`, because `EventSource` cannot bear a token. Gives the milliseconds
 * until the next time; rejects where it breaks off, or `signal` aborts.
 */
export async function readEventStream(reading: FeedOptions): Promise<number> {
  const { portal, position, signal } = reading;
  const request = new EventRequest(signal);
  let isHeard = false;
  try {
    request.setIdleTimeout(FIRST_BYTE_TIMEOUT);
    const response = await request.send(portal, '/events/stream', ['Last-Event-ID', position.lastEventId]);
    if (!response.ok) {
      isHeard = true;
      return requireRetryAfterMs(response);
    }
    await readAll(response, parserFor(reading), () => {
      isHeard = true;
      position.silentStreams = position.failures = 0;
      request.setIdleTimeout(IDLE_TIMEOUT);
    });
    // Not all at once: a portal that starts again has a thousand others.
    return Math.random() * position.reconnectDelay;
  } catch (error) {
    // No connection at all says nothing of the host.
    if (error instanceof TypeError) isHeard = true;
    throw error;
  } finally {
    request.dispose();
    if (!isHeard && !signal.aborted) position.silentStreams++;
  }
}

async function readAll({ body }: Response, parser: EventSourceParser, onSign: () => void): Promise<void> {
  const reader = body?.getReader();
  const text = new TextDecoder();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    onSign();
    parser.feed(text.decode(read.value, { stream: true }));
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
