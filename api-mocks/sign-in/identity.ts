import type { Context } from 'hono';

import type { IdentityContext } from '../http/identity.ts';
import { Refusal } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { SessionsContext } from './sessions.ts';

/** What HTTP has to know of sign-in. */
export const identity = ({ sessions, real }: SessionsContext & WallClockContext): IdentityContext => ({
  identify(c) {
    const token = tokenIn(c);
    if (token === undefined) return undefined;
    const session = sessions.ofToken(token, real().getTime());
    if (!session)
      throw new Refusal('signed-out', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
    return session;
  },
  endSessionOf(c) {
    const session = sessions.ofToken(tokenIn(c) ?? '', real().getTime());
    if (session) sessions.endSession(session);
  },
});

const tokenIn = (c: Context) => c.req.header('Authorization')?.replace(/^Bearer +/i, '');
