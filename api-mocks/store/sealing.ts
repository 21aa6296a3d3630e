import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The portal's own key, 32 bytes, for `seal`, `unseal` and `keyed`. */
export interface KeyContext {
  key: Buffer;
}

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A hash that only who has the key can make: 32 bytes, fit to be a key as well. */
export const keyedHash = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** Encrypts what can be written as JSON: AES-256-GCM, as nonce (12 bytes), tag (16 bytes), text. `key` has 32 bytes. */
export function seal(key: Uint8Array, value: unknown): Buffer<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** What was sealed with the same key. Throws when key or bytes are others. */
export function unseal(key: Uint8Array, sealed: Uint8Array): unknown {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString());
}

/** The portal's own key, 32 bytes, from a file beside the database; made where there is none. A copy of the database alone cannot be read. */
export function readPortalKey(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  const key = readFileSync(file);
  if (key.length !== 32) throw new Error(`Файл ключа ${file} испорчен: в нём должно быть 32 байта.`);
  return key;
}
