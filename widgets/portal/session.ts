import type { Config } from './config.ts';
import { loadModule } from './errors.ts';
import type { PortalRequest } from './fetch-once.ts';
import type { CodeAndKey } from './proof.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { SignInOutcome } from './sign-in-popup.ts';
import type { TokenKeeper } from './token-keeper.ts';
import { generateKey, nativeFetch } from './token-natives.ts';

/**
 * The session of the citizen, shared by all widgets of a page. Sends `change` when somebody has signed in or out, or the session is over, and
 * `leave` besides when she has signed out by herself, also in another tab: what it has opened is for nobody else's eyes then. Whoever gets hold of it
 * can send requests to the portal, as the citizen can on this page, but cannot learn a token: see `BoundTokens`. What only those need who
 * sign in is fetched then.
 */
export class Session extends EventTarget {
  readonly #portal: string;
  readonly #retryBudget: RetryBudget;
  /** From the first sign-in on. */
  #keeper: TokenKeeper | undefined;
  /** A sign-in that the citizen has done, and that has no tokens yet. */
  #pendingSignIn: Promise<boolean> | undefined;
  /** Whether a window of the portal was closed, or cut off, without an answer. Then the page itself goes next time. */
  #windowHasFailed = false;

  constructor({ portal }: Config, retryBudget: RetryBudget) {
    super();
    this.#portal = portal.origin;
    this.#retryBudget = retryBudget;
  }

  /** Whether a citizen has signed in on this page. */
  get isSignedIn(): boolean {
    return !!this.#keeper?.hasTokens;
  }

  /** Whether a citizen has signed in, as soon as a sign-in that has led back to this page is complete. */
  async whenSettled(): Promise<boolean> {
    await this.#pendingSignIn?.catch(() => false);
    await this.#keeper?.whenSettled();
    return this.isSignedIn;
  }

  /**
   * Sends a request to the portal, in the name of the citizen who has signed in, or of nobody. Renews the session where its time is over.
   * `path` begins with `/v1/`. Rejects as `fetch` does, and with an `OfflineError` when the session cannot be renewed now.
   */
  async send(path: string, init: PortalRequest): Promise<Response> {
    if (!path.startsWith('/')) throw new TypeError(`Not a path: ${path}`);
    await this.whenSettled();
    return this.#keeper?.send(path, init) ?? nativeFetch(this.#portal + path, init);
  }

  /** Fetches new tokens. Callers at the same time share one request. False when the session is over; `change` is sent then. */
  async renewTokens(): Promise<boolean> {
    return this.#keeper?.renewTokens() ?? false;
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
    return (await this.#begin(() => Promise.resolve(answer))) ? 'signedIn' : 'signInUnfinished';
  }

  /** Completes a sign-in that has led back to this page. Removes the code from the address first. False when it was not successful. */
  completeSignIn(): Promise<boolean> {
    const returned = new URLSearchParams(location.hash.slice(1));
    // A whole address: a part of one would start from the `<base>` of the page.
    history.replaceState(history.state, '', location.href.slice(0, -location.hash.length));
    return this.#begin(async () => {
      const { takeCodeAndKey } = await loadModule(import('./sign-in-redirect.ts'));
      return takeCodeAndKey(returned);
    });
  }

  /** Ends the session on this page and at the portal. False when nobody was signed in, or the portal did not confirm it. */
  async signOut(): Promise<boolean> {
    await this.whenSettled();
    return this.#keeper?.signOut() ?? false;
  }

  /** Begins the session with the code and key that `request` gives. Callers at the same time share one. */
  #begin(request: () => Promise<CodeAndKey | undefined>): Promise<boolean> {
    const begin = async () => {
      try {
        const [{ TokenKeeper }, given] = await Promise.all([
          loadModule(import('./token-keeper.ts')),
          request(),
        ]);
        const connection = { portal: this.#portal, retryBudget: this.#retryBudget };
        this.#keeper ??= new TokenKeeper(connection, (name) => this.dispatchEvent(new Event(name)));
        return !!given && (await this.#keeper.exchange(given));
      } finally {
        this.#pendingSignIn = undefined;
      }
    };
    return (this.#pendingSignIn ??= begin());
  }
}
