import type { Portal } from './context.ts';
import { loadModule, reportFailure } from './errors.ts';
import type { ChangeListener } from './event-types.ts';

interface WatchOptions {
  /** Ends the watching. */
  signal: AbortSignal;
  /** Called for each change, in a microtask of its own: an error in it stops nobody else. */
  onEvent: ChangeListener;
}

/** One run of `followFeed`, for all widgets that watch. */
interface Feed {
  listeners: Set<ChangeListener>;
  /** Aborted when nobody watches any more. */
  stop: AbortController;
}

/** The feed of each portal that is being watched. */
const feeds = new WeakMap<Portal, Feed>();

/** Calls `onEvent` for each change, while a citizen is signed in and the page is visible. All widgets of a page share one stream. */
export function watchEvents(portal: Portal, { signal, onEvent }: WatchOptions): void {
  if (signal.aborted) return;
  const feed = feeds.get(portal) ?? startFeed(portal);
  // A new function for each call: the set would keep the same `onEvent` only once.
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
  const notifyListeners: ChangeListener = (change) => {
    for (const listener of feed.listeners) listener(change);
  };
  loadModule(import('./event-feed.ts'))
    .then(({ followFeed }) => followFeed(portal, feed.stop.signal, notifyListeners))
    .catch((error: unknown) => {
      // The next call of `watchEvents` starts a new feed.
      stopFeed(portal, feed);
      reportFailure(error);
    });
  return feed;
}

function stopFeed(portal: Portal, feed: Feed): void {
  feed.stop.abort();
  if (feeds.get(portal) === feed) feeds.delete(portal);
}
