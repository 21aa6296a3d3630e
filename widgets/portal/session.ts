import type { SignedIn } from '../contract/session.ts';

/** Signing in, shared by all widgets of a page. The token lives in this object only: never in storage, never in an address. */
export class Session extends EventTarget {
  readonly #portal: URL;
  #token: string | undefined;
  #expiresAt = 0;

  constructor(portal: URL) {
    super();
    this.#portal = portal;
  }

  /** The portal's access token; `undefined` when nobody has signed in, or the time is over. */
  get token(): string | undefined {
    return Date.now() < this.#expiresAt ? this.#token : undefined;
  }

  /**
   * Opens the portal's sign-in window and waits for its answer. Call it from a click. Gives false when the window was
   * blocked or closed; sends `change` when someone has signed in.
   */
  async signIn(): Promise<boolean> {
    const state = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const url = new URL('/sign-in', this.#portal);
    url.searchParams.set('origin', location.origin);
    url.searchParams.set('state', state);
    const popup = window.open(url, 'okno-sign-in', 'popup,width=480,height=640');
    if (!popup) return false;
    const answer = await this.#answer(popup, state);
    if (!answer) return false;
    this.#token = answer.accessToken;
    this.#expiresAt = Date.now() + answer.expiresIn * 1000;
    this.dispatchEvent(new Event('change'));
    return true;
  }

  signOut(): void {
    this.#token = undefined;
    this.dispatchEvent(new Event('change'));
  }

  async #answer(popup: Window, state: string): Promise<SignedIn | undefined> {
    // The window is open by now; the citizen takes longer to choose than this to come.
    const { signedIn } = await import('./signed-in.ts');
    return new Promise((resolve) => {
      const stop = new AbortController();
      const finish = (answer?: SignedIn) => {
        stop.abort();
        clearInterval(timer);
        resolve(answer);
      };
      // A window has no event for having been closed by the person.
      const timer = setInterval(() => {
        if (popup.closed) finish();
      }, 500);
      window.addEventListener(
        'message',
        (event) => {
          if (event.origin !== this.#portal.origin || event.source !== popup) return;
          const answer = signedIn(event.data, state);
          if (answer) finish(answer);
        },
        { signal: stop.signal },
      );
    });
  }
}
