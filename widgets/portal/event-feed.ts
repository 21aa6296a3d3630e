import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import { poll } from './event-polling.ts';
import { readStream } from './event-stream.ts';
import type { FeedPosition, OnChange } from './event-types.ts';

const LONGEST_PAUSE = 60_000;
/** After so many silent streams the portal is asked instead; and after so many times of asking a stream is tried again. */
const MOST_SILENT = 2;
const POLLS = 30;

/** Follows the events of whoever is signed in until `signal` aborts: through restarts of the portal, dead connections, hidden pages. */
export async function follow(portal: Portal, signal: AbortSignal, onChange: OnChange): Promise<void> {
  const { session } = portal;
  const position: FeedPosition = { silent: 0, failures: 0, pause: 2000 };
  let polls = 0;
  while (!signal.aborted) {
    await until(() => !document.hidden, { target: document, name: 'visibilitychange', signal });
    const [turn, over] = [new AbortController(), new AbortController()];
    const stop = () => {
      if (signal.aborted || document.hidden || session.token === undefined) turn.abort();
    };
    for (const [target, name] of [
      [signal, 'abort'],
      [document, 'visibilitychange'],
      [session, 'change'],
    ] as const)
      target.addEventListener(name, stop, { signal: over.signal });
    try {
      if ((await session.bearer()) === undefined) {
        // Whoever signs in next may be another one.
        position.after = position.etag = undefined;
        await until(() => session.token !== undefined, { target: session, name: 'change', signal });
        continue;
      }
      const isStream = position.silent < MOST_SILENT;
      const wait = await (isStream ? readStream : poll)({ portal, position, onChange, signal: turn.signal });
      if (!isStream && ++polls % POLLS === 0) position.silent--;
      await sleep(wait, turn.signal);
    } catch (error) {
      if (turn.signal.aborted) continue;
      if (error instanceof PortalError && error.status === 401) await session.renew().catch(() => false);
      // Whether there is a connection is found by trying: what a browser says of it is often wrong.
      const longest = Math.min(LONGEST_PAUSE, position.pause * 2 ** position.failures++);
      await sleep(Math.random() * longest, turn.signal);
    } finally {
      over.abort();
    }
  }
}

interface Wait {
  /** After each of its events by this name it is looked again. */
  target: EventTarget;
  name: string;
  signal: AbortSignal;
}

/** Resolves when it is so, or `signal` aborts. */
const until = (isSo: () => boolean, { target, name, signal }: Wait) =>
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
