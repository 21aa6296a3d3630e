import type { Context } from 'hono';

import type { CitizenSession, IdentityContext } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';
import type { WallClockContext } from '../store/clock.ts';
import { sha256 } from '../store/sealing.ts';
import { proofOf } from './proofs.ts';
import type { SessionsContext } from './sessions.ts';

type TokenContext = SessionsContext & WallClockContext;

/** Says which token is wanted (RFC 9449, 7.1), and what is wrong with the one that came. */
export const wwwAuthenticate = (error?: 'invalid_token'): Record<string, string> => ({
  'WWW-Authenticate': `DPoP ${error ? `error="${error}", ` : ''}algs="ES256"`,
});

/**
 * Identifies citizens by the access token in `Authorization: DPoP …`. A token is good only on the pages of the site that has got it,
 * and with a proof for this request by the key that it was given for: who has only the token has nothing.
 */
export const tokenIdentity = (context: TokenContext): IdentityContext => ({
  findSession(c) {
    if (c.req.header('Authorization') === undefined) return undefined;
    const session = sessionOf(context, c);
    if (!session) throw new HttpProblem('signed-out', { headers: wwwAuthenticate('invalid_token') });
    return session;
  },
  endSessionOf(c) {
    const session = sessionOf(context, c);
    if (session) context.sessions.endSession(session);
  },
});

function sessionOf(context: TokenContext, c: Context): CitizenSession | undefined {
  const [, scheme = '', token = ''] =
    /^(DPoP|Bearer) +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  const { sessions, wallNow } = context;
  const access = sessions.findAccess(token, wallNow().getTime());
  if (!access) return undefined;
  // Tests sign in without a page and without a key.
  if (access.thumbprint === null) return access.session;
  const proof = proofOf(c);
  const isBound =
    scheme.toLowerCase() === 'dpop' &&
    access.origin === requestOrigin(c) &&
    access.thumbprint === proof?.thumbprint &&
    proof.tokenHash === sha256(token).toString('base64url');
  return isBound ? access.session : undefined;
}

/** Origin of the page that sends a request. Browsers leave the header out where the page is the portal's own. */
export const requestOrigin = (c: Context): string => c.req.header('Origin') ?? new URL(c.req.url).origin;
