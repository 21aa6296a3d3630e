import type { PortalRequest } from './fetch-once.ts';
import type { CodeAndKey } from './proof.ts';
import { nativeFetch } from './token-natives.ts';
import { BoundTokens, type TokenConnection } from './tokens.ts';

/** How many times one request renews the session. */
const MAX_RENEWALS = 2;
/** Tells the other tabs of the site that the citizen has signed out. */
const CHANNEL = 'okno-session';

/** Has the tokens of the citizen who has signed in, and renews them. `Session` fetches it when somebody signs in. */
export class TokenKeeper {
  readonly #connection: Omit<TokenConnection, 'key'>;
  readonly #dispatch: (event: 'change' | 'leave') => void;
  readonly #tabs: BroadcastChannel | undefined;
  #tokens: BoundTokens | undefined;
  /** A request for tokens that has no response yet. */
  #pendingTokens: Promise<boolean> | undefined;

  /** `dispatch` is called with `change` when somebody has signed in or out, and with `leave` when she has done so by herself. */
  constructor(connection: Omit<TokenConnection, 'key'>, dispatch: (event: 'change' | 'leave') => void) {
    this.#connection = connection;
    this.#dispatch = dispatch;
    if (!('BroadcastChannel' in globalThis)) return;
    this.#tabs = new BroadcastChannel(CHANNEL);
    this.#tabs.onmessage = () => {
      this.#leave();
    };
  }

  /** Whether the session of the citizen goes on. */
  get hasTokens(): boolean {
    return this.#tokens !== undefined;
  }

  /** Resolves when no request for tokens is on its way. */
  async whenSettled(): Promise<void> {
    await this.#pendingTokens?.catch(() => false);
  }

  /** As `Session.send`. */
  async send(path: string, init: PortalRequest): Promise<Response> {
    for (let renewals = 0; ; renewals++) {
      await this.whenSettled();
      if (this.#tokens?.isExpiring) await this.#renewInTime();
      const tokens = this.#tokens;
      const response = await (tokens
        ? tokens.send(path, init)
        : nativeFetch(this.#connection.portal + path, init));
      if (response.status !== 401 || !tokens || renewals >= MAX_RENEWALS) return response;
      // The next round sends the new token, or none when the session is over. Another request may have renewed it already.
      if (this.#tokens === tokens) await this.renewTokens();
    }
  }

  /** As `Session.renewTokens`. */
  renewTokens(): Promise<boolean> {
    return this.#replaceTokens(async () => this.#tokens?.renew());
  }

  /** Exchanges the code of a sign-in for tokens. False when the portal does not accept it. */
  exchange({ code, key }: CodeAndKey): Promise<boolean> {
    return this.#replaceTokens(() => BoundTokens.exchange({ ...this.#connection, key }, code));
  }

  /** As `Session.signOut`. */
  async signOut(): Promise<boolean> {
    try {
      const tokens = this.#tokens;
      const { ok } = await this.send('/v1/session', { method: 'DELETE', credentials: 'omit' });
      return tokens !== undefined && ok;
    } catch {
      return false;
    } finally {
      this.#leave();
      this.#tabs?.postMessage('leave');
    }
  }

  #leave(): void {
    this.#setTokens(undefined);
    this.#dispatch('leave');
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
        return this.hasTokens;
      } finally {
        this.#pendingTokens = undefined;
      }
    };
    return (this.#pendingTokens ??= replace());
  }

  /** Stores tokens. Tells of it when somebody has signed in or out, but not for a renewal. */
  #setTokens(tokens: BoundTokens | undefined): void {
    const isChange = !tokens !== !this.#tokens;
    this.#tokens = tokens;
    if (isChange) this.#dispatch('change');
  }
}
