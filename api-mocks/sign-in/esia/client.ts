import * as oidc from 'openid-client';

import type { EsiaCredentials } from './provider.ts';

/** Random values of one sign-in, by which the portal checks what comes back from ЕСИА. */
export interface SignInChecks {
  /** Has to come back in the address (OAuth). */
  state: string;
  /** Has to stand in the ID token (OpenID Connect). */
  nonce: string;
  /** Is sent with the code; its hash was sent before (PKCE). */
  verifier: string;
}

/** ЕСИА's response does not fit the portal's request. */
export class EsiaError extends Error {
  override name = 'EsiaError';
}

/**
 * The portal as a client of ЕСИА. Only the portal sees ЕСИА's tokens, and it forgets them as soon as it knows who the person
 * is.
 */
export class EsiaClient {
  readonly #portalUrl: string;
  readonly #credentials: EsiaCredentials;
  #configuration: Promise<oidc.Configuration> | undefined;

  /** `portalUrl` is the portal's own address, without a slash at the end. */
  constructor(portalUrl: string, credentials: EsiaCredentials) {
    this.#portalUrl = portalUrl;
    this.#credentials = credentials;
  }

  /** Begins a sign-in. Gives the address to send the person to, and what to check when she is back. */
  async startSignIn(): Promise<{ url: URL; expected: SignInChecks }> {
    const configuration = await this.#discover();
    const expected = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.#portalUrl}/sign-in/callback`,
      scope: 'openid',
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
      // A person who has signed out of the portal is asked again, even if her session at ЕСИА still lasts.
      prompt: 'login',
    });
    return { url, expected };
  }

  /**
   * Ends a sign-in. `query` is that of the address to which ЕСИА has led back. Gives the id of the person, or `undefined` if
   * she did not want to sign in. Checks `iss` (RFC 9207), state, PKCE, and the signature, audience and nonce of the ID token.
   * Rejects with an `EsiaError` if one is wrong.
   */
  async finishSignIn(query: string, { state, nonce, verifier }: SignInChecks): Promise<string | undefined> {
    const configuration = await this.#discover();
    try {
      const tokens = await oidc.authorizationCodeGrant(
        configuration,
        new URL(`${this.#portalUrl}/sign-in/callback${query}`),
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
      );
      return tokens.claims()?.sub;
    } catch (cause) {
      if (cause instanceof oidc.AuthorizationResponseError && cause.error === 'access_denied')
        return undefined;
      throw new EsiaError('What came back from ЕСИА is not what was asked for', { cause });
    }
  }

  /** Reads ЕСИА's addresses and keys, once; a failure is tried again next time. */
  #discover(): Promise<oidc.Configuration> {
    this.#configuration ??= oidc
      .discovery(
        new URL(`${this.#portalUrl}/esia`),
        this.#credentials.id,
        undefined,
        oidc.ClientSecretBasic(this.#credentials.secret),
        {
          // oxlint-disable-next-line typescript/no-deprecated -- the sandbox speaks HTTP, on this machine only
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
