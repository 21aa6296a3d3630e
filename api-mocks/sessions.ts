import { randomBytes } from 'node:crypto';

import { Hono, type Context } from 'hono';

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
export function citizenOf({ sessions, now }: Sandbox, c: Context): Citizen | undefined {
  const token = tokenOf(c);
  if (token === undefined) return undefined;
  const citizen = sessions.find(token, now().getTime());
  if (!citizen)
    throw new Refusal('signed-out', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
  return citizen;
}

/** `GET /v1/profile`. */
export const profile = (sandbox: Sandbox) =>
  new Hono().get('/', (c) => {
    const citizen = citizenOf(sandbox, c);
    if (!citizen) throw new Refusal('signed-out', { headers: { 'WWW-Authenticate': 'Bearer' } });
    return c.json(citizen.profile);
  });

/** `DELETE /v1/session`: signs out; without a session there is nothing to do. */
export const session = ({ sessions }: Sandbox) =>
  new Hono().delete('/', (c) => {
    sessions.end(tokenOf(c) ?? '');
    return c.body(null, 204);
  });
