import type { Context } from 'hono';
import * as v from 'valibot';

import type { WallClockContext } from '../store/clock.ts';
import { insertRow, runTransaction, type DatabaseContext } from '../store/database.ts';
import { seal, sha256, unseal } from '../store/sealing.ts';
import type { HandlerResult } from './handlers.ts';
import { HttpProblem } from './problem.ts';

/** Knows the requests with an `Idempotency-Key` that are being handled now. */
export interface InFlightContext {
  /** Hashes of their keys and scopes. In memory: a portal that was killed handles none of them any more. */
  inFlight: Set<string>;
}

interface IdempotentTask {
  /** Id of the operation: `createApplication`. */
  operation: string;
  /** Whose key it is: id of the citizen, or nothing. With the operation and the path of the request it makes the scope of the key. */
  owner: string;
  /** Reads the body: as JSON, and as canonical text. Two requests are the same if their canonical texts are. */
  readBody: () => Promise<{ json: object; canonical: string }>;
  /** Does what is asked for. It is synchronous: what it stores and its response are committed in one transaction. */
  work: (json: object) => HandlerResult;
}

/**
 * Does what the request asks for, once for each `Idempotency-Key` in a scope
 * (https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header). Gives the response, which is stored under
 * the key for 30 days. A request that was refused is not stored: it can be corrected and sent again with the same key. The same
 * key in another scope (another operation, path or citizen) is another key.
 *
 * | request                                 | response                                                         |
 * | --------------------------------------- | ---------------------------------------------------------------- |
 * | key `"A…"`, body 1                      | 201, stored                                                      |
 * | key `"A…"`, body 1, also after a restart | the same 201; `work` does not run, whatever the form is now       |
 * | key `"A…"`, body 2                      | 422 `key-reused`                                                 |
 * | key `"A…"` while the first one runs     | 409 `in-flight` with `Retry-After`                               |
 * | key `"B…"`, a body with a mistake       | 422 `invalid`, not stored                                        |
 * | key `"B…"`, the body corrected          | 201, stored                                                      |
 * | no key                                  | 400 `key-missing`                                                |
 */
export async function runIdempotent(
  { db, wallNow, inFlight }: DatabaseContext & WallClockContext & InFlightContext,
  c: Context,
  { operation, owner, readBody, work }: IdempotentTask,
): Promise<HandlerResult> {
  const key = readKey(c);
  // `slot` finds the stored response in the database, `inFlightName` the running request in `inFlight`.
  const slot = sha256(JSON.stringify([operation, c.req.path, owner, key]));
  const inFlightName = slot.toString('base64');
  if (inFlight.has(inFlightName)) throw new HttpProblem('in-flight', { retryAfter: 1 });
  inFlight.add(inFlightName);
  try {
    const { json, canonical } = await readBody();
    const fingerprint = sha256(canonical);
    return runTransaction(db, () => {
      const stored = db
        .prepare('SELECT fingerprint, answer FROM answered WHERE slot IN (?, ?)')
        .get(slot, firstSlotOf(c.req.path, key));
      if (stored && !fingerprint.equals(stored['fingerprint'] as Uint8Array))
        throw new HttpProblem('key-reused');
      if (stored) return storedResponse(c.req.path, unseal(sealingKey(key), stored['answer'] as Uint8Array));
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
 * The slot of the same request in the first version, which hashed `applications 8e03978e-…`. Nobody can compute the new slot of a
 * stored response: the database does not have its key. So a portal that was upgraded looks into both.
 */
const firstSlotOf = (path: string, key: string) => sha256(`${path.slice('/v1/'.length)} ${key}`);

/** A response as it was stored. The first version stored the body of a 201 alone. */
const storedResponse = (path: string, stored: unknown): HandlerResult =>
  v.is(v.looseObject({ status: v.number() }), stored)
    ? stored
    : {
        status: 201,
        body: stored,
        headers: { Location: `${path}/${v.parse(v.looseObject({ number: v.string() }), stored).number}` },
      };

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
