import { writeJson } from '../text/json.ts';
import { PortalError } from './errors.ts';
import type { SendResult } from './post-json.ts';

/** The portal's response. `isEarlierVersion`: it has accepted an earlier input, without the last changes. */
export type SendOnceResult<T> = SendResult<T> & { isEarlierVersion: boolean };

/**
 * Adds an input to those that may have reached the portal, the oldest first. An input that is there already moves to the end.
 *
 * @example
 * addToSent(['a', 'b'], 'a') // ['b', 'a']
 */
export const addToSent = <I>(sent: readonly I[], input: I): I[] => [
  ...sent.filter((other) => writeJson(other) !== writeJson(input)),
  input,
];

/**
 * Sends the last of `sent`, the inputs that were sent under one key without a response. Where the portal says that it has another
 * input under this key (`key-reused`), sends the earlier ones too, the newest first: the one that the portal has is answered by its
 * receipt. So there is never a second application. Throws a `TypeError` where `sent` is empty, else what `sendOne` throws.
 *
 * @example
 * sendOnce(['first', 'changed'], sendOne) // the portal has 'first': { result: 'accepted', …, isEarlierVersion: true }
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
