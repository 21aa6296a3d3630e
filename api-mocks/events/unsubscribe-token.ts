import { timingSafeEqual } from 'node:crypto';

import * as v from 'valibot';

import { ChannelSchema, type Channel } from '../../widgets/contract/step-ups/schemas.ts';
import type { PortalUrlContext } from '../http/http-server.ts';
import { keyedHash, type KeyContext } from '../store/sealing.ts';
import type { NoticeSubject } from './notice-preferences.ts';

/** What a token says: notices about what, to whom, by which way. */
const TokenSchema = v.object({ number: v.string(), citizen: v.nullable(v.string()), channel: ChannelSchema });
/** {@link TokenSchema}, parsed. */
export type Unsubscription = v.InferOutput<typeof TokenSchema>;

const signatureOf = (key: Uint8Array, content: string) => keyedHash(key, `unsubscribe ${content}`);

/** The address of the page where one unsubscribes. Nobody can make it without the portal's key. */
export function unsubscribeUrl(
  { key, portalUrl }: KeyContext & PortalUrlContext,
  { number, citizen }: NoticeSubject,
  channel: Channel,
): string {
  const content = Buffer.from(JSON.stringify({ number, citizen, channel })).toString('base64url');
  return `${portalUrl}/unsubscribe/${content}.${signatureOf(key, content).toString('base64url')}`;
}

/** Reads the token of such an address; `undefined` if the portal has not made it. */
export function readUnsubscribeToken({ key }: KeyContext, token: string): Unsubscription | undefined {
  const [content = '', signature = ''] = token.split('.');
  const expected = signatureOf(key, content);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return v.parse(TokenSchema, JSON.parse(Buffer.from(content, 'base64url').toString()));
}
