import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

import type { Context } from 'hono';

import { readJson } from './body.ts';
import { insert, transaction } from './database.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from './sandbox.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/**
 * Creates what the request asks for, once for each `Idempotency-Key`
 * (https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header). The same request again gets the same
 * answer, also after a restart; a refused one leaves no trace, so that it can be mended and sent with the same key.
 * `create` is synchronous: what it stores and the answer are committed together.
 */
export async function once<T extends object>(
  { db, now, inFlight }: Sandbox,
  c: Context,
  resource: string,
  create: (json: object) => T,
): Promise<T> {
  const key = keyOf(c);
  const slot = sha256(`${resource} ${key}`);
  const name = slot.toString('base64');
  if (inFlight.has(name)) throw new Refusal('in-flight', { headers: { 'Retry-After': '1' } });
  inFlight.add(name);
  try {
    const { json, canonical } = await readJson(c);
    const fingerprint = sha256(canonical);
    return transaction(db, () => {
      const stored = db.prepare('SELECT fingerprint, answer FROM answered WHERE slot = ?').get(slot);
      if (!stored) {
        const answer = create(json);
        insert(db, 'answered', { slot, fingerprint, answer: lock(key, answer), at: now().toISOString() });
        return answer;
      }
      if (!fingerprint.equals(stored['fingerprint'] as Uint8Array)) throw new Refusal('key-reused');
      return unlock(key, stored['answer'] as Uint8Array) as T;
    });
  } finally {
    inFlight.delete(name);
  }
}

/** A Structured Field string (RFC 9651), long enough not to be guessed. */
function keyOf(c: Context): string {
  const [, key] = /^"([ !#-[\]-~]{16,200})"$/.exec(c.req.header('Idempotency-Key') ?? '') ?? [];
  if (key === undefined) throw new Refusal('key-missing');
  return key;
}

/**
 * The answer holds the code that opens the case, so it is kept under the client's key, of which the database has only a hash:
 * who has the file alone cannot read it.
 */
function lock(key: string, answer: object): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sha256(`answer ${key}`), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]);
}

function unlock(key: string, locked: Uint8Array): unknown {
  const decipher = createDecipheriv('aes-256-gcm', sha256(`answer ${key}`), locked.subarray(0, 12));
  decipher.setAuthTag(locked.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(locked.subarray(28)), decipher.final()]).toString());
}
