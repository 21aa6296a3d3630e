import { randomBytes } from 'node:crypto';

import type { Context } from 'hono';

import type { Handlers } from './api.ts';
import type { Citizen } from './citizens.ts';
import { Refusal } from './problem.ts';
import type { Sandbox } from './sandbox.ts';

/** Seconds for which a token is good. */
export const TOKEN_SECONDS = 15 * 60;

/** Who has signed in, by access token. In memory only: a restart signs everybody out. */
export class Sessions {
  readonly #open = new Map<string, { citizen: Citizen; until: number }>();

  /** A new token for a citizen. `now` is in milliseconds. */
  start(citizen: Citizen, now: number): string {
    for (const [token, { until }] of this.#open) if (until <= now) this.#open.delete(token);
    const token = randomBytes(32).toString('base64url');
    this.#open.set(token, { citizen, until: now + TOKEN_SECONDS * 1000 });
    return token;
  }

  find(token: string, now: number): Citizen | undefined {
    const session = this.#open.get(token);
    return session && session.until > now ? session.citizen : undefined;
  }

  end(token: string): void {
    this.#open.delete(token);
  }
}

const tokenOf = (c: Context) => c.req.header('Authorization')?.replace(/^Bearer +/i, '');

/** The citizen whose token the request bears; `undefined` without one. A token that is not good is refused. */
export function citizenOf({ sessions, real }: Sandbox, c: Context): Citizen | undefined {
  const token = tokenOf(c);
  if (token === undefined) return undefined;
  const citizen = sessions.find(token, real().getTime());
  if (!citizen)
    throw new Refusal('signed-out', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
  return citizen;
}

/** The session of the citizen who asks. */
export const session = ({ sessions }: Sandbox): Pick<Handlers, 'endSession' | 'getProfile'> => ({
  endSession({ c }) {
    sessions.end(tokenOf(c) ?? '');
    return { status: 204 };
  },
  getProfile: ({ citizen }) => ({ status: 200, body: citizen.profile }),
});
