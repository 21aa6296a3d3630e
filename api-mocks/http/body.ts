import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { HttpProblem } from './problem.ts';

/** The longest request but for pieces of files. */
const MAX_BODY_BYTES = 256 * 1024;
const BODY_TIMEOUT_MS = 20_000;

/** Refuses a body longer than people write. */
export const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new HttpProblem('too-large');
  },
});

/** The JSON object that was sent, and the same in one canonical way of writing. Use it behind `limitBody`. */
export async function readJson(c: Context): Promise<{ json: object; canonical: string }> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new HttpProblem('media-type');
  const text = await withTimeout(c.req.text());
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return { json, canonical: canonicalJson(json) };
  } catch {
    // Not JSON, or nested so deep that it cannot be written again: refused below.
  }
  throw new HttpProblem('malformed');
}

const canonicalJson = (json: unknown) =>
  JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** A connection that died without a word would otherwise hold the request's key for minutes. */
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
