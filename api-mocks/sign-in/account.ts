import type { Context } from 'hono';

import type { Tokens } from '../../widgets/contract/session/schemas.ts';
import type { Handlers } from '../http/api.ts';
import { logFault } from '../http/log.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { sha256 } from '../store/sealed.ts';
import { sessionOf, type Family, type Session } from './sessions.ts';

/** The session and the profile of the citizen who asks. */
export const account = (
  sandbox: Sandbox,
): Pick<Handlers, 'getSession' | 'endSession' | 'createExchange' | 'createRenewal' | 'getProfile'> => ({
  getSession: ({ c }) => ({ status: 200, body: seen(own(sandbox, c)) }),
  endSession({ c }) {
    sandbox.sessions.end(own(sandbox, c));
    return { status: 204 };
  },
  createExchange: ({ c, body: { code, verifier } }) => ({
    status: 201,
    body: exchange(sandbox, c, 'code', code, sha256(verifier).toString('base64url')),
  }),
  createRenewal: ({ c, body: { renewalToken } }) => ({
    status: 201,
    body: exchange(sandbox, c, 'renewal', renewalToken, null),
  }),
  getProfile: ({ citizen }) => ({ status: 200, body: citizen.profile }),
});

function own(sandbox: Sandbox, c: Context): Session {
  const session = sessionOf(sandbox, c);
  if (!session) throw new Refusal('signed-out');
  return session;
}

const seen = ({ citizen: { account: kind, profile }, startedAt, endsAt }: Session) => {
  const { lastName, firstName, middleName, organization } = profile;
  return {
    lastName,
    firstName,
    ...(middleName !== undefined && { middleName }),
    account: kind,
    ...(organization && { organization }),
    startedAt: new Date(startedAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
  };
};

/**
 * Tokens for a code or a renewal token, once, for the page that it was given to. Whatever comes twice may have been stolen, and
 * nobody can tell by whom: all that came of it ends (RFC 9700, 4.14.2).
 */
function exchange(
  sandbox: Sandbox,
  c: Context,
  kind: 'code' | 'renewal',
  token: string,
  challenge: string | null,
): Tokens {
  const { sessions, real } = sandbox;
  const now = real().getTime();
  const found = sessions.use(kind, token, now);
  const isGood =
    found?.used === 0 && found.origin === c.req.header('Origin') && found.challenge === challenge;
  if (isGood) return sessions.give(found, now);
  if (found) revokeSoon(sandbox, found);
  throw new Refusal('signed-out', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
}

/** Revokes after the transaction, which the refusal undoes. */
function revokeSoon(sandbox: Sandbox, family: Family): void {
  queueMicrotask(() => {
    try {
      sandbox.sessions.revoke(family);
    } catch (error) {
      logFault(sandbox, error);
    }
  });
}
