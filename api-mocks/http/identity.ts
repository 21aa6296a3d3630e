import type { Context } from 'hono';

import type { AccountLevel, Profile } from '../../widgets/contract/profile/schemas.ts';

/** A citizen who has signed in. */
export interface Citizen {
  /** Id of a demonstration citizen: `anna`. */
  id: string;
  /** How far ЕСИА has checked who she is. */
  account: AccountLevel;
  /** What the portal knows of her. */
  profile: Profile;
}

/** A citizen's session on the portal. Times are in milliseconds since 1970. */
export interface CitizenSession {
  /** A UUID. */
  id: string;
  /** Who has signed in. */
  citizen: Citizen;
  /** When she signed in. */
  startedAt: number;
  /** From then on she has to sign in again. */
  endsAt: number;
}

/** Tells who sends a request. `sign-in/` implements it: the room `http/` lies below and does not know how people sign in. */
export interface IdentityContext {
  /**
   * Finds the session of the request's access token. Gives `undefined` without a token. Throws 401 `signed-out` for a bad
   * token.
   */
  findSession: (c: Context) => CitizenSession | undefined;
  /** Ends the session of the request's access token. Does nothing without a good token. */
  endSessionOf: (c: Context) => void;
}
