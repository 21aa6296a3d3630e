import { writeJson } from '../text/json.ts';

/** What is stored of a value: nobody can read it without the key. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** The keys of the vault. Neither can be exported from the browser: scripts may use them, and cannot copy them. */
export interface VaultKeys {
  /** AES-GCM, 256 bits: seals what is stored. */
  seal: CryptoKey;
  /** HMAC with SHA-256, the salt of names: an id may hold the number of a case. */
  name: CryptoKey;
}

/** Makes new keys. */
export async function makeKeys(): Promise<VaultKeys> {
  const [seal, name] = await Promise.all([
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ]);
  return { seal, name };
}

/** The key under which a draft is stored: 32 hexadecimal digits, always the same for the same id. */
export async function recordId({ name }: VaultKeys, id: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', name, new TextEncoder().encode(id)));
  return [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Seals bytes. `place` says where they are stored: in another place they cannot be opened. */
export async function sealBytes({ seal }: VaultKeys, bytes: BufferSource, place: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(algorithm(iv, place), seal, bytes) };
}

/** Opens what `sealBytes` has sealed. Rejects where it is damaged, or stood in another place. */
export const openBytes = ({ seal }: VaultKeys, { iv, data }: Sealed, place: string): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt(algorithm(iv, place), seal, data);

/** Seals a value that JSON can say. */
export const sealJson = (keys: VaultKeys, value: unknown, place: string): Promise<Sealed> =>
  sealBytes(keys, new TextEncoder().encode(writeJson(value)), place);

/** Opens what `sealJson` has sealed. Rejects as `openBytes` does. */
export const openJson = async <T>(keys: VaultKeys, sealed: Sealed, place: string): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await openBytes(keys, sealed, place))) as T;

const algorithm = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(place),
});
