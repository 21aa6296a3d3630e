import { createParser } from 'eventsource-parser';

import { EventRequest, passOn, waitAfter } from './event-request.ts';
import type { FeedReading } from './event-types.ts';

/** Milliseconds until the first sign of life, and between two: the portal gives one every 15 seconds. */
const FIRST_SIGN = 10_000;
const LONGEST_SILENCE = 45_000;
/** Characters that one event may take. */
const LONGEST_EVENT = 100_000;

/** Reads one stream of events. By `fetch`, because `EventSource` cannot bear a token. A `ReadFeed`. */
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
    const parser = parserFor(reading);
    const reader = response.body?.getReader();
    const text = new TextDecoder();
    for (;;) {
      const read = await reader?.read();
      // Not all at once: a portal that starts again has a thousand others.
      if (!read?.value) return Math.random() * position.pause;
      isHeard = true;
      position.silent = position.failures = 0;
      request.setPatience(LONGEST_SILENCE);
      parser.feed(text.decode(read.value, { stream: true }));
    }
  } catch (error) {
    // No connection at all says nothing of the host.
    if (error instanceof TypeError) isHeard = true;
    throw error;
  } finally {
    request.end();
    if (!isHeard && !signal.aborted) position.silent++;
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
