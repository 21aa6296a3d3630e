import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { Provider, type ClientMetadata, type Configuration, type JWK } from 'oidc-provider';

import { MemoryAdapter } from './memory-adapter.ts';

/** The portal, as ЕСИА knows it: a confidential client. The secret is made at each start. */
export interface EsiaCredentials {
  id: string;
  secret: string;
}

export const newEsiaCredentials = (): EsiaCredentials => ({
  id: 'okno-portal',
  secret: randomBytes(32).toString('base64url'),
});

/** Seconds for which a person may think. */
const INTERACTION_SECONDS = 600;

/** The stand-in for ЕСИА, below `url`: authorization code with PKCE (S256) for one client and one exact address. */
export function createEsiaProvider(url: string, client: EsiaCredentials): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider: Provider = new Provider(`${url}/esia`, {
    ...SETTINGS,
    clients: [clientMetadata(url, client)],
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
  adapter: () => new MemoryAdapter(),
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
    Grant: INTERACTION_SECONDS,
    IdToken: 60,
    Interaction: INTERACTION_SECONDS,
    Session: INTERACTION_SECONDS,
  },
  interactions: { url: (_, { uid }) => `/esia/interaction/${uid}` },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  renderError(ctx, { error, error_description }) {
    ctx.type = 'text';
    ctx.body = `ЕСИА не приняла запрос: ${error}. ${error_description ?? ''}`;
  },
};

const clientMetadata = (url: string, { id, secret }: EsiaCredentials): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  redirect_uris: [`${url}/sign-in/callback`],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'client_secret_basic',
  id_token_signed_response_alg: 'ES256',
});
