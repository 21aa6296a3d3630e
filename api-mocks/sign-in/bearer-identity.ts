import type { Context } from 'hono';

import type { IdentityContext } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { SessionsContext } from './sessions.ts';

/** Identifies citizens by the access token in `Authorization: Bearer …`. */
export const bearerIdentity = ({
  sessions,
  wallNow,
}: SessionsContext & WallClockContext): IdentityContext => ({
  findSession(c) {
    const token = tokenIn(c);
    if (token === undefined) return undefined;
    const session = sessions.findByAccessToken(token, wallNow().getTime());
    if (!session)
      throw new HttpProblem('signed-out', {
        headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      });
    return session;
  },
  endSessionOf(c) {
    const session = sessions.findByAccessToken(tokenIn(c) ?? '', wallNow().getTime());
    if (session) sessions.endSession(session);
  },
});

/** The token of the request; `undefined` without the header. */
const tokenIn = (c: Context) => c.req.header('Authorization')?.replace(/^Bearer +/i, '');
