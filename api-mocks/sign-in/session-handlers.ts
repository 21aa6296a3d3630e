import type { Context } from 'hono';

import type { SessionInfo, Tokens } from '../../widgets/contract/session/schemas.ts';
import type { Handlers } from '../http/api.ts';
import type { CitizenSession } from '../http/identity.ts';
import { logError, type LogContext } from '../http/log.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { sha256 } from '../store/sealing.ts';
import { profileInRegion } from './profile.ts';
import type { TokenFamily, SessionsContext } from './sessions.ts';

type AccountContext = SessionsContext & LogContext & RegionDataContext;

/** The session and the profile of the citizen who asks. */
export const sessionHandlers: Pick<
  Handlers<AccountContext>,
  'getSession' | 'endSession' | 'createExchange' | 'createRenewal' | 'getProfile'
> = {
  getSession: ({ session }) => ({ status: 200, body: sessionInfoOf(session) }),
  endSession({ session }, { sessions }) {
    sessions.endSession(session);
    return { status: 204 };
  },
  createExchange: ({ c, body: { code, verifier } }, context) => ({
    status: 201,
    body: exchangeGrant(context, c, {
      kind: 'code',
      token: code,
      challenge: sha256(verifier).toString('base64url'),
    }),
  }),
  createRenewal: ({ c, body: { renewalToken } }, context) => ({
    status: 201,
    body: exchangeGrant(context, c, { kind: 'renewal', token: renewalToken, challenge: null }),
  }),
  getProfile: ({ citizen }, { data }) => ({ status: 200, body: profileInRegion(citizen, data.region) }),
};

function sessionInfoOf({ citizen, startedAt, endsAt }: CitizenSession): SessionInfo {
  const { lastName, firstName, middleName, organization } = citizen.profile;
  return {
    lastName,
    firstName,
    ...(middleName !== undefined && { middleName }),
    account: citizen.account,
    ...(organization && { organization }),
    startedAt: new Date(startedAt).toISOString(),
    endsAt: new Date(endsAt).toISOString(),
  };
}

/** What a page brings for tokens. */
interface TokenGrant {
  kind: 'code' | 'renewal';
  token: string;
  /** What the page's verifier hashes to; a renewal token has none. */
  challenge: string | null;
}

/**
 * Tokens for a code or a renewal token, once, for the page that it was given to. Whatever comes twice may have been stolen, and
 * nobody can tell by whom: all that came of it ends (RFC 9700, 4.14.2).
 */
function exchangeGrant(context: AccountContext, c: Context, { kind, token, challenge }: TokenGrant): Tokens {
  const { sessions, wallNow } = context;
  const now = wallNow().getTime();
  const used = sessions.useToken(kind, token, now);
  const isGood = used?.used === 0 && used.origin === c.req.header('Origin') && used.challenge === challenge;
  if (isGood) return sessions.issueTokens(used, now);
  if (used) scheduleFamilyRevocation(context, used);
  throw new HttpProblem('signed-out', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
}

/** Revokes after the transaction, which the refusal undoes. */
function scheduleFamilyRevocation(context: SessionsContext & LogContext, family: TokenFamily): void {
  queueMicrotask(() => {
    try {
      context.sessions.revokeFamily(family);
    } catch (error) {
      logError(context, error);
    }
  });
}
