import type { Retrying } from './editor.ts';

/** Longest time between two tries, in seconds. */
const MAX_DELAY = 60;

/**
 * Calls `again` when the connection is back, and otherwise after 2, 4, 8… seconds; never if the text has changed or the field has left
 * the page.
 */
export function retryLater(box: Retrying, again: () => void): void {
  const { text } = box;
  const waiting = new AbortController();
  const { signal } = waiting;
  const onTime = () => {
    if (signal.aborted) return;
    waiting.abort();
    if (box.host.isConnected && box.text === text) again();
  };
  addEventListener('online', onTime, { signal });
  setTimeout(onTime, Math.min(2 ** ++box.failures, MAX_DELAY) * 1000);
}
