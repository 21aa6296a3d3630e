import type { Portal } from './context.ts';
import { loadPart, failureOf } from './errors.ts';
import type { OnChange } from './event-types.ts';

interface WatchOptions {
  /** Ends the watching. */
  signal: AbortSignal;
  onEvent: OnChange;
}

interface Feed {
  listeners: Set<OnChange>;
  stop: AbortController;
}

const feeds = new WeakMap<Portal, Feed>();

/** Tells what changes for the citizen, as long as one is signed in and the page is seen. All widgets of a page share one stream. */
export function watch(portal: Portal, { signal, onEvent }: WatchOptions): void {
  if (signal.aborted) return;
  const feed = feeds.get(portal) ?? begin(portal);
  // A new function, so that one that is given twice is told twice. A widget's mistake stays its own.
  const listener: OnChange = (change) => {
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
  const tellAll: OnChange = (change) => {
    for (const listener of feed.listeners) listener(change);
  };
  loadPart(import('./event-feed.ts'))
    .then(({ follow }) => follow(portal, feed.stop.signal, tellAll))
    .catch((error: unknown) => {
      // Whoever watches next tries again.
      end(portal, feed);
      failureOf(error);
    });
  return feed;
}

function end(portal: Portal, feed: Feed): void {
  feed.stop.abort();
  if (feeds.get(portal) === feed) feeds.delete(portal);
}
