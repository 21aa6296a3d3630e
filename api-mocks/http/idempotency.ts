import type { Context } from 'hono';

import type { WallClockContext } from '../store/clock.ts';
import { insertRow, runTransaction, type DatabaseContext } from '../store/database.ts';
import { seal, sha256, unseal } from '../store/sealing.ts';
import { HttpProblem } from './problem.ts';

/** Knows the requests with an `Idempotency-Key` that are being handled now. */
export interface InFlightContext {
  /** Hashes of their keys and scopes. In memory: a portal that was killed handles none of them any more. */
  inFlight: Set<string>;
}

interface IdempotentTask<T> {
  /** Where the key counts: operation, path, citizen. The same key in another scope is another key. */
  scope: readonly string[];
  /** Reads the body: as JSON, and as canonical text. Two requests are the same if their canonical texts are. */
  readBody: () => Promise<{ json: object; canonical: string }>;
  /** Does what is asked for. It is synchronous: what it stores and its response are committed in one transaction. */
  work: (json: object) => T;
}

/**
 * Does what the request asks for, once for each `Idempotency-Key` in a scope
 * (https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header). Gives the response, which is stored under
 * the key for 30 days. A request that was refused is not stored: it can be corrected and sent again with the same key.
 *
 * | request                                 | response                                                         |
 * | --------------------------------------- | ---------------------------------------------------------------- |
 * | key `"A…"`, body 1                      | 201, stored                                                      |
 * | key `"A…"`, body 1, also after a restart | the same 201; `work` does not run                                |
 * | key `"A…"`, body 2                      | 422 `key-reused`                                                 |
 * | key `"A…"` while the first one runs     | 409 `in-flight` with `Retry-After`                               |
 * | key `"B…"`, a body with a mistake       | 422 `invalid`, not stored                                        |
 * | key `"B…"`, the body corrected          | 201, stored                                                      |
 * | no key                                  | 400 `key-missing`                                                |
 */
export async function runIdempotent<T extends object>(
  { db, wallNow, inFlight }: DatabaseContext & WallClockContext & InFlightContext,
  c: Context,
  { scope, readBody, work }: IdempotentTask<T>,
): Promise<T> {
  const key = readKey(c);
  // `slot` finds the stored response in the database, `inFlightName` the running request in `inFlight`.
  const slot = sha256(JSON.stringify([...scope, key]));
  const inFlightName = slot.toString('base64');
  if (inFlight.has(inFlightName)) throw new HttpProblem('in-flight', { retryAfter: 1 });
  inFlight.add(inFlightName);
  try {
    const { json, canonical } = await readBody();
    const fingerprint = sha256(canonical);
    return runTransaction(db, () => {
      const stored = db.prepare('SELECT fingerprint, answer FROM answered WHERE slot = ?').get(slot);
      if (stored && !fingerprint.equals(stored['fingerprint'] as Uint8Array))
        throw new HttpProblem('key-reused');
      if (stored) return unseal(sealingKey(key), stored['answer'] as Uint8Array) as T;
      const response = work(json);
      const sealed = seal(sealingKey(key), response);
      insertRow(db, 'answered', { slot, fingerprint, answer: sealed, at: wallNow().toISOString() });
      return response;
    });
  } finally {
    inFlight.delete(inFlightName);
  }
}

/**
 * The key that encrypts a stored response. The response holds the code that opens the case, so it is encrypted with the
 * client's own key. The database has only a hash of that key (`slot`): the file alone does not open the response.
 */
const sealingKey = (key: string) => sha256(`answer ${key}`);

/**
 * Reads `Idempotency-Key`: a string in quotation marks (RFC 9651, 3.3.3) of 16 to 200 printable ASCII characters but `"` and
 * `\`. A shorter one could be guessed. `"8e03978e-40d5-43e8-bc93-6894a57f9324"` is one; without the quotation marks it is none.
 */
function readKey(c: Context): string {
  const [, key] = /^"([ !#-[\]-~]{16,200})"$/.exec(c.req.header('Idempotency-Key') ?? '') ?? [];
  if (key === undefined) throw new HttpProblem('key-missing');
  return key;
}
