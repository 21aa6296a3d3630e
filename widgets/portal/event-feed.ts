import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import { pollEvents } from './event-polling.ts';
import { readEventStream } from './event-stream.ts';
import type { FeedPosition, FeedOptions, ChangeListener } from './event-types.ts';

const MAX_PAUSE = 60_000;
/** After so many silent streams the portal is asked instead; and after so many times of asking a stream is tried again. */
const MAX_SILENT_STREAMS = 2;
const POLLS = 30;

/** Follows the events of whoever is signed in until `signal` aborts: through restarts of the portal, dead connections, hidden pages. */
export async function followFeed(
  portal: Portal,
  signal: AbortSignal,
  onChange: ChangeListener,
): Promise<void> {
  const { session } = portal;
  const position: FeedPosition = { silentStreams: 0, polls: 0, failures: 0, reconnectDelay: 2000 };
  while (!signal.aborted) {
    await waitUntil(() => !document.hidden, { target: document, name: 'visibilitychange', signal });
    const [turn, over] = [new AbortController(), new AbortController()];
    const stop = () => {
      if (signal.aborted || document.hidden || session.token === undefined) turn.abort();
    };
    signal.addEventListener('abort', stop, { signal: over.signal });
    document.addEventListener('visibilitychange', stop, { signal: over.signal });
    session.addEventListener('change', stop, { signal: over.signal });
    try {
      if (await session.freshToken()) await readFeedOnce({ portal, position, onChange, signal: turn.signal });
      else {
        // Whoever signs in next may be another one.
        position.lastEventId = position.etag = undefined;
        await waitUntil(() => session.token !== undefined, { target: session, name: 'change', signal });
      }
    } catch (error) {
      if (!turn.signal.aborted) await recover(portal, position, { error, signal: turn.signal });
    } finally {
      over.abort();
    }
  }
}

/** Reads once, as a stream or by asking, and waits until the next time. */
async function readFeedOnce(reading: FeedOptions): Promise<void> {
  const { position, signal } = reading;
  const isStream = position.silentStreams < MAX_SILENT_STREAMS;
  const wait = await (isStream ? readEventStream(reading) : pollEvents(reading));
  if (!isStream && ++position.polls % POLLS === 0) position.silentStreams--;
  await sleep(wait, signal);
}

/** Waits after a failure, the longer the more there were. */
async function recover(
  { session }: Portal,
  position: FeedPosition,
  { error, signal }: { error: unknown; signal: AbortSignal },
): Promise<void> {
  if (error instanceof PortalError && error.status === 401) await session.renewTokens().catch(() => false);
  // Whether there is a connection is found by trying: what a browser says of it is often wrong.
  const longest = Math.min(MAX_PAUSE, position.reconnectDelay * 2 ** position.failures++);
  await sleep(Math.random() * longest, signal);
}

interface Wait {
  /** After each of its events by this name it is looked again. */
  target: EventTarget;
  name: string;
  signal: AbortSignal;
}

/** Resolves when it is so, or `signal` aborts. */
const waitUntil = (isSo: () => boolean, { target, name, signal }: Wait) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!isSo() && !signal.aborted) return;
      target.removeEventListener(name, look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    target.addEventListener(name, look);
    signal.addEventListener('abort', look);
    look();
  });

/** Resolves after a time, or when `signal` aborts. */
const sleep = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', wake, { once: true });
    if (signal.aborted) wake();
  });
