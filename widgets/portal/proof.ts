import { portalTime } from './clock.ts';
import { digest, encodeText, generateKey } from './token-natives.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** The code that the portal has given, and the key of this page for which it is good. */
export interface CodeAndKey {
  code: string;
  key: CryptoKeyPair;
}

/** One request that a proof is for. */
interface ProvenRequest {
  method: string;
  /** Without query and fragment. */
  url: string;
  /** The access token that goes with it. */
  token?: string;
}

/** Makes the key of this page. It can sign, but nobody can read it, and it cannot be taken to another machine. */
export const newKey = (): Promise<CryptoKeyPair> =>
  requireNative(generateKey)(ALGORITHM, false, ['sign', 'verify']);

/** The thumbprint of a key (RFC 7638), under which the portal knows it. */
export const thumbprintOf = async ({ publicKey }: CryptoKeyPair): Promise<string> =>
  sha256(await publicJwk(publicKey));

/**
 * Proves that this page has the key, for one request: the value of the header `DPoP` (RFC 9449). Who has only the token, and not the key,
 * has nothing.
 */
export async function proofFor(
  { publicKey, privateKey }: CryptoKeyPair,
  { method, url, token }: ProvenRequest,
): Promise<string> {
  const header = `{"typ":"dpop+jwt","alg":"ES256","jwk":${await publicJwk(publicKey)}}`;
  const ath = token === undefined ? '' : `,"ath":"${await sha256(token)}"`;
  const iat = Math.floor(portalTime() / 1000);
  const payload = `{"htm":"${method}","htu":"${url}","iat":${iat},"jti":"${randomText()}"${ath}}`;
  const text = `${base64url(encodeText(header))}.${base64url(encodeText(payload))}`;
  const signature = await crypto.subtle.sign(ALGORITHM, privateKey, encodeText(text));
  return `${text}.${base64url(new Uint8Array(signature))}`;
}

/** The public key as JSON, in the order of RFC 7638. `JSON.stringify` would ask a `toJSON` of the page. */
async function publicJwk(key: CryptoKey): Promise<string> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key);
  return `{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`;
}

/** A text that nobody can guess: 128 bits. */
export const randomText = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');

const sha256 = async (text: string) =>
  base64url(new Uint8Array(await requireNative(digest)('SHA-256', encodeText(text))));

/** Throws a `TypeError` on pages without TLS; `signIn` does not let it come to that. */
function requireNative<T>(native: T | undefined): T {
  if (!native) throw new TypeError('There is no WebCrypto on this page');
  return native;
}

/** Base64 for addresses (RFC 4648, 5). */
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
