import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { Provider, type ClientMetadata, type Configuration, type JWK } from 'oidc-provider';

import { MemoryAdapter } from './memory-adapter.ts';

/** The portal's credentials at ЕСИА, where it is a confidential client. */
export interface EsiaCredentials {
  /** The client id. */
  id: string;
  /** The client secret. */
  secret: string;
}

/** Makes credentials with a new secret, at each start of the portal. */
export const newEsiaCredentials = (): EsiaCredentials => ({
  id: 'okno-portal',
  secret: randomBytes(32).toString('base64url'),
});

/** A person has this time to choose. */
const INTERACTION_SECONDS = 600;

/**
 * Makes the OpenID provider at `url` + `/esia`. It allows the authorization code flow with PKCE (S256) for one client and one
 * exact address.
 */
export function createEsiaProvider(url: string, credentials: EsiaCredentials): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider: Provider = new Provider(`${url}/esia`, {
    ...SETTINGS,
    clients: [clientMetadata(url, credentials)],
    jwks: { keys: [{ ...(privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'ES256' }] },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      // The cookie of the provider's session has a path that does not exist. So browsers never send it: everybody is asked who
      // she is, and tabs do not disturb each other.
      long: { path: '/esia/nowhere' },
    },
    // Nobody is asked for permission: signing in to a portal of the state gives it.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: credentials.id, accountId: oidc.session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

/** Settings that do not depend on the portal's address. `ttl` is in seconds. */
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
