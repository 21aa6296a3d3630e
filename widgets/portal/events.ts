import type { EventKind } from '../contract/events/schemas.ts';
import type { Portal } from './context.ts';
import { later, troubleOf } from './errors.ts';

/**
 * Something of the citizen's has changed. `reset`: anything may have, so read anew what is shown; it is also told when the watching
 * begins, so that nothing is missed between the first reading and that.
 */
export type Change = { kind: EventKind; subject: string } | { kind: 'reset' };

interface WatchOptions {
  /** Ends the watching. */
  signal: AbortSignal;
  onEvent: (change: Change) => void;
}

interface Feed {
  listeners: Set<(change: Change) => void>;
  stop: AbortController;
}

const feeds = new WeakMap<Portal, Feed>();

/** Tells what changes for the citizen, as long as one is signed in and the page is seen. All widgets of a page share one stream. */
export function watch(portal: Portal, { signal, onEvent }: WatchOptions): void {
  if (signal.aborted) return;
  const feed = feeds.get(portal) ?? begin(portal);
  // A new function, so that one that is given twice is told twice. A widget's mistake stays its own.
  const listener = (change: Change) => {
    queueMicrotask(() => {
      if (!signal.aborted) onEvent(change);
    });
  };
  feed.listeners.add(listener);
  signal.addEventListener(
    'abort',
    () => {
      feed.listeners.delete(listener);
      if (!feed.listeners.size) end(portal, feed);
    },
    { once: true },
  );
}

function begin(portal: Portal): Feed {
  const feed: Feed = { listeners: new Set(), stop: new AbortController() };
  feeds.set(portal, feed);
  const tell = (change: Change) => {
    for (const listener of feed.listeners) listener(change);
  };
  later(import('./event-feed.ts'))
    .then(({ follow }) => follow(portal, feed.stop.signal, tell))
    .catch((error: unknown) => {
      // Whoever watches next tries again.
      end(portal, feed);
      troubleOf(error);
    });
  return feed;
}

function end(portal: Portal, feed: Feed): void {
  feed.stop.abort();
  if (feeds.get(portal) === feed) feeds.delete(portal);
}
