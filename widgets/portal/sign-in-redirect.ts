import * as v from 'valibot';

/** Key in `sessionStorage`. */
const SIGN_IN_KEY = 'okno-sign-in';

/** What the tab stores while its page is away. It has no token, and is worth nothing without the portal's code. */
const PendingSignInSchema = v.object({ state: v.string(), verifier: v.string(), hash: v.string() });

/**
 * Sends the page to the portal, which sends it back with a code (PKCE, S256). Does nothing in a frame, because the portal does not let
 * itself be framed, and without TLS, because browsers have no SHA-256 there.
 */
export async function redirectToSignIn(url: URL, state: string): Promise<void> {
  if (window.top !== window || !isSecureContext) return;
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  url.searchParams.set('returnTo', location.href);
  url.searchParams.set('challenge', base64url(new Uint8Array(hash)));
  sessionStorage.setItem(SIGN_IN_KEY, JSON.stringify({ state, verifier, hash: location.hash }));
  // A click on a link, because the portal needs the `Referer`, which the policy of the page may forbid for `location.href = …`.
  const link = document.createElement('a');
  Object.assign(link, { href: url.href, target: '_self', referrerPolicy: 'origin' });
  link.click();
}

/**
 * Takes the code that the portal has put into the address, and the verifier that this tab has stored. `undefined` where they do not
 * belong together. Sets the fragment that the address had before.
 */
export function takeCodeAndVerifier(
  returned: URLSearchParams,
): { code: string; verifier: string } | undefined {
  const stored = v.safeParse(PendingSignInSchema, JSON.parse(sessionStorage.getItem(SIGN_IN_KEY) ?? 'null'));
  // The code is for another tab or another sign-in. The one that this tab has started may still be completed.
  if (!stored.success || stored.output.state !== returned.get('okno-state')) return undefined;
  sessionStorage.removeItem(SIGN_IN_KEY);
  const { verifier, hash } = stored.output;
  if (hash) history.replaceState(history.state, '', hash);
  const code = returned.get('okno-code');
  return code === null ? undefined : { code, verifier };
}

/** Base64 for addresses (RFC 4648, 5). */
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
