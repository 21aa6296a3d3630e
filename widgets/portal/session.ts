import type { Tokens } from '../contract/session/schemas.ts';
import type { Config } from './config.ts';
import { loadModule } from './errors.ts';
import type { TokenSource } from './http.ts';
import type { RetryBudget } from './retry-budget.ts';

/** Milliseconds before it expires that a token is renewed. */
const RENEW_BEFORE_EXPIRY = 30_000;

/**
 * The session of the citizen, shared by all widgets of a page. Sends `change` when somebody has signed in or out. The tokens are only in
 * this object: never in storage, never in an address.
 */
export class Session extends EventTarget implements TokenSource {
  readonly #config: Config;
  readonly #retryBudget: RetryBudget;
  #tokens: Tokens | undefined;
  #expiresAt = 0;
  /** A request for tokens that has no response yet. */
  #pendingTokens: Promise<boolean> | undefined;

  constructor(config: Config, retryBudget: RetryBudget) {
    super();
    this.#config = config;
    this.#retryBudget = retryBudget;
  }

  /** The access token; `undefined` when nobody is signed in, or the token has expired. */
  get token(): string | undefined {
    return Date.now() < this.#expiresAt ? this.#tokens?.accessToken : undefined;
  }

  /** Gives the access token, and renews it shortly before it expires. Rejects with an `OfflineError` when that is not possible now. */
  async freshToken(): Promise<string | undefined> {
    await this.#pendingTokens?.catch(() => false);
    if (this.#tokens && Date.now() > this.#expiresAt - RENEW_BEFORE_EXPIRY)
      await this.renewTokens().catch((error: unknown) => {
        // Without an error the caller would send the request without a token.
        if (this.token === undefined) throw error;
      });
    return this.#tokens?.accessToken;
  }

  /** Fetches new tokens. Callers at the same time share one request. False when the session is over; `change` is sent then. */
  renewTokens(): Promise<boolean> {
    const tokens = this.#tokens;
    return this.#shareRequest(() =>
      this.#requestTokens('renewals', tokens && { renewalToken: tokens.renewalToken }),
    );
  }

  /**
   * Opens the portal's sign-in window and waits for its message. Where the browser blocks windows, the page itself goes to the portal
   * and comes back. Call it from a click, or the browser will block the window. True when the citizen has signed in; false when she has
   * not, or the page is about to leave.
   */
  async signIn(): Promise<boolean> {
    const state = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const url = new URL('/sign-in', this.#config.portal);
    url.searchParams.set('origin', location.origin);
    url.searchParams.set('state', state);
    const popup = window.open(url, 'okno-sign-in', 'popup,width=480,height=640');
    if (!popup || popup.closed) {
      const { redirectToSignIn } = await loadModule(import('./sign-in-redirect.ts'));
      await redirectToSignIn(url, state);
      return false;
    }
    // The portal may remember the citizen and post its message before `sign-in-popup.ts` is loaded: it is kept until then.
    const earlyMessages: MessageEvent[] = [];
    const keepMessage = (event: MessageEvent) => earlyMessages.push(event);
    addEventListener('message', keepMessage);
    const { waitForSignIn } = await loadModule(import('./sign-in-popup.ts')).finally(() => {
      removeEventListener('message', keepMessage);
    });
    const tokens = await waitForSignIn(popup, { origin: url.origin, state, heard: earlyMessages });
    if (tokens) this.#setTokens(tokens);
    return tokens !== undefined;
  }

  /** Completes a sign-in that has led back to this page. Removes the code from the address first. False when it was not successful. */
  completeSignIn(): Promise<boolean> {
    const returned = new URLSearchParams(location.hash.slice(1));
    history.replaceState(history.state, '', location.pathname + location.search);
    return this.#shareRequest(async () => {
      const { takeCodeAndVerifier } = await loadModule(import('./sign-in-redirect.ts'));
      return this.#requestTokens('exchanges', takeCodeAndVerifier(returned));
    });
  }

  /** Ends the session on this page and at the portal. False when the portal could not be reached: its session goes on there. */
  async signOut(): Promise<boolean> {
    const token = await this.freshToken().catch(() => undefined);
    this.#setTokens(undefined);
    if (token === undefined) return false;
    const { endSession } = await loadModule(import('./tokens.ts'));
    return endSession(this.#config.portal, token);
  }

  /** Starts a request for tokens. While one has no response yet, starts no other: all callers get the result of that one. */
  #shareRequest(start: () => Promise<boolean>): Promise<boolean> {
    this.#pendingTokens ??= start().finally(() => {
      this.#pendingTokens = undefined;
    });
    return this.#pendingTokens;
  }

  /** Requests tokens from the portal and stores them. True when somebody is signed in then. */
  async #requestTokens(resource: 'renewals' | 'exchanges', input: object | undefined): Promise<boolean> {
    if (!input) return false;
    const before = this.#tokens;
    const { requestTokens } = await loadModule(import('./tokens.ts'));
    const connection = { config: this.#config, retryBudget: this.#retryBudget, session: this };
    const tokens = await requestTokens(connection, resource, input);
    // The citizen has signed out meanwhile, or somebody else has signed in.
    if (this.#tokens !== before) return this.#tokens !== undefined;
    this.#setTokens(tokens);
    return tokens !== undefined;
  }

  /** Stores tokens. Sends `change` when somebody has signed in or out, but not for a renewal. */
  #setTokens(tokens: Tokens | undefined): void {
    const isChange = !tokens !== !this.#tokens;
    this.#tokens = tokens;
    this.#expiresAt = tokens ? Date.now() + tokens.expiresIn * 1000 : 0;
    if (isChange) this.dispatchEvent(new Event('change'));
  }
}
