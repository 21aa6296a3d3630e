import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { Provider, type ClientMetadata, type Configuration, type JWK } from 'oidc-provider';

import { Memory } from './memory.ts';

/** The portal, as ЕСИА knows it: a confidential client. The secret is made at each start. */
export interface PortalClient {
  id: string;
  secret: string;
}

export const newPortalClient = (): PortalClient => ({
  id: 'okno-portal',
  secret: randomBytes(32).toString('base64url'),
});

/** Seconds for which a person may think. */
const CHOOSING = 600;

/** The stand-in for ЕСИА, below `url`: authorization code with PKCE (S256) for one client and one exact address. */
export function esiaProvider(url: string, client: PortalClient): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider: Provider = new Provider(`${url}/esia`, {
    ...SETTINGS,
    clients: [clientAt(url, client)],
    jwks: { keys: [{ ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'ES256' }] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      // Its session goes to a path that nothing has: it knows nobody from before, and one tab does not disturb another.
      long: { path: '/esia/nowhere' },
    },
    // A portal of the state asks for no permission besides: who has signed in has given it.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: client.id, accountId: oidc.session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

/** What is the same wherever the portal listens. */
const SETTINGS: Configuration = {
  adapter: () => new Memory(),
  responseTypes: ['code'],
  clientAuthMethods: ['client_secret_basic'],
  scopes: ['openid'],
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: false },
  },
  ttl: {
    AccessToken: 60,
    AuthorizationCode: 60,
    Grant: CHOOSING,
    IdToken: 60,
    Interaction: CHOOSING,
    Session: CHOOSING,
  },
  interactions: { url: (_, { uid }) => `/esia/interaction/${uid}` },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  renderError(ctx, { error, error_description }) {
    ctx.type = 'text';
    ctx.body = `ЕСИА не приняла запрос: ${error}. ${error_description ?? ''}`;
  },
};

const clientAt = (url: string, { id, secret }: PortalClient): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  redirect_uris: [`${url}/sign-in/callback`],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'client_secret_basic',
  id_token_signed_response_alg: 'ES256',
});
