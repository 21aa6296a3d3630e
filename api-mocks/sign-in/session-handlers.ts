import type { Context } from 'hono';

import type { SessionInfo, Tokens } from '../../widgets/contract/session/schemas.ts';
import type { Handlers } from '../http/handlers.ts';
import type { CitizenSession } from '../http/identity.ts';
import { logError, type LogContext } from '../http/log.ts';
import { HttpProblem } from '../http/problem.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { profileInRegion } from './profile.ts';
import { proofOf } from './proofs.ts';
import type { SessionsContext } from './sessions.ts';
import type { TokenFamily } from './token-family.ts';
import { requestOrigin, wwwAuthenticate } from './token-identity.ts';

type AccountContext = SessionsContext & LogContext & RegionDataContext;

/** Handlers of the citizen's session, tokens and profile. */
export const sessionHandlers: Pick<
  Handlers<AccountContext>,
  'getSession' | 'endSession' | 'createExchange' | 'createRenewal' | 'getProfile'
> = {
  getSession: ({ session }) => ({ status: 200, body: sessionInfoOf(session) }),
  endSession({ session }, { sessions }) {
    sessions.endSession(session);
    return { status: 204 };
  },
  createExchange: ({ c, body: { code } }, context) => ({
    status: 201,
    body: exchangeGrant(context, c, { kind: 'code', token: code }),
  }),
  createRenewal: ({ c, body: { renewalToken } }, context) => ({
    status: 201,
    body: exchangeGrant(context, c, { kind: 'renewal', token: renewalToken }),
  }),
  getProfile: ({ citizen }, { data }) => ({ status: 200, body: profileInRegion(citizen, data.region) }),
};

/** What a page may know of the session: the name of the citizen, her account, and when the session ends. */
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

/** What a page gives to get tokens. */
interface TokenGrant {
  kind: 'code' | 'renewal';
  token: string;
}

/**
 * Gives tokens for a code or a renewal token, once, to the page of the same origin that has the key. Throws 401 `signed-out`
 * otherwise, and 400 `malformed` without a good proof of a key: nothing is used up then. A code or token that comes twice may have been stolen, and nobody can tell who is the thief: all tokens of its family are revoked
 * (RFC 9700, 4.14.2).
 *
 * | page and thief                  | response                                                      |
 * | ------------------------------- | ------------------------------------------------------------- |
 * | page renews with R1             | access token A2, renewal token R2                             |
 * | thief renews with the stolen R1 | 401; A2 and R2 are revoked                                    |
 * | page uses A2                    | 401: the citizen has to sign in again, the thief has nothing  |
 */
function exchangeGrant(context: AccountContext, c: Context, { kind, token }: TokenGrant): Tokens {
  const { sessions, wallNow } = context;
  const now = wallNow().getTime();
  const proof = proofOf(c);
  if (!proof) throw new HttpProblem('malformed', { detail: 'Заголовка DPoP нет, или он не годится.' });
  const used = sessions.useToken(kind, token, now);
  const isGood = used?.used === 0 && used.origin === requestOrigin(c) && used.thumbprint === proof.thumbprint;
  if (isGood) return sessions.issueTokens(used, now);
  if (used) scheduleFamilyRevocation(context, used);
  throw new HttpProblem('signed-out', { headers: wwwAuthenticate('invalid_token') });
}

/** Revokes a family after the transaction of this request: the refusal undoes whatever is done within the transaction. */
function scheduleFamilyRevocation(context: SessionsContext & LogContext, family: TokenFamily): void {
  queueMicrotask(() => {
    try {
      context.sessions.revokeFamily(family);
    } catch (error) {
      logError(context, error);
    }
  });
}
