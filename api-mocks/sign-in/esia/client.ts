import * as oidc from 'openid-client';

import type { EsiaCredentials } from './provider.ts';

/** What has to come back from ЕСИА, and what proves that it was we who asked. */
export interface SignInChecks {
  state: string;
  nonce: string;
  verifier: string;
}

/** What came back from ЕСИА is not what was asked for. */
export class EsiaError extends Error {
  override name = 'EsiaError';
}

/** The portal as a client of ЕСИА. Nobody else sees ЕСИА's tokens, and the portal forgets them as soon as it knows who it is. */
export class EsiaClient {
  readonly #portal: string;
  readonly #client: EsiaCredentials;
  #configuration: Promise<oidc.Configuration> | undefined;

  /** `portal` is its own address. */
  constructor(portal: string, client: EsiaCredentials) {
    this.#portal = portal;
    this.#client = client;
  }

  /** Where to send the person, and what to keep until she is back. */
  async startSignIn(): Promise<{ url: URL; expected: SignInChecks }> {
    const configuration = await this.#discovered();
    const expected = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.#portal}/sign-in/callback`,
      scope: 'openid',
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
      // Who has signed out of the portal is asked again, though ЕСИА may still know her.
      prompt: 'login',
    });
    return { url, expected };
  }

  /**
   * The id of the person who came back to `query`; `undefined` when she changed her mind. Checked are `iss` (RFC 9207), state,
   * PKCE, and the ID token's signature, audience and nonce. Throws an `EsiaError` when anything is not as it was asked.
   */
  async finishSignIn(query: string, { state, nonce, verifier }: SignInChecks): Promise<string | undefined> {
    const configuration = await this.#discovered();
    try {
      const tokens = await oidc.authorizationCodeGrant(
        configuration,
        new URL(`${this.#portal}/sign-in/callback${query}`),
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      );
      return tokens.claims()?.sub;
    } catch (cause) {
      if (cause instanceof oidc.AuthorizationResponseError && cause.error === 'access_denied')
        return undefined;
      throw new EsiaError('What came back from ЕСИА is not what was asked for', { cause });
    }
  }

  #discovered(): Promise<oidc.Configuration> {
    this.#configuration ??= oidc
      .discovery(
        new URL(`${this.#portal}/esia`),
        this.#client.id,
        undefined,
        oidc.ClientSecretBasic(this.#client.secret),
        {
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- the sandbox speaks HTTP, on this machine only
          execute: [oidc.allowInsecureRequests],
        },
      )
      .catch((error: unknown) => {
        this.#configuration = undefined;
        throw error;
      });
    return this.#configuration;
  }
}
