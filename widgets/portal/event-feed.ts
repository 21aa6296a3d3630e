import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import { pollEvents } from './event-polling.ts';
import { readEventStream } from './event-stream.ts';
import type { FeedPosition, FeedOptions, ChangeListener } from './event-types.ts';
import type { Session } from './session.ts';

/** Milliseconds: the longest pause after failures. */
const MAX_PAUSE = 60_000;
/** After so many silent streams in a row the feed is polled instead. */
const MAX_SILENT_STREAMS = 2;
/** After so many polls, about ten minutes, one stream is tried again. */
const POLLS_BEFORE_STREAM = 30;

/**
 * Follows the events of the citizen who is signed in, until `signal` aborts. Each turn of the loop waits until the page is visible and
 * somebody is signed in, then reads one stream or polls once. A turn ends when the page is hidden, when the citizen signs out, or on a
 * failure; a failure makes the next turn wait.
 */
export async function followFeed(
  portal: Portal,
  signal: AbortSignal,
  onChange: ChangeListener,
): Promise<void> {
  const { session } = portal;
  const position: FeedPosition = { silentStreams: 0, polls: 0, failures: 0, reconnectDelay: 2000 };
  const options = { portal, position, onChange };
  while (!signal.aborted) {
    await waitUntil(() => !document.hidden, { target: document, name: 'visibilitychange', signal });
    const { turn, cleanup } = beginTurn(session, signal);
    try {
      if (await session.whenSettled()) await readFeedOnce({ ...options, signal: turn.signal });
      else {
        // The next citizen may be another one, with another feed.
        position.lastEventId = position.etag = undefined;
        await waitUntil(() => session.isSignedIn, { target: session, name: 'change', signal });
      }
    } catch (error) {
      if (!turn.signal.aborted) await recover(portal, position, { error, signal: turn.signal });
    } finally {
      cleanup.abort();
    }
  }
}

/** `turn` aborts the reading of a turn, which happens by itself when nobody looks or is signed in. `cleanup` removes its listeners. */
function beginTurn(session: Session, signal: AbortSignal) {
  const [turn, cleanup] = [new AbortController(), new AbortController()];
  const stop = () => {
    if (signal.aborted || document.hidden || !session.isSignedIn) turn.abort();
  };
  const causes = { abort: signal, visibilitychange: document, change: session };
  for (const [name, cause] of Object.entries(causes))
    cause.addEventListener(name, stop, { signal: cleanup.signal });
  return { turn, cleanup };
}

/** Reads one stream, or polls once; then waits as long as the portal wants. */
async function readFeedOnce(options: FeedOptions): Promise<void> {
  const { position, signal } = options;
  const isStream = position.silentStreams < MAX_SILENT_STREAMS;
  const wait = await (isStream ? readEventStream(options) : pollEvents(options));
  if (!isStream && ++position.polls % POLLS_BEFORE_STREAM === 0) position.silentStreams--;
  await sleep(wait, signal);
}

/**
 * Waits after a failure: at random up to 2 s after the first one, 4 s after the second, … 60 s (full jitter). Renews the session first
 * where the portal does not know the token.
 */
async function recover(
  { session }: Portal,
  position: FeedPosition,
  { error, signal }: { error: unknown; signal: AbortSignal },
): Promise<void> {
  if (error instanceof PortalError && error.status === 401) await session.renewTokens().catch(() => false);
  // `navigator.onLine` is not asked, because it is often wrong.
  const longest = Math.min(MAX_PAUSE, position.reconnectDelay * 2 ** position.failures++);
  await sleep(Math.random() * longest, signal);
}

interface Wait {
  /** The condition is checked again after each event `name` of this target. */
  target: EventTarget;
  name: string;
  signal: AbortSignal;
}

/** Resolves when the condition holds, or `signal` aborts. */
const waitUntil = (condition: () => boolean, { target, name, signal }: Wait) =>
  new Promise<void>((resolve) => {
    const check = () => {
      if (!condition() && !signal.aborted) return;
      target.removeEventListener(name, check);
      signal.removeEventListener('abort', check);
      resolve();
    };
    target.addEventListener(name, check);
    signal.addEventListener('abort', check);
    check();
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
