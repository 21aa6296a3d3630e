import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { HttpProblem } from './problem.ts';

/** Longest body of a request. Chunks of uploads have their own limit (`files/`). */
const MAX_BODY_BYTES = 256 * 1024;
/** A body has to arrive within this time. */
const BODY_TIMEOUT_MS = 20_000;

/** Refuses a body that is longer than `MAX_BODY_BYTES`: 413 `too-large`. */
export const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new HttpProblem('too-large');
  },
});

/**
 * Reads the JSON object that was sent. `canonical` is the same object as text with sorted keys: two bodies that say the same
 * have the same canonical text. Throws 415 `media-type`, 408 `slow`, or 400 `malformed` if the body is no JSON object. Run
 * `limitBody` before it.
 *
 * Both `{"b":1,"a":[2]}` and `{ "a": [2], "b": 1 }` have the canonical text `{"a":[2],"b":1}`.
 */
export async function readJson(c: Context): Promise<{ json: object; canonical: string }> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new HttpProblem('media-type');
  const text = await withTimeout(c.req.text());
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return { json, canonical: canonicalJson(json) };
  } catch {
    // It is not JSON, or so deeply nested that `JSON.stringify` fails. Both are refused below.
  }
  throw new HttpProblem('malformed');
}

/** Writes JSON with the keys of all objects sorted. */
const canonicalJson = (json: unknown) =>
  JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/**
 * Waits for the text of a body. Rejects with 408 `slow` if it does not arrive within `BODY_TIMEOUT_MS`: a dead connection would
 * block the request's `Idempotency-Key` for minutes. Rejects with 400 `malformed` if the connection breaks.
 */
async function withTimeout(reading: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new HttpProblem('slow'));
    }, BODY_TIMEOUT_MS);
  });
  try {
    return await Promise.race([reading, slow]);
  } catch (error) {
    throw error instanceof HttpProblem ? error : new HttpProblem('malformed');
  } finally {
    clearTimeout(timer);
  }
}
