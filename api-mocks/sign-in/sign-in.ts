import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';

import { limitBody } from '../http/body.ts';
import type { AllowedOriginsContext } from '../http/cors.ts';
import type { PortalUrlContext } from '../http/http-server.ts';
import type { CitizenSession } from '../http/identity.ts';
import type { WallClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { KeyContext } from '../store/sealing.ts';
import { requireDemoCitizen } from './citizens.ts';
import { EsiaClient, EsiaError } from './esia/client.ts';
import type { EsiaCredentials } from './esia/provider.ts';
import { SESSION_SECONDS, type SessionsContext } from './sessions.ts';
import {
  returnPage,
  notSignedInPage,
  alreadySignedInPage,
  codePage,
  unlistedSitePage,
  unknownSignInPage,
} from './sign-in-pages.ts';
import { parseSignInRequest, type SignInRequest } from './sign-in-request.ts';
import { PendingSignIns } from './pending-sign-ins.ts';

const SESSION_COOKIE = 'okno-session';
/** Says which browser began a sign-in, until it ends (`PendingSignIns`). */
const BROWSER_COOKIE = 'okno-browser';

type SignInContext = DatabaseContext &
  KeyContext &
  WallClockContext &
  AllowedOriginsContext &
  PortalUrlContext &
  SessionsContext;

/**
 * The sign-in window, `GET /sign-in?origin=…&state=…&dpop_jkt=…`, opened by a widget on a page whose origin is on the list. Where
 * windows are blocked the page itself leads here, and adds `returnTo`. The portal is the client of ЕСИА; the page gets a code for
 * tokens of the portal (RFC 10017, 6.2: a backend mediates tokens).
 */
export function signInRoutes(context: SignInContext, credentials: EsiaCredentials) {
  const signInWindow = new SignInWindow(context, credentials);
  return new Hono()
    .onError((error, c) => {
      if (!(error instanceof EsiaError)) throw error;
      return unknownSignInPage(c);
    })
    .get('/', (c) => signInWindow.openWindow(c))
    .post('/', limitBody, csrf(), (c) => signInWindow.chooseAccount(c))
    .get('/callback', (c) => signInWindow.returnFromEsia(c));
}

/** The requests that the sign-in window makes, one method for each. */
class SignInWindow {
  readonly #context: SignInContext;
  readonly #credentials: EsiaCredentials;
  readonly #signIns: PendingSignIns;
  #esia: EsiaClient | undefined;

  constructor(context: SignInContext, credentials: EsiaCredentials) {
    this.#context = context;
    this.#credentials = credentials;
    this.#signIns = new PendingSignIns(context);
  }

  /** Sends the citizen to ЕСИА. Asks one who has signed in already whether to continue. */
  openWindow(c: Context) {
    const request = parseSignInRequest(this.#context.allowedOrigins, c.req.query());
    if (!request || !isReturnAllowed(c, request)) return unlistedSitePage(c);
    const session = this.#sessionByCookie(c);
    return session ? alreadySignedInPage(c, request, session.citizen) : this.#redirectToEsia(c, request);
  }

  /** Continues with the account that is signed in (`as=same`), or asks ЕСИА for another one. */
  async chooseAccount(c: Context) {
    const form = await c.req.parseBody();
    const request = parseSignInRequest(this.#context.allowedOrigins, form);
    if (!request) return unlistedSitePage(c);
    const session = this.#sessionByCookie(c);
    return session && form['as'] === 'same'
      ? this.#answerPage(c, request, session)
      : this.#redirectToEsia(c, request);
  }

  /** ЕСИА has sent the citizen back: begins a session, and ends the previous one of this browser. */
  async returnFromEsia(c: Context) {
    const { sessions, wallNow } = this.#context;
    const pending = this.#signIns.takePending(getCookie(c, BROWSER_COOKIE) ?? '', c.req.query('state') ?? '');
    if (!pending) return unknownSignInPage(c);
    const { request, expected } = pending;
    const id = await this.#esiaClient().finishSignIn(new URL(c.req.url).search, expected);
    if (id === undefined) return request.returnTo === undefined ? notSignedInPage(c) : returnPage(c, request);
    const before = this.#sessionByCookie(c);
    if (before) sessions.endSession(before);
    const { session, cookie } = sessions.beginSession(requireDemoCitizen(id), wallNow().getTime());
    setSignInCookie(c, SESSION_COOKIE, { value: cookie, maxAge: SESSION_SECONDS });
    return this.#answerPage(c, request, session);
  }

  #sessionByCookie(c: Context): CitizenSession | undefined {
    const { sessions, wallNow } = this.#context;
    return sessions.findByCookie(getCookie(c, SESSION_COOKIE) ?? '', wallNow().getTime());
  }

  // Is made at the first sign-in: the portal's address is not known before the server listens.
  #esiaClient(): EsiaClient {
    return (this.#esia ??= new EsiaClient(this.#context.portalUrl, this.#credentials));
  }

  /** Stores the request of the page, and sends the browser to ЕСИА. */
  async #redirectToEsia(c: Context, request: SignInRequest) {
    const { url, expected } = await this.#esiaClient().startSignIn();
    const browser = this.#signIns.savePending(getCookie(c, BROWSER_COOKIE) ?? '', { request, expected });
    setSignInCookie(c, BROWSER_COOKIE, { value: browser, maxAge: PendingSignIns.SECONDS });
    return c.redirect(url.href, 303);
  }

  /** Gives the page a code for its tokens: posts it, or leads back to the page with it. */
  #answerPage(c: Context, request: SignInRequest, session: CitizenSession) {
    const { sessions, wallNow } = this.#context;
    const code = sessions.issueCode(session, request, wallNow().getTime());
    const { origin, state, returnTo } = request;
    return returnTo === undefined
      ? codePage(c, origin, { type: 'okno-signed-in', state, code })
      : returnPage(c, request, code);
  }
}

/**
 * Whether the page itself leads here, by `Referer`. If any link could, an attacker could begin a sign-in of a citizen with a
 * key of his own, and catch the code by an open redirect of a listed site: browsers pass on what is behind the `#` (RFC
 * 9700, 4.11).
 */
const isReturnAllowed = (c: Context, { origin, returnTo }: SignInRequest) =>
  returnTo === undefined || URL.parse(c.req.header('Referer') ?? '')?.origin === origin;

/**
 * Sets a cookie that only the portal's own pages get. `Lax`: browsers must send it when ЕСИА, or the page of a municipality,
 * leads here. A portal with HTTPS makes it `Secure` and `__Host-`; the sandbox speaks HTTP on this machine. `maxAge` is in
 * seconds.
 */
function setSignInCookie(c: Context, name: string, { value, maxAge }: { value: string; maxAge: number }) {
  setCookie(c, name, value, { path: '/sign-in', httpOnly: true, sameSite: 'Lax', maxAge });
}
