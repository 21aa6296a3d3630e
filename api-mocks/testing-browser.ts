// Longer than most: all that a browser does between the click and the token.
import * as v from 'valibot';

import {
  SignedInSchema,
  TokensSchema,
  type SignedIn,
  type Tokens,
} from '../widgets/contract/session/schemas.ts';
import { TEST_KEY } from './testing-key.ts';
import { PAGE_ORIGIN, newIdempotencyKey, type startTestSandbox } from './testing.ts';

/** What `startTestSandbox` gives. */
export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** The page that a browser shows when all redirects are over. */
export interface BrowserPage {
  /** Its address. */
  url: URL;
  /** Status of the response; 0 for a page that was not opened (`VisitOptions.before`). */
  status: number;
  /** Headers of the response. */
  headers: Headers;
  /** The HTML. */
  text: string;
}

interface VisitOptions {
  /** Address of the page that has the link. */
  referer?: string;
  /** Fields of a form; they are posted from a page of the portal. */
  form?: Record<string, string>;
  /** Stops before it opens this path, and gives the address. */
  before?: string;
}

const CALLBACK = '/sign-in/callback';

/** The headers by which the page of the tests uses its token: for one request, once. */
export const tokenHeaders = (portal: TestSandbox, token: string, path: string, method = 'GET') => ({
  Authorization: `DPoP ${token}`,
  DPoP: TEST_KEY.proof({ method, url: portal.url() + path, token, at: portal.context().wallNow() }),
});

/** Posts a code or a renewal token to get tokens for it, as the page of the tests does. `headers` replace its own. */
export function postGrant(
  portal: TestSandbox,
  path: '/v1/session/exchanges' | '/v1/session/renewals',
  { body, headers }: { body: object; headers?: Record<string, string> | undefined },
): Promise<Response> {
  return portal.post(path, body, {
    'Idempotency-Key': newIdempotencyKey(),
    DPoP: TEST_KEY.proof({ method: 'POST', url: portal.url() + path, at: portal.context().wallNow() }),
    ...headers,
  });
}

/** A browser of one person. It keeps cookies by their paths, follows redirects and posts forms. It runs no scripts. */
export class TestBrowser {
  readonly #portal: TestSandbox;
  /** Cookies by path and name: `/sign-in okno-session`. */
  readonly cookies = new Map<string, { name: string; value: string; path: string }>();

  /** All addresses that it has opened, redirects too. */
  readonly visited: string[] = [];

  constructor(portal: TestSandbox) {
    this.#portal = portal;
  }

  /** Opens an address, or one relative to the portal's, and follows redirects. */
  async open(address: string | URL, { referer, form, before }: VisitOptions = {}): Promise<BrowserPage> {
    let url = new URL(address, this.#portal.url());
    let body = form && new URLSearchParams(form);
    for (;;) {
      this.visited.push(url.href);
      if (url.pathname === before) return { url, status: 0, headers: new Headers(), text: '' };
      const response = await fetch(url, {
        redirect: 'manual',
        headers: {
          Accept: 'text/html',
          Cookie: this.cookiesFor(url.pathname),
          ...(referer !== undefined && { Referer: referer }),
          ...(body && { Origin: this.#portal.url() }),
        },
        ...(body && { method: 'POST', body }),
      });
      this.#storeCookies(response.headers.getSetCookie());
      const location = response.headers.get('Location');
      if (location === null || response.status < 300)
        return { url, status: response.status, headers: response.headers, text: await response.text() };
      url = new URL(location, url);
      body = undefined;
    }
  }

  /** Opens the sign-in window as a page of the municipality does. */
  startSignIn(query: Record<string, string> = {}, visit: VisitOptions = {}): Promise<BrowserPage> {
    const search = new URLSearchParams({
      origin: PAGE_ORIGIN,
      state: 'state-1',
      dpop_jkt: TEST_KEY.thumbprint,
      ...query,
    });
    return this.open(`/sign-in?${search.toString()}`, visit);
  }

  /** Chooses a citizen on the page of ЕСИА to which `startSignIn` has led. */
  chooseCitizen({ url }: BrowserPage, citizen: string, visit: VisitOptions = {}): Promise<BrowserPage> {
    return this.open(url, { form: { citizen }, ...visit });
  }

  /** Signs in until ЕСИА leads back. Gives the address with its code, which is not opened yet. */
  async callbackUrl(citizen = 'anna', query: Record<string, string> = {}): Promise<URL> {
    return (await this.chooseCitizen(await this.startSignIn(query), citizen, { before: CALLBACK })).url;
  }

  /** Signs in through the window. Gives the tokens that the page gets for the code. */
  async signIn(citizen = 'anna'): Promise<Tokens> {
    const message = readSignedInMessage(await this.chooseCitizen(await this.startSignIn(), citizen));
    if (!message) throw new Error(`${citizen} could not sign in`);
    const body = { code: message.code };
    const response = await postGrant(this.#portal, '/v1/session/exchanges', { body });
    return v.parse(TokensSchema, await response.json());
  }

  /** The `Cookie` header for a path: a cookie of `/sign-in` also goes to `/sign-in/callback`, and not to `/sign-internal`. */
  cookiesFor(pathname: string): string {
    return [...this.cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  /** Each line is a `Set-Cookie` header: `okno-session=abc; Max-Age=28800; Path=/sign-in; HttpOnly; SameSite=Lax`. */
  #storeCookies(lines: string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /; *path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(`${path} ${name}`);
      else this.cookies.set(`${path} ${name}`, { name, value, path });
    }
  }
}

/**
 * Reads what a page of the portal posts to the page that opened it, and to which origin: its script has the line
 * `window.opener?.postMessage({"type":"okno-signed-in",…}, "http://municipality.test");`. Gives `undefined` if it posts
 * nothing.
 */
export function readPostedMessage({ text }: BrowserPage): { message: unknown; target: string } | undefined {
  const [, message, target] = /postMessage\((\{.*?\}), ("[^"]*")\)/.exec(text) ?? [];
  return message === undefined || target === undefined
    ? undefined
    : { message: JSON.parse(message), target: String(JSON.parse(target)) };
}

/** Reads the message with the code. Throws a `ValiError` if the page posts another one. */
export function readSignedInMessage(page: BrowserPage): SignedIn | undefined {
  const posted = readPostedMessage(page);
  return posted && v.parse(SignedInSchema, posted.message);
}

/**
 * Reads where a page of the portal leads back to: its script has the line
 * `location.replace("http://municipality.test/#okno-state=1&okno-code=abc")`. What is behind the `#` are the `parameters`.
 */
export function readReturnUrl({
  text,
}: BrowserPage): { address: string; parameters: URLSearchParams } | undefined {
  const [, address] = /location\.replace\(("[^"]*")\)/.exec(text) ?? [];
  if (address === undefined) return undefined;
  const [page = '', fragment = ''] = String(JSON.parse(address)).split('#');
  return { address: page, parameters: new URLSearchParams(fragment) };
}
