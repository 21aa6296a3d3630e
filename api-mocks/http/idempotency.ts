import type { Context } from 'hono';
import * as v from 'valibot';

import type { Operation } from '../../widgets/contract/openapi/operation.ts';
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
  id: string;
  operation: Operation;
  /** Whose key it is: id of the citizen, or nothing. With the name of the key in the contract it makes the scope of the key. */
  owner: string;
  /** Reads the body: as JSON, and as canonical text. Two requests are the same if their canonical texts are. */
  readBody: () => Promise<{ json: object; canonical: string }>;
  /** Does what is asked for. It is synchronous: what it stores and its response are committed in one transaction. */
  work: (json: object) => HandlerResult;
}

/**
 * Does what the request asks for, once for each `Idempotency-Key` in a scope
 * (https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header). Gives the response, which is stored under
 * the key for `DRAFT_DAYS`; where it has made a case, as long as that case. A request that was refused is not stored: it can be corrected and sent again with the same key. The same
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
  task: IdempotentTask,
): Promise<HandlerResult> {
  const key = readKey(c);
  // The slots find the stored response in the database, `inFlightName` the running request in `inFlight`.
  const slots = slotsOf(task, c, key);
  const inFlightName = slots[0].toString('base64');
  if (inFlight.has(inFlightName)) throw new HttpProblem('in-flight', { retryAfter: 1 });
  inFlight.add(inFlightName);
  try {
    const { json, canonical } = await task.readBody();
    const fingerprint = sha256(canonical);
    return runTransaction(db, () => {
      const stored = db.prepare(FIND_STORED).get(...slots);
      if (stored && !fingerprint.equals(stored['fingerprint'] as Uint8Array))
        throw new HttpProblem('key-reused');
      if (stored) return storedResponse(c.req.path, unseal(sealingKey(key), stored['answer'] as Uint8Array));
      const response = task.work(json);
      const answer = seal(sealingKey(key), response);
      const createdCase = task.operation.keyLivesWithCase ? numberIn(response.body) : null;
      const at = wallNow().toISOString();
      insertRow(db, 'answered', { slot: slots[0], fingerprint, answer, at, createdCase });
      return response;
    });
  } finally {
    inFlight.delete(inFlightName);
  }
}

const FIND_STORED = 'SELECT fingerprint, answer FROM answered WHERE slot IN (?, ?)';

/**
 * Where the response to a key is stored, and where versions of November 2026 have stored it. The first is the hash of a name that never
 * changes and of the key, `applications 8e03978e-…`, as the first version had it; with an owner, of the three in JSON. The second is the
 * hash of the operation's id, the path, the owner and the key. Nobody can compute the new slot of a stored response, for the database does
 * not have its key: so a portal that was upgraded looks into both.
 */
function slotsOf({ id, operation, owner }: IdempotentTask, c: Context, key: string): [Buffer, Buffer] {
  const { keyName = '' } = operation;
  // `applications/{number}/answers` → `applications/22-2026-000001/answers`
  const scope = keyName.replaceAll(/\{(\w+)\}/g, (_, name: string) => c.req.param(name) ?? '');
  return [
    sha256(owner ? JSON.stringify([scope, owner, key]) : `${scope} ${key}`),
    sha256(JSON.stringify([id, c.req.path, owner, key])),
  ];
}

/** The number of the case in a response. Throws where there is none. */
const numberIn = (body: unknown): string => v.parse(v.looseObject({ number: v.string() }), body).number;

/** A response as it was stored. The first version stored the body of a 201 alone. */
const storedResponse = (path: string, stored: unknown): HandlerResult =>
  v.is(v.looseObject({ status: v.number() }), stored)
    ? stored
    : {
        status: 201,
        body: stored,
        headers: { Location: `${path}/${numberIn(stored)}` },
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
