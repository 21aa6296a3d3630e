import type { Context } from 'hono';

import type { WallClockContext } from '../store/clock.ts';
import { insertRow, runTransaction, type DatabaseContext } from '../store/database.ts';
import { seal, sha256, unseal } from '../store/sealing.ts';
import { HttpProblem } from './problem.ts';

/** Requests with an `Idempotency-Key` that are being handled now. */
export interface InFlightContext {
  inFlight: Set<string>;
}

interface IdempotentTask<T> {
  /** Whose key it is: keys of other operations and citizens are others. */
  scope: readonly string[];
  /** Reads the body: as JSON, and as the text by which two requests are the same. */
  read: () => Promise<{ json: object; canonical: string }>;
  /** It is synchronous: what it stores and the answer are committed together. */
  work: (json: object) => T;
}

/**
 * Does what the request asks for, once for each `Idempotency-Key` in a scope
 * (https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header). The same request again gets the same
 * answer, also after a restart; a refused one leaves no trace, so that it can be mended and sent with the same key.
 */
export async function runIdempotent<T extends object>(
  { db, wallNow, inFlight }: DatabaseContext & WallClockContext & InFlightContext,
  c: Context,
  { scope, read, work }: IdempotentTask<T>,
): Promise<T> {
  const key = readKey(c);
  const slot = sha256(JSON.stringify([...scope, key]));
  const name = slot.toString('base64');
  if (inFlight.has(name)) throw new HttpProblem('in-flight', { retryAfter: 1 });
  inFlight.add(name);
  try {
    const { json, canonical } = await read();
    const fingerprint = sha256(canonical);
    return runTransaction(db, () => {
      const stored = db.prepare('SELECT fingerprint, answer FROM answered WHERE slot = ?').get(slot);
      if (stored && !fingerprint.equals(stored['fingerprint'] as Uint8Array))
        throw new HttpProblem('key-reused');
      if (stored) return unseal(sealingKey(key), stored['answer'] as Uint8Array) as T;
      const answer = work(json);
      const sealed = seal(sealingKey(key), answer);
      insertRow(db, 'answered', { slot, fingerprint, answer: sealed, at: wallNow().toISOString() });
      return answer;
    });
  } finally {
    inFlight.delete(name);
  }
}

/**
 * The answer holds the code that opens the case, so it is kept under the client's key, of which the database has only a hash:
 * who has the file alone cannot read it.
 */
const sealingKey = (key: string) => sha256(`answer ${key}`);

/** A Structured Field string (RFC 9651), long enough not to be guessed. */
function readKey(c: Context): string {
  const [, key] = /^"([ !#-[\]-~]{16,200})"$/.exec(c.req.header('Idempotency-Key') ?? '') ?? [];
  if (key === undefined) throw new HttpProblem('key-missing');
  return key;
}
