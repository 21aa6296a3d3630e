import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** Holds the portal's own key. */
export interface KeyContext {
  /** 32 bytes, for `seal`, `unseal` and `keyedHash`. */
  key: Buffer;
}

/** SHA-256 of a text in UTF-8: 32 bytes. */
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * HMAC-SHA-256 of a text: 32 bytes. Nobody can make it without the key. It can be a key itself: `keyedHash(key, 'file 7')` is
 * the key of the file 7.
 */
export const keyedHash = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/**
 * Encrypts a value that JSON can write by AES-256-GCM. `key` has 32 bytes. The result is:
 *
 * | bytes     | what                                                                                 |
 * | --------- | ------------------------------------------------------------------------------------ |
 * | 0–11      | nonce, random: the same value never gives the same bytes                             |
 * | 12–27     | tag: it shows whether anybody has changed the bytes                                  |
 * | from 28   | the JSON, encrypted                                                                  |
 */
export function seal(key: Uint8Array, value: unknown): Buffer<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/**
 * Decrypts what `seal` has encrypted. Throws an `Error` if the key is another one, or the bytes were changed.
 *
 * @example unseal(key, seal(key, { name: 'Анна' })) // { name: 'Анна' }
 */
export function unseal(key: Uint8Array, sealed: Uint8Array): unknown {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString());
}
