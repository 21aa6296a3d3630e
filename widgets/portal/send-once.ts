import { PortalError } from './errors.ts';
import type { SendResult } from './post-json.ts';

/** What the portal answered. `earlier`: it had taken what was sent before, and not the last changes. */
export type SendOnceResult<T> = SendResult<T> & { isEarlierVersion: boolean };

/** What a draft remembers: all that may have reached the portal, oldest first, the newest once and last. */
export const addToSent = <I>(sent: readonly I[], input: I): I[] => [
  ...sent.filter((other) => JSON.stringify(other) !== JSON.stringify(input)),
  input,
];

/**
 * Sends under one key the last of what was sent, `sent` being all that went out under that key without an answer. Where the
 * portal says that it has an earlier one, that one is asked for, so that there is never a second.
 */
export async function sendOnce<I, T>(
  sent: readonly I[],
  sendOne: (input: I) => Promise<SendResult<T>>,
): Promise<SendOnceResult<T>> {
  const [last, ...before] = [...sent].reverse();
  if (last === undefined) throw new TypeError('There is nothing to send');
  for (const [i, input] of [last, ...before].entries()) {
    try {
      return { ...(await sendOne(input)), isEarlierVersion: i > 0 };
    } catch (error) {
      const isTaken = error instanceof PortalError && error.problem?.type === 'key-reused';
      if (!isTaken || i === before.length) throw error;
    }
  }
  throw new TypeError('unreachable');
}
