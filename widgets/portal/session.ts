import type { Tokens } from '../contract/session/schemas.ts';
import type { Config } from './config.ts';
import { loadPart } from './errors.ts';
import type { TokenSource } from './http.ts';
import type { RetryBudget } from './retry-budget.ts';

/** Milliseconds before its end that a token is renewed. */
const EARLY = 30_000;

/** Signing in, shared by all widgets of a page. Tokens live in this object only: never in storage, never in an address. */
export class Session extends EventTarget implements TokenSource {
  readonly #config: Config;
  readonly #retries: RetryBudget;
  #tokens: Tokens | undefined;
  #expiresAt = 0;
  /** Tokens that have been asked for and are not there yet. */
  #coming: Promise<boolean> | undefined;

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
  async bearer(): Promise<string | undefined> {
    await this.#coming?.catch(() => false);
    if (this.#tokens && Date.now() > this.#expiresAt - EARLY)
      await this.renew().catch((error: unknown) => {
        // Without a token it would go on as of one who has not signed in.
        if (this.token === undefined) throw error;
      });
    return this.#tokens?.accessToken;
  }

  /** Asks for new tokens, once for all who ask at the same time. False when the session is over; `change` tells of it. */
  renew(): Promise<boolean> {
    const tokens = this.#tokens;
    return this.#await(() => this.#ask('renewals', tokens && { renewalToken: tokens.renewalToken }));
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
      const { leave } = await loadPart(import('./redirect.ts'));
      await leave(url, state);
      return false;
    }
    // Whom the portal remembers may have answered before the part has come that understands the answer.
    const heard: MessageEvent[] = [];
    const hear = (event: MessageEvent) => heard.push(event);
    addEventListener('message', hear);
    const { answerOf } = await loadPart(import('./signed-in.ts')).finally(() => {
      removeEventListener('message', hear);
    });
    const tokens = await answerOf(popup, { origin: url.origin, state, heard });
    if (tokens) this.#keep(tokens);
    return tokens !== undefined;
  }

  /** Goes on with a sign-in that has led back to this page. What it left in the address is gone at once. */
  comeBack(): Promise<boolean> {
    const answer = new URLSearchParams(location.hash.slice(1));
    history.replaceState(history.state, '', location.pathname + location.search);
    return this.#await(async () => {
      const { proofFor } = await loadPart(import('./redirect.ts'));
      return this.#ask('exchanges', proofFor(answer));
    });
  }

  /** Ends the session on this page and at the portal. False when the portal could not be told, so that it lasts there. */
  async signOut(): Promise<boolean> {
    const token = await this.bearer().catch(() => undefined);
    this.#keep(undefined);
    if (token === undefined) return false;
    const { endSession } = await loadPart(import('./tokens.ts'));
    return endSession(this.#config.portal, token);
  }

  /** Whoever calls meanwhile waits for the tokens that are coming. */
  #await(coming: () => Promise<boolean>): Promise<boolean> {
    this.#coming ??= coming().finally(() => {
      this.#coming = undefined;
    });
    return this.#coming;
  }

  async #ask(what: 'renewals' | 'exchanges', input: object | undefined): Promise<boolean> {
    if (!input) return false;
    const before = this.#tokens;
    const { tokensFor } = await loadPart(import('./tokens.ts'));
    const connection = { config: this.#config, retries: this.#retries, session: this };
    const tokens = await tokensFor(connection, what, input);
    // Signed out, or in as another one, meanwhile.
    if (this.#tokens !== before) return this.#tokens !== undefined;
    this.#keep(tokens);
    return tokens !== undefined;
  }

  /** Only those are told who would do something else now: a renewal changes nothing for them. */
  #keep(tokens: Tokens | undefined): void {
    const isChange = !tokens !== !this.#tokens;
    this.#tokens = tokens;
    this.#expiresAt = tokens ? Date.now() + tokens.expiresIn * 1000 : 0;
    if (isChange) this.dispatchEvent(new Event('change'));
  }
}
