import * as v from 'valibot';

import {
  HAND_OVER_CODE_SIGNS,
  HandOverCodeSchema,
  HandOverSchema,
  RedemptionSchema,
  type HandOver,
} from '../contract/drafts/schemas.ts';
import { writeJson } from '../text/json.ts';
import type { Portal } from './context.ts';
import { fetchJsonIfFound } from './http.ts';
import { postJson, type SendResult } from './post-json.ts';

/** Signs of a code: 12 of 20 are 52 bits. */
const CODE_SIGNS = 12;
/**
 * How often PBKDF2 repeats SHA-256, as OWASP advises since 2023. Who has stolen the encrypted draft has to derive each of 20¹² codes: with a
 * video card that does 10⁴ of them in a second 13,000 years. A telephone takes a second for the one right code.
 */
const REPEATS = 600_000;
/** Bytes that are derived: the first 16 say where the draft lies, the other 32 are the key. */
const [LOCATOR_BYTES, KEY_BYTES] = [16, 32];
const IV_BYTES = 12;

/** Makes a code, each sign as likely as any other: `7KHP-40XT-9MAC`. */
export function newHandOverCode(): string {
  const signs: string[] = [];
  // 240 of 256 bytes are used: with all of them the first signs would come more often.
  while (signs.length < CODE_SIGNS)
    for (const byte of crypto.getRandomValues(new Uint8Array(CODE_SIGNS)))
      if (byte < 240 && signs.length < CODE_SIGNS) signs.push(HAND_OVER_CODE_SIGNS[byte % 20] ?? '');
  return v.parse(HandOverCodeSchema, signs.join(''));
}

/** The code as the other device understands it; `undefined` where it is none. */
export function readHandOverCode(typed: string): string | undefined {
  const { success, output } = v.safeParse(HandOverCodeSchema, typed);
  return success ? output : undefined;
}

/** Leaves a value on the portal that only who has the code can read, once. Each call needs a code and a key of its own. */
export async function createHandOver(
  portal: Portal,
  { code, key, content }: { code: string; key: string; content: unknown },
): Promise<SendResult<HandOver>> {
  const { locator, secret } = await derive(code);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(writeJson(content));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, text));
  const input = { locator, sealed: base64urlOf(new Uint8Array([...iv, ...sealed])) };
  return postJson(portal, { path: '/v1/hand-overs', input, schema: HandOverSchema, key });
}

/** Takes what another device has left; `undefined` where the code is wrong, used or too old. The same key gives it again. */
export async function redeemHandOver(portal: Portal, code: string, key: string): Promise<unknown> {
  const { locator, secret } = await derive(code);
  const found = await fetchJsonIfFound(portal, {
    url: new URL('/v1/hand-overs/redemptions', portal.config.portal),
    schema: RedemptionSchema,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `"${key}"` },
    body: writeJson({ locator }),
  });
  if (!found) return undefined;
  const bytes = bytesIn(found.sealed);
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, IV_BYTES) };
  const opened = await crypto.subtle.decrypt(algorithm, secret, bytes.subarray(IV_BYTES));
  return JSON.parse(new TextDecoder().decode(opened)) as unknown;
}

/** Where the draft lies, and the key that opens it. */
async function derive(code: string): Promise<{ locator: string; secret: CryptoKey }> {
  const signs = new TextEncoder().encode(code.replaceAll('-', ''));
  const password = await crypto.subtle.importKey('raw', signs, 'PBKDF2', false, ['deriveBits']);
  const salt = new TextEncoder().encode('okno-hand-over');
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: REPEATS };
  const bits = await crypto.subtle.deriveBits(algorithm, password, 8 * (LOCATOR_BYTES + KEY_BYTES));
  const [place, key] = [bits.slice(0, LOCATOR_BYTES), bits.slice(LOCATOR_BYTES)];
  const secret = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { locator: base64urlOf(new Uint8Array(place)), secret };
}

/** Base64 for addresses (RFC 4648, section 5). A spread of all bytes would be too many arguments. */
const base64urlOf = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const bytesIn = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
