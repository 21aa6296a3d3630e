import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';

import { wordsOnly } from '../http/body.ts';
import { citizenById } from './citizens.ts';
import { EsiaClient, EsiaError } from './esia/client.ts';
import type { PortalClient } from './esia/provider.ts';
import type { Sandbox } from '../sandbox.ts';
import { SESSION_SECONDS, familyOf, type Session } from './sessions.ts';
import { backPage, closePage, goOnPage, postPage, refusalPage, strangePage } from './sign-in-pages.ts';
import { signInRequest, type SignInRequest } from './sign-in-request.ts';
import { SignIns } from './sign-ins.ts';

const SESSION = 'okno-session';
const BROWSER = 'okno-browser';

/**
 * The sign-in window, `GET /sign-in?origin=…&state=…`, opened by a widget on a page whose origin is on the list. Where windows
 * are blocked the page itself leads here, and adds `returnTo` and `challenge`. The portal is the client of ЕСИА; the page gets
 * tokens of the portal (RFC 10017, 6.2: a backend mediates tokens).
 */
export const signIn = (sandbox: Sandbox, client: PortalClient) => {
  const { sessions, real, origins } = sandbox;
  const signIns = new SignIns(sandbox);
  let made: EsiaClient | undefined;
  // The address is known when the server listens.
  const esia = () => (made ??= new EsiaClient(sandbox.url, client));
  const present = (c: Context) => sessions.ofBrowser(getCookie(c, SESSION) ?? '', real().getTime());

  async function ask(c: Context, request: SignInRequest) {
    const { url, expected } = await esia().begin();
    keepCookie(
      c,
      BROWSER,
      signIns.begin(getCookie(c, BROWSER) ?? '', { request, expected }),
      SignIns.SECONDS,
    );
    return c.redirect(url.href, 303);
  }

  function answer(c: Context, request: SignInRequest, session: Session) {
    const { origin, state, back } = request;
    const now = real().getTime();
    if (back) return backPage(c, request, sessions.code(session, origin, back.challenge, now));
    const tokens = sessions.give(familyOf(session, origin), now);
    return postPage(c, origin, { type: 'okno-signed-in', state, ...tokens });
  }

  return new Hono()
    .onError((error, c) => {
      if (!(error instanceof EsiaError)) throw error;
      return strangePage(c);
    })
    .get('/', async (c) => {
      const request = signInRequest(origins, c.req.query());
      if (!request || !mayLeadBack(c, request)) return refusalPage(c);
      const session = present(c);
      return session ? goOnPage(c, request, session.citizen) : ask(c, request);
    })
    .post('/', wordsOnly, csrf(), async (c) => {
      const form = await c.req.parseBody();
      const request = signInRequest(origins, form);
      if (!request) return refusalPage(c);
      const session = present(c);
      return session && form['as'] === 'same' ? answer(c, request, session) : ask(c, request);
    })
    .get('/callback', async (c) => {
      const begun = signIns.finish(getCookie(c, BROWSER) ?? '', c.req.query('state') ?? '');
      if (!begun) return strangePage(c);
      const { request, expected } = begun;
      const id = await esia().finish(new URL(c.req.url).search, expected);
      if (id === undefined) return request.back ? backPage(c, request) : closePage(c);
      const before = present(c);
      if (before) sessions.end(before);
      const { session, cookie } = sessions.begin(citizenById(id), real().getTime());
      keepCookie(c, SESSION, cookie, SESSION_SECONDS);
      return answer(c, request, session);
    });
};

/**
 * The page itself has to lead here. Were it any link, an attacker could begin a sign-in of hers, with a challenge of his own,
 * and catch the code by a careless redirect of a listed site: browsers carry what stands behind the `#` along (RFC 9700, 4.11).
 */
const mayLeadBack = (c: Context, { origin, back }: SignInRequest) =>
  !back || URL.parse(c.req.header('Referer') ?? '')?.origin === origin;

/**
 * Only the portal's own pages see it. `Lax`: it has to come along when ЕСИА, or the page of a municipality, leads here. Over HTTPS
 * it would be `Secure` and `__Host-`; the sandbox speaks HTTP on this machine.
 */
function keepCookie(c: Context, name: string, value: string, maxAge: number): void {
  setCookie(c, name, value, { path: '/sign-in', httpOnly: true, sameSite: 'Lax', maxAge });
}
