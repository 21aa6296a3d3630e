import { createParser, type EventSourceParser } from 'eventsource-parser';

import { EventRequest, passOn, waitAfter } from './event-request.ts';
import type { FeedReading } from './event-types.ts';

/** Milliseconds until the first sign of life, and between two: the portal gives one every 15 seconds. */
const FIRST_SIGN = 10_000;
const LONGEST_SILENCE = 45_000;
/** Characters that one event may take. */
const LONGEST_EVENT = 100_000;

/**
 * Reads one stream of events until the portal ends it. By `fetch`, because `EventSource` cannot bear a token. Gives the milliseconds
 * until the next time; rejects where it breaks off, or `signal` aborts.
 */
export async function readStream(reading: FeedReading): Promise<number> {
  const { portal, position, signal } = reading;
  const request = new EventRequest(signal);
  let isHeard = false;
  try {
    request.setPatience(FIRST_SIGN);
    const response = await request.send(portal, '/events/stream', ['Last-Event-ID', position.after]);
    if (!response.ok) {
      isHeard = true;
      return waitAfter(response);
    }
    await readAll(response, parserFor(reading), () => {
      isHeard = true;
      position.silent = position.failures = 0;
      request.setPatience(LONGEST_SILENCE);
    });
    // Not all at once: a portal that starts again has a thousand others.
    return Math.random() * position.pause;
  } catch (error) {
    // No connection at all says nothing of the host.
    if (error instanceof TypeError) isHeard = true;
    throw error;
  } finally {
    request.end();
    if (!isHeard && !signal.aborted) position.silent++;
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

const parserFor = ({ position, onChange }: FeedReading) =>
  createParser({
    maxBufferSize: LONGEST_EVENT,
    onId(id) {
      if (position.after === undefined) onChange({ kind: 'reset' });
      position.after = id;
    },
    onRetry(milliseconds) {
      position.pause = milliseconds;
    },
    onEvent({ event, data }) {
      if (event === 'reset') onChange({ kind: 'reset' });
      else passOn(JSON.parse(data), onChange);
    },
  });
