import type { Context } from 'hono';

import { insert, transaction } from '../store/database.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { seal, sha256, unseal } from '../store/sealed.ts';

/**
 * Does what the request asks for, once for each `Idempotency-Key` in a `scope`
 * (https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header). The same request again gets the same
 * answer, also after a restart; a refused one leaves no trace, so that it can be mended and sent with the same key.
 * `work` is synchronous: what it stores and the answer are committed together.
 */
export async function once<T extends object>(
  { db, real, inFlight }: Sandbox,
  c: Context,
  scope: readonly string[],
  read: () => Promise<{ json: object; canonical: string }>,
  work: (json: object) => T,
): Promise<T> {
  const key = keyOf(c);
  const slot = sha256(JSON.stringify([...scope, key]));
  const name = slot.toString('base64');
  if (inFlight.has(name)) throw new Refusal('in-flight', { retryAfter: 1 });
  inFlight.add(name);
  try {
    const { json, canonical } = await read();
    const fingerprint = sha256(canonical);
    return transaction(db, () => {
      const stored = db.prepare('SELECT fingerprint, answer FROM answered WHERE slot = ?').get(slot);
      if (!stored) {
        const answer = work(json);
        insert(db, 'answered', {
          slot,
          fingerprint,
          answer: seal(lockOf(key), answer),
          at: real().toISOString(),
        });
        return answer;
      }
      if (!fingerprint.equals(stored['fingerprint'] as Uint8Array)) throw new Refusal('key-reused');
      return unseal(lockOf(key), stored['answer'] as Uint8Array) as T;
    });
  } finally {
    inFlight.delete(name);
  }
}

/**
 * The answer holds the code that opens the case, so it is kept under the client's key, of which the database has only a hash:
 * who has the file alone cannot read it.
 */
const lockOf = (key: string) => sha256(`answer ${key}`);

/** A Structured Field string (RFC 9651), long enough not to be guessed. */
function keyOf(c: Context): string {
  const [, key] = /^"([ !#-[\]-~]{16,200})"$/.exec(c.req.header('Idempotency-Key') ?? '') ?? [];
  if (key === undefined) throw new Refusal('key-missing');
  return key;
}
