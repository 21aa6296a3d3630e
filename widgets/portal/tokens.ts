import { syncClock } from './clock.ts';
import { OfflineError, PortalError } from './errors.ts';
import { delay, type PortalRequest } from './fetch-once.ts';
import { nativeFetch, parseJson, readText } from './token-natives.ts';
import { proofFor, randomText } from './proof.ts';
import { earnRetry, takeRetry, type RetryBudget } from './retry-budget.ts';
import { MAX_RETRIES, RETRYABLE_STATUSES, retryDelay } from './retry-rules.ts';

/** Milliseconds before it expires that a token is renewed. */
const RENEW_BEFORE_EXPIRY = 30_000;

/** What is needed to get tokens and to use them. */
export interface TokenConnection {
  /** Origin of the portal. No request with a token goes anywhere else. */
  readonly portal: string;
  readonly retryBudget: RetryBudget;
  /** The key of this page, for which the tokens are. */
  readonly key: CryptoKeyPair;
}

/**
 * The tokens of the citizen who has signed in. They do not leave this object: it sends the requests itself, only to the portal, each
 * with a proof by the key. None of its names gives them to anybody who finds the object.
 */
export class BoundTokens {
  readonly #connection: TokenConnection;
  readonly #accessToken: string;
  readonly #renewalToken: string;
  readonly #expiresAt: number;

  private constructor(connection: TokenConnection, text: string) {
    // By hand: a schema would write the tokens into objects whose setters the page may have replaced.
    const { accessToken, renewalToken, expiresIn } = parseJson(text) as Record<string, unknown>;
    if (typeof accessToken !== 'string' || typeof renewalToken !== 'string' || typeof expiresIn !== 'number')
      throw new PortalError(201);
    this.#connection = connection;
    this.#accessToken = accessToken;
    this.#renewalToken = renewalToken;
    this.#expiresAt = Date.now() + expiresIn * 1000;
  }

  /** Exchanges the code of a sign-in; `undefined` when the portal does not accept it. */
  static exchange(connection: TokenConnection, code: string): Promise<BoundTokens | undefined> {
    return BoundTokens.#request(connection, 'exchanges', `{"code":"${code}"}`);
  }

  /** Whether the access token will soon be of no use. */
  get isExpiring(): boolean {
    return Date.now() > this.#expiresAt - RENEW_BEFORE_EXPIRY;
  }
  get isExpired(): boolean {
    return Date.now() > this.#expiresAt;
  }

  /** Gives the next tokens; `undefined` when the session is over. These are of no use from then on. */
  renew(): Promise<BoundTokens | undefined> {
    return BoundTokens.#request(this.#connection, 'renewals', `{"renewalToken":"${this.#renewalToken}"}`);
  }

  /** Sends a request in the name of the citizen. `path` begins with `/v1/`. */
  async send(path: string, init: PortalRequest): Promise<Response> {
    const { portal, key } = this.#connection;
    const [url = ''] = `${portal}${path}`.split('?');
    const token = this.#accessToken;
    const proof = await proofFor(key, { method: init.method ?? 'GET', url, token });
    // Without a prototype: a getter of the page in `Object.prototype` would be asked for what is not there, and see the rest.
    const headers = { __proto__: null, ...init.headers, Authorization: `DPoP ${token}`, DPoP: proof };
    return nativeFetch(portal + path, { __proto__: null, ...init, headers } as unknown as RequestInit);
  }

  /**
   * Fetches tokens for a renewal token (`renewals`) or a code (`exchanges`). Each can be used only once: the portal treats a second use
   * as theft. Only with an `Idempotency-Key` can the request be repeated when the response was lost.
   */
  static async #request(
    connection: TokenConnection,
    endpoint: 'renewals' | 'exchanges',
    body: string,
  ): Promise<BoundTokens | undefined> {
    const { retryBudget } = connection;
    const idempotencyKey = `"${randomText()}"`;
    earnRetry(retryBudget);
    for (let tries = 0; ; tries++) {
      try {
        const response = await postGrant(connection, { endpoint, body, idempotencyKey });
        if (response.ok) return new BoundTokens(connection, await readText(response));
        if (response.status === 401) return undefined;
        if (!mayPass(response)) throw new PortalError(response.status);
      } catch (error) {
        if (error instanceof PortalError) throw error;
      }
      if (tries >= MAX_RETRIES || !takeRetry(retryBudget))
        throw new OfflineError('The portal gave no tokens');
      await delay(retryDelay(tries));
    }
  }
}

/** Whether the same request may succeed soon. 400: the clock of this device was too wrong for the proof; it is right now. */
const mayPass = ({ status }: Response) => [400, ...RETRYABLE_STATUSES].includes(status);

/** Posts a code or a renewal token, with a proof by the key. */
async function postGrant(
  { portal, key }: TokenConnection,
  { endpoint, body, idempotencyKey }: { endpoint: string; body: string; idempotencyKey: string },
): Promise<Response> {
  const url = `${portal}/v1/session/${endpoint}`;
  const headers = {
    __proto__: null,
    'Content-Type': 'application/json',
    'Idempotency-Key': idempotencyKey,
    DPoP: await proofFor(key, { method: 'POST', url }),
  };
  const init: unknown = { __proto__: null, method: 'POST', credentials: 'omit', headers, body };
  const response = await nativeFetch(url, init as RequestInit);
  syncClock(response.headers);
  return response;
}
