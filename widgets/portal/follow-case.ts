import type { OpenCase } from './open-case.ts';
import { watchEvents } from './events.ts';
import type { PortalChange } from './event-types.ts';
import { readCase, type FoundCase } from './look-up-case.ts';

/** Milliseconds between two looks, on average, while nobody tells of changes. */
const PAUSE = 30_000;
/** The same where the events of a session tell of them. */
const PAUSE_WITH_EVENTS = 300_000;
/** Milliseconds from one look to the next where one event follows the other: the portal limits requests. */
const PAUSE_OF_BURST = 1000;
/** The longest pause, after failures or when nothing has changed for long. */
const MAX_PAUSE = 600_000;
/** After so many looks that brought nothing new, about ten minutes, the pauses become longer. */
const PATIENCE = 20;

interface FollowOptions {
  /** Ends the following. */
  signal: AbortSignal;
  /** Called after each look; with `undefined` where the portal does not know the case any more: that was the last one, unless its session is over. */
  onLook: (found: FoundCase | undefined) => void;
  /** Called when the portal could not be asked. It is asked again later. */
  onFailure: (error: unknown) => void;
}

/**
 * Follows a case until `signal` aborts: looks again after each event of the session that is about it, and every half a minute where
 * number and code open it. Looks at once when the page is shown again, or the connection is back. Nobody looks while the page is hidden.
 */
export async function followCase(access: OpenCase, options: FollowOptions): Promise<void> {
  const { signal, onLook, onFailure } = options;
  const { portal, keys } = access;
  const news = new News();
  const isTold = !keys.code && portal.session.isSignedIn;
  const onEvent = (change: PortalChange) => {
    if (change.kind === 'reset' || change.subject === keys.number) news.tell();
  };
  if (isTold) watchEvents(portal, { signal, onEvent });
  let [failures, idleLooks, last] = [0, 0, ''];
  const pause = () => {
    // What an event has told is not known yet where the portal has failed.
    const shortest = isTold && !failures ? PAUSE_WITH_EVENTS : PAUSE;
    return Math.min(MAX_PAUSE, shortest * 2 ** (failures + Math.floor(idleLooks / PATIENCE)));
  };
  while (await nextLook(news, pause(), signal)) {
    try {
      const found = await readCase(access, signal);
      const now = JSON.stringify(found?.status);
      [failures, idleLooks, last] = [0, now === last ? idleLooks + 1 : 0, now];
      onLook(found);
      // It does not come back, and each look would count as a wrong code.
      if (!found && !access.isSignedOut) return;
    } catch (error) {
      failures++;
      if (!signal.aborted) onFailure(error);
    }
  }
}

/** What the events of a session say about a case. */
class News extends EventTarget {
  /** Whether there is something to look at. It may come while the portal is asked: what it answers then may be older. */
  isThere = false;
  /** The time, by `performance.now()`, before which nobody looks at it. */
  #soonest = 0;

  tell(): void {
    this.isThere = true;
    this.dispatchEvent(new Event('news'));
  }

  /** Somebody looks now. */
  clear(): void {
    this.isThere = false;
    this.#soonest = performance.now() + PAUSE_OF_BURST;
  }

  /** Milliseconds until somebody may look. */
  get wait(): number {
    return Math.max(0, this.#soonest - performance.now());
  }
}

/**
 * Waits for about `pause` milliseconds, or until something calls for a look; while the page is hidden not before it is shown. False where
 * nobody follows the case any more.
 */
const nextLook = (news: News, pause: number, signal: AbortSignal) =>
  new Promise<boolean>((resolve) => {
    const done = new AbortController();
    const look = () => {
      if (document.hidden && !signal.aborted) return;
      clearTimeout(timer);
      done.abort();
      news.clear();
      resolve(!signal.aborted);
    };
    const lookAtNews = () => {
      clearTimeout(timer);
      timer = setTimeout(look, news.wait);
    };
    // So that pages that were opened together do not ask together.
    let timer = setTimeout(look, news.isThere ? news.wait : pause * (0.75 + Math.random() / 2));
    news.addEventListener('news', lookAtNews, { signal: done.signal });
    document.addEventListener('visibilitychange', look, { signal: done.signal });
    window.addEventListener('online', look, { signal: done.signal });
    signal.addEventListener('abort', look, { signal: done.signal });
    if (signal.aborted) look();
  });
