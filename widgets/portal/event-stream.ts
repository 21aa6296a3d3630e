import { createParser } from 'eventsource-parser';

import { Asking, tellOf, waitAfter } from './event-asking.ts';
import type { Turn } from './event-feed.ts';

/** Milliseconds until the first sign of life, and between two: the portal gives one every 15 seconds. */
const FIRST_SIGN = 10_000;
const LONGEST_SILENCE = 45_000;
/** Characters that one event may take. */
const LONGEST_EVENT = 100_000;

/** Reads one stream of events. By `fetch`, because `EventSource` cannot bear a token. */
export const readStream: Turn = async (portal, place, tell, signal) => {
  const asking = new Asking(signal);
  let isHeard = false;
  try {
    asking.patience(FIRST_SIGN);
    const response = await asking.ask(portal, '/events/stream', 'Last-Event-ID', place.after);
    if (!response.ok) {
      isHeard = true;
      return waitAfter(response);
    }
    const parser = createParser({
      maxBufferSize: LONGEST_EVENT,
      onId(id) {
        if (place.after === undefined) tell({ kind: 'reset' });
        place.after = id;
      },
      onRetry(milliseconds) {
        place.pause = milliseconds;
      },
      onEvent({ event, data }) {
        if (event === 'reset') tell({ kind: 'reset' });
        else tellOf(JSON.parse(data), tell);
      },
    });
    const reader = response.body?.getReader();
    const text = new TextDecoder();
    for (;;) {
      const read = await reader?.read();
      // Not all at once: a portal that starts again has a thousand others.
      if (!read?.value) return Math.random() * place.pause;
      isHeard = true;
      place.silent = place.failures = 0;
      asking.patience(LONGEST_SILENCE);
      parser.feed(text.decode(read.value, { stream: true }));
    }
  } catch (error) {
    // No connection at all says nothing of the host.
    if (error instanceof TypeError) isHeard = true;
    throw error;
  } finally {
    asking.end();
    if (!isHeard && !signal.aborted) place.silent++;
  }
};
