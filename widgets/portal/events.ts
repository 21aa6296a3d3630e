import type { Portal } from './context.ts';
import { loadModule, reportFailure } from './errors.ts';
import type { ChangeListener } from './event-types.ts';

interface WatchOptions {
  /** Ends the watching. */
  signal: AbortSignal;
  onEvent: ChangeListener;
}

interface Feed {
  listeners: Set<ChangeListener>;
  stop: AbortController;
}

const feeds = new WeakMap<Portal, Feed>();

/** Tells what changes for the citizen, as long as one is signed in and the page is seen. All widgets of a page share one stream. */
export function watchEvents(portal: Portal, { signal, onEvent }: WatchOptions): void {
  if (signal.aborted) return;
  const feed = feeds.get(portal) ?? startFeed(portal);
  // A new function, so that one that is given twice is told twice. A widget's mistake stays its own.
  const listener: ChangeListener = (change) => {
    queueMicrotask(() => {
      if (!signal.aborted) onEvent(change);
    });
  };
  feed.listeners.add(listener);
  signal.addEventListener(
    'abort',
    () => {
      feed.listeners.delete(listener);
      if (!feed.listeners.size) stopFeed(portal, feed);
    },
    { once: true },
  );
}

function startFeed(portal: Portal): Feed {
  const feed: Feed = { listeners: new Set(), stop: new AbortController() };
  feeds.set(portal, feed);
  const tellAll: ChangeListener = (change) => {
    for (const listener of feed.listeners) listener(change);
  };
  loadModule(import('./event-feed.ts'))
    .then(({ followFeed }) => followFeed(portal, feed.stop.signal, tellAll))
    .catch((error: unknown) => {
      // Whoever watches next tries again.
      stopFeed(portal, feed);
      reportFailure(error);
    });
  return feed;
}

function stopFeed(portal: Portal, feed: Feed): void {
  feed.stop.abort();
  if (feeds.get(portal) === feed) feeds.delete(portal);
}
