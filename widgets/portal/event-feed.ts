import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import { poll } from './event-polling.ts';
import { readStream } from './event-stream.ts';
import type { Change } from './events.ts';

/** How far the feed has come. */
export interface Place {
  /** The last event that is known; none before the first answer. */
  after?: string | undefined;
  /** Name of the last answer to polling that brought nothing. */
  etag?: string | undefined;
  /** How many streams in a row gave nothing through: some hosts keep an answer back until it is whole. */
  silent: number;
  /** How many tries in a row have failed. */
  failures: number;
  /** Milliseconds before a stream is opened again; the portal may say how many. */
  pause: number;
}

export type Tell = (change: Change) => void;

/** Reads on until the portal ends it. Gives the milliseconds until the next time; rejects where it breaks off, or `signal` aborts. */
export type Turn = (portal: Portal, place: Place, tell: Tell, signal: AbortSignal) => Promise<number>;

const LONGEST_PAUSE = 60_000;
/** After so many silent streams the portal is asked instead; and after so many times of asking a stream is tried again. */
const MOST_SILENT = 2;
const POLLS = 30;

/** Follows the events of whoever is signed in until `signal` aborts: through restarts of the portal, dead connections, hidden pages. */
export async function follow(portal: Portal, signal: AbortSignal, tell: Tell): Promise<void> {
  const { session } = portal;
  const place: Place = { silent: 0, failures: 0, pause: 2000 };
  let polls = 0;
  while (!signal.aborted) {
    await until(() => !document.hidden, document, 'visibilitychange', signal);
    const [turn, over] = [new AbortController(), new AbortController()];
    const stop = () => {
      if (signal.aborted || document.hidden || session.token === undefined) turn.abort();
    };
    signal.addEventListener('abort', stop, { signal: over.signal });
    document.addEventListener('visibilitychange', stop, { signal: over.signal });
    session.addEventListener('change', stop, { signal: over.signal });
    try {
      if ((await session.bearer()) === undefined) {
        // Whoever signs in next may be another one.
        place.after = place.etag = undefined;
        await until(() => session.token !== undefined, session, 'change', signal);
        continue;
      }
      const isStream = place.silent < MOST_SILENT;
      const wait = await (isStream ? readStream : poll)(portal, place, tell, turn.signal);
      if (!isStream && ++polls % POLLS === 0) place.silent--;
      await sleep(wait, turn.signal);
    } catch (error) {
      if (turn.signal.aborted) continue;
      if (error instanceof PortalError && error.status === 401) await session.renew().catch(() => false);
      // Whether there is a connection is found by trying: what a browser says of it is often wrong.
      await sleep(Math.random() * Math.min(LONGEST_PAUSE, place.pause * 2 ** place.failures++), turn.signal);
    } finally {
      over.abort();
    }
  }
}

/** Resolves when it is so, or `signal` aborts; looks after each event of a name. */
const until = (isSo: () => boolean, target: EventTarget, name: string, signal: AbortSignal) =>
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
