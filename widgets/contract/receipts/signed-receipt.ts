import { isReceipt, isSignedReceipt, type Receipt, type ReceiptKeys } from './schemas.ts';

/** What a signed receipt turned out to be. `unknownKey`: it may be right, but none of the keys that are known has signed it. */
export type CheckedReceipt =
  | { result: 'genuine'; receipt: Receipt }
  | { result: 'changed' | 'unknownKey' | 'unreadable' };

/**
 * Finds a signed receipt in what somebody has: the address of a QR code, the receipt itself, or the content of the saved file. Gives it in
 * its compact form; `undefined` where there is none.
 *
 * @example
 * findSignedReceipt('https://example.ru/receipt/#eyJ….eyJ….c2ln') // 'eyJ….eyJ….c2ln'
 */
export function findSignedReceipt(text: string): string | undefined {
  const compact = compactForm(text) ?? text.slice(text.indexOf('#') + 1).trim();
  return isSignedReceipt(compact) ? compact : undefined;
}

/** The compact form of a JWS in the flattened one (RFC 7515, section 7.2.2); `undefined` where the text is none. */
function compactForm(text: string): string | undefined {
  try {
    const { protected: header, payload, signature } = JSON.parse(text) as Partial<Record<string, unknown>>;
    return [header, payload, signature].join('.');
  } catch {
    return undefined;
  }
}

/** The file of a signed receipt: JSON that any library for JWS can read. */
export function receiptFile(signed: string): string {
  const [header = '', payload = '', signature = ''] = signed.split('.');
  return `${JSON.stringify({ protected: header, payload, signature }, undefined, 2)}\n`;
}

/** Reads a receipt without checking it, as the portal has just given it; `undefined` where it is none. */
export function readReceipt(signed: string | undefined): Receipt | undefined {
  const content = jsonIn(signed?.split('.')[1]);
  return isReceipt(content) ? content : undefined;
}

/** Checks a receipt in its compact form by the public keys of the portal. Nothing is asked of anybody: it works without a connection. */
export async function checkReceipt(signed: string, keys: ReceiptKeys['keys']): Promise<CheckedReceipt> {
  const receipt = readReceipt(signed);
  const [header = '', payload = '', signature = ''] = signed.split('.');
  const kid = kidOf(header);
  if (!receipt || kid === undefined) return { result: 'unreadable' };
  const key = keys.find((one) => one.kid === kid);
  if (!key) return { result: 'unknownKey' };
  const bytes = bytesIn(signature);
  // The last sign of a base64url has bits that say nothing: a changed one is no receipt of the portal either.
  if (base64urlOf(bytes) !== signature) return { result: 'changed' };
  const isSigned = await verify(key, bytes, new TextEncoder().encode(`${header}.${payload}`));
  return isSigned ? { result: 'genuine', receipt } : { result: 'changed' };
}

/** The id of the key that has signed, by the header of a JWS. */
function kidOf(header: string): string | undefined {
  const { alg, kid } = (jsonIn(header) ?? {}) as Partial<Record<string, unknown>>;
  return alg === 'EdDSA' && typeof kid === 'string' ? kid : undefined;
}

/** By WebCrypto; where the browser does not know Ed25519 yet (Chrome before 137), by a library that is fetched then. */
async function verify(
  { x }: ReceiptKeys['keys'][number],
  signature: Uint8Array<ArrayBuffer>,
  text: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x };
  const key = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify']).catch(() => undefined);
  if (key) return crypto.subtle.verify('Ed25519', key, signature, text);
  const { verifyAsync } = await import('@noble/ed25519');
  return verifyAsync(signature, text, bytesIn(x)).catch(() => false);
}

/** A value that is written as JSON in base64url; `undefined` where it is none. */
function jsonIn(base64url = ''): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytesIn(base64url)));
  } catch {
    return undefined;
  }
}

/** Bytes in base64url (RFC 4648, section 5). */
const bytesIn = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

const base64urlOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
