import type { Config } from './config.ts';
import { loadModule } from './errors.ts';
import type { PortalRequest } from './fetch-once.ts';
import { generateKey, nativeFetch } from './token-natives.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { CodeAndKey } from './proof.ts';
import type { SignInOutcome } from './sign-in-popup.ts';
import type { BoundTokens } from './tokens.ts';

/** How many times one request renews the session. */
const MAX_RENEWALS = 2;

/**
 * The session of the citizen, shared by all widgets of a page. Sends `change` when somebody has signed in or out. Whoever gets hold of it
 * can send requests to the portal, as the citizen can on this page, but cannot learn a token: see `BoundTokens`.
 */
export class Session extends EventTarget {
  readonly #portal: string;
  readonly #retryBudget: RetryBudget;
  #tokens: BoundTokens | undefined;
  /** A request for tokens that has no response yet. */
  #pendingTokens: Promise<boolean> | undefined;
  /** Whether a window of the portal was closed, or cut off, without an answer. Then the page itself goes next time. */
  #windowHasFailed = false;

  constructor({ portal }: Config, retryBudget: RetryBudget) {
    super();
    this.#portal = portal.origin;
    this.#retryBudget = retryBudget;
  }

  /** Whether a citizen has signed in on this page. */
  get isSignedIn(): boolean {
    return this.#tokens !== undefined;
  }

  /** Whether a citizen has signed in, as soon as a sign-in that has led back to this page is complete. */
  async whenSettled(): Promise<boolean> {
    await this.#pendingTokens?.catch(() => false);
    return this.isSignedIn;
  }

  /**
   * Sends a request to the portal, in the name of the citizen who has signed in, or of nobody. Renews the session where its time is over.
   * `path` begins with `/v1/`. Rejects as `fetch` does, and with an `OfflineError` when the session cannot be renewed now.
   */
  async send(path: string, init: PortalRequest): Promise<Response> {
    if (!path.startsWith('/')) throw new TypeError(`Not a path: ${path}`);
    for (let renewals = 0; ; renewals++) {
      await this.whenSettled();
      if (this.#tokens?.isExpiring) await this.#renewInTime();
      const tokens = this.#tokens;
      const response = await (tokens ? tokens.send(path, init) : nativeFetch(this.#portal + path, init));
      if (response.status !== 401 || !tokens || renewals >= MAX_RENEWALS) return response;
      // The next round sends the new token, or none when the session is over. Another request may have renewed it already.
      if (this.#tokens === tokens) await this.renewTokens();
    }
  }

  /** Fetches new tokens. Callers at the same time share one request. False when the session is over; `change` is sent then. */
  renewTokens(): Promise<boolean> {
    return this.#replaceTokens(async () => this.#tokens?.renew());
  }

  /**
   * Opens the portal's sign-in window and waits for its message. Where the browser blocks windows, the page itself goes to the portal
   * and comes back. Call it from a click, or the browser will block the window.
   */
  async signIn(): Promise<SignInOutcome> {
    if (!generateKey) return 'signInInsecure';
    const skipsWindow = this.#windowHasFailed && window.top === window;
    // The address comes when there is a key. A window that is opened later than in the click is blocked.
    const popup = skipsWindow ? null : window.open('', 'okno-sign-in', 'popup,width=480,height=640');
    const { requestCode } = await loadModule(import('./sign-in-popup.ts')).catch((error: unknown) => {
      popup?.close();
      throw error;
    });
    const answer = await requestCode(this.#portal, popup);
    this.#windowHasFailed = answer === 'signInUnfinished';
    if (typeof answer === 'string') return answer;
    return (await this.#replaceTokens(() => this.#exchange(answer))) ? 'signedIn' : 'signInUnfinished';
  }

  /** Completes a sign-in that has led back to this page. Removes the code from the address first. False when it was not successful. */
  completeSignIn(): Promise<boolean> {
    const returned = new URLSearchParams(location.hash.slice(1));
    history.replaceState(history.state, '', location.pathname + location.search);
    return this.#replaceTokens(async () => {
      const { takeCodeAndKey } = await loadModule(import('./sign-in-redirect.ts'));
      const pending = await takeCodeAndKey(returned);
      return pending && this.#exchange(pending);
    });
  }

  /** Ends the session on this page and at the portal. False when nobody was signed in, or the portal did not confirm it. */
  async signOut(): Promise<boolean> {
    try {
      const tokens = this.#tokens;
      const { ok } = await this.send('/v1/session', { method: 'DELETE', credentials: 'omit' });
      return tokens !== undefined && ok;
    } catch {
      return false;
    } finally {
      this.#setTokens(undefined);
    }
  }

  async #exchange({ code, key }: CodeAndKey): Promise<BoundTokens | undefined> {
    const { BoundTokens } = await loadModule(import('./tokens.ts'));
    return BoundTokens.exchange({ portal: this.#portal, retryBudget: this.#retryBudget, key }, code);
  }

  /** Renews tokens shortly before they expire. As long as they are good, a failure does not matter. */
  async #renewInTime(): Promise<void> {
    try {
      await this.renewTokens();
    } catch (error) {
      if (this.#tokens?.isExpired) throw error;
    }
  }

  /** Requests tokens and stores them. While one request has no response yet, starts no other: all callers get the result of that one. */
  #replaceTokens(request: () => Promise<BoundTokens | undefined>): Promise<boolean> {
    const before = this.#tokens;
    const replace = async () => {
      try {
        const tokens = await request();
        // Otherwise the citizen has signed out meanwhile, or somebody else has signed in.
        if (this.#tokens === before) this.#setTokens(tokens);
        return this.isSignedIn;
      } finally {
        this.#pendingTokens = undefined;
      }
    };
    return (this.#pendingTokens ??= replace());
  }

  /** Stores tokens. Sends `change` when somebody has signed in or out, but not for a renewal. */
  #setTokens(tokens: BoundTokens | undefined): void {
    const isChange = !tokens !== !this.#tokens;
    this.#tokens = tokens;
    if (isChange) this.dispatchEvent(new Event('change'));
  }
}
