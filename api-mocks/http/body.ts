import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import { Refusal } from './problem.ts';

/** The longest request but for pieces of files. */
const MOST_BYTES = 256 * 1024;
const MOST_MILLISECONDS = 20_000;

/** Refuses a body longer than people write. */
export const limitBody = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new Refusal('too-large');
  },
});

/** The JSON object that was sent, and the same in one canonical way of writing. Use it behind `limitBody`. */
export async function readJson(c: Context): Promise<{ json: object; canonical: string }> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal('media-type');
  const text = await inTime(c.req.text());
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return { json, canonical: canonical(json) };
  } catch {
    // Not JSON, or nested so deep that it cannot be written again: refused below.
  }
  throw new Refusal('malformed');
}

const canonical = (json: unknown) =>
  JSON.stringify(json, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** A connection that died without a word would otherwise hold the request's key for minutes. */
async function inTime(reading: Promise<string>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Refusal('slow'));
    }, MOST_MILLISECONDS);
  });
  try {
    return await Promise.race([reading, slow]);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('malformed');
  } finally {
    clearTimeout(timer);
  }
}
