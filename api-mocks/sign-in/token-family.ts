import { randomBytes, randomUUID } from 'node:crypto';

import type { CitizenSession } from '../http/identity.ts';

/**
 * Makes a random secret for a cookie or token: 256 bits as 43 characters of base64url. The database has only hashes of
 * secrets: somebody who has the file cannot sign in with it.
 */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** A family of tokens: all codes and tokens that come from one sign-in of one page. They are revoked together. */
export interface TokenFamily {
  /** Id of the session that they belong to. */
  session: string;
  /** Id of the family. */
  family: string;
  /** Origin of the page that has them: pages of other origins may not use them. */
  origin: string;
  /** Thumbprint of the key of the page: without it nobody may use them. `null` for those that tests get without a page. */
  thumbprint: string | null;
}

/** Makes a new family of tokens, for a page that has signed in. */
export const newTokenFamily = (
  { id }: CitizenSession,
  { origin, thumbprint }: Pick<TokenFamily, 'origin' | 'thumbprint'>,
): TokenFamily => ({ session: id, family: randomUUID(), origin, thumbprint });
