import type { Tokens } from '../contract/session/schemas.ts';
import type { Config } from './config.ts';
import { loadModule } from './errors.ts';
import type { TokenSource } from './http.ts';
import type { RetryBudget } from './retry-budget.ts';

/** Milliseconds before its end that a token is renewed. */
const RENEW_BEFORE_EXPIRY = 30_000;

/** Signing in, shared by all widgets of a page. Tokens live in this object only: never in storage, never in an address. */
export class Session extends EventTarget implements TokenSource {
  readonly #config: Config;
  readonly #retries: RetryBudget;
  #tokens: Tokens | undefined;
  #expiresAt = 0;
  /** Tokens that have been asked for and are not there yet. */
  #pendingTokens: Promise<boolean> | undefined;

  constructor(config: Config, retries: RetryBudget) {
    super();
    this.#config = config;
    this.#retries = retries;
  }

  /** The portal's access token; `undefined` when nobody has signed in, or its time is over. */
  get token(): string | undefined {
    return Date.now() < this.#expiresAt ? this.#tokens?.accessToken : undefined;
  }

  /** The token that a call bears, renewed before its time is over. Rejects with an `OfflineError` when that is not possible now. */
  async freshToken(): Promise<string | undefined> {
    await this.#pendingTokens?.catch(() => false);
    if (this.#tokens && Date.now() > this.#expiresAt - RENEW_BEFORE_EXPIRY)
      await this.renewTokens().catch((error: unknown) => {
        // Without a token it would go on as of one who has not signed in.
        if (this.token === undefined) throw error;
      });
    return this.#tokens?.accessToken;
  }

  /** Asks for new tokens, once for all who ask at the same time. False when the session is over; `change` tells of it. */
  renewTokens(): Promise<boolean> {
    const tokens = this.#tokens;
    return this.#shareRequest(() =>
      this.#requestTokens('renewals', tokens && { renewalToken: tokens.renewalToken }),
    );
  }

  /**
   * Opens the portal's sign-in window and waits for its answer; where windows are blocked, the page itself leads there and comes
   * back. Call it from a click. False when nobody has signed in, or not yet; sends `change` when someone has.
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
    // Whom the portal remembers may have answered before the part has come that understands the answer.
    const heard: MessageEvent[] = [];
    const hear = (event: MessageEvent) => heard.push(event);
    addEventListener('message', hear);
    const { waitForSignIn } = await loadModule(import('./sign-in-popup.ts')).finally(() => {
      removeEventListener('message', hear);
    });
    const tokens = await waitForSignIn(popup, { origin: url.origin, state, heard });
    if (tokens) this.#setTokens(tokens);
    return tokens !== undefined;
  }

  /** Goes on with a sign-in that has led back to this page. What it left in the address is gone at once. */
  completeSignIn(): Promise<boolean> {
    const answer = new URLSearchParams(location.hash.slice(1));
    history.replaceState(history.state, '', location.pathname + location.search);
    return this.#shareRequest(async () => {
      const { takeCodeAndVerifier } = await loadModule(import('./sign-in-redirect.ts'));
      return this.#requestTokens('exchanges', takeCodeAndVerifier(answer));
    });
  }

  /** Ends the session on this page and at the portal. False when the portal could not be told, so that it lasts there. */
  async signOut(): Promise<boolean> {
    const token = await this.freshToken().catch(() => undefined);
    this.#setTokens(undefined);
    if (token === undefined) return false;
    const { endSession } = await loadModule(import('./tokens.ts'));
    return endSession(this.#config.portal, token);
  }

  /** Whoever calls meanwhile waits for the tokens that are coming. */
  #shareRequest(coming: () => Promise<boolean>): Promise<boolean> {
    this.#pendingTokens ??= coming().finally(() => {
      this.#pendingTokens = undefined;
    });
    return this.#pendingTokens;
  }

  async #requestTokens(what: 'renewals' | 'exchanges', input: object | undefined): Promise<boolean> {
    if (!input) return false;
    const before = this.#tokens;
    const { requestTokens } = await loadModule(import('./tokens.ts'));
    const connection = { config: this.#config, retryBudget: this.#retries, session: this };
    const tokens = await requestTokens(connection, what, input);
    // Signed out, or in as another one, meanwhile.
    if (this.#tokens !== before) return this.#tokens !== undefined;
    this.#setTokens(tokens);
    return tokens !== undefined;
  }

  /** Only those are told who would do something else now: a renewal changes nothing for them. */
  #setTokens(tokens: Tokens | undefined): void {
    const isChange = !tokens !== !this.#tokens;
    this.#tokens = tokens;
    this.#expiresAt = tokens ? Date.now() + tokens.expiresIn * 1000 : 0;
    if (isChange) this.dispatchEvent(new Event('change'));
  }
}
