import type { Context } from 'hono';

import type { AccountLevel, Profile } from '../../widgets/contract/profile/schemas.ts';

/** Who has signed in, as handlers are told. */
export interface Citizen {
  id: string;
  account: AccountLevel;
  profile: Profile;
}

/** A citizen has signed in to the portal. Times are in milliseconds since 1970. */
export interface CitizenSession {
  id: string;
  citizen: Citizen;
  startedAt: number;
  endsAt: number;
}

/** What HTTP has to know of sign-in, and no more. */
export interface IdentityContext {
  /** The session whose token a request bears; `undefined` without a token. Refuses a token that is not good. */
  findSession: (c: Context) => CitizenSession | undefined;
  /** Ends the session whose token a request bears, if it bears a good one. */
  endSessionOf: (c: Context) => void;
}
