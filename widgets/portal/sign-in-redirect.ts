import * as v from 'valibot';

/** What a tab keeps while its page is away: no token, and nothing that is worth anything without the portal's code. */
const SIGN_IN_KEY = 'okno-sign-in';

const PendingSignInSchema = v.object({ state: v.string(), verifier: v.string(), hash: v.string() });

/**
 * Leads the page to the portal, which leads it back (PKCE, S256). Does nothing where it cannot come back: in a frame, which the
 * portal does not fill, and without TLS, where browsers have no SHA-256.
 */
export async function redirectToSignIn(url: URL, state: string): Promise<void> {
  if (window.top !== window || !isSecureContext) return;
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  url.searchParams.set('returnTo', location.href);
  url.searchParams.set('challenge', base64url(new Uint8Array(hash)));
  sessionStorage.setItem(SIGN_IN_KEY, JSON.stringify({ state, verifier, hash: location.hash }));
  // A link, because the portal has to hear which site it came from, whatever the page's own policy is.
  const link = document.createElement('a');
  Object.assign(link, { href: url.href, target: '_self', referrerPolicy: 'origin' });
  link.click();
}

/** What proves to the portal that the page to which `answer` was given is the one that left. Where it stood, it stands again. */
export function takeCodeAndVerifier(answer: URLSearchParams): { code: string; verifier: string } | undefined {
  const kept = v.safeParse(PendingSignInSchema, JSON.parse(sessionStorage.getItem(SIGN_IN_KEY) ?? 'null'));
  // Somebody else's answer: the sign-in that was begun may still come to its end.
  if (!kept.success || kept.output.state !== answer.get('okno-state')) return undefined;
  sessionStorage.removeItem(SIGN_IN_KEY);
  const { verifier, hash } = kept.output;
  if (hash) history.replaceState(history.state, '', hash);
  const code = answer.get('okno-code');
  return code === null ? undefined : { code, verifier };
}

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
