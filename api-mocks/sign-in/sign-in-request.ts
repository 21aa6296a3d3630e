import * as v from 'valibot';

/** What a page asks of the sign-in window. */
export interface SignInRequest {
  /** The page's origin: the only one that gets an answer. */
  origin: string;
  /** Handed back as it came. */
  state: string;
  /** Where windows are blocked: the page to come back to, and what the verifier that it keeps hashes to (PKCE, S256). */
  back?: { to: string; challenge: string } | undefined;
}

const QuerySchema = v.object({
  origin: v.string(),
  state: v.pipe(v.string(), v.regex(/^[!-~]{1,200}$/)),
  returnTo: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  challenge: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{43}$/))),
});

/** The request as a page may make it; `undefined` when it may not. */
export function parseSignInRequest(origins: readonly string[], query: unknown): SignInRequest | undefined {
  const parsed = v.safeParse(QuerySchema, query);
  if (!parsed.success) return undefined;
  const { origin, state, returnTo, challenge } = parsed.output;
  if (!origins.includes(origin)) return undefined;
  if (returnTo === undefined && challenge === undefined) return { origin, state };
  const to = returnTo === undefined ? undefined : urlWithinOrigin(origin, returnTo);
  return to === undefined || challenge === undefined ? undefined : { origin, state, back: { to, challenge } };
}

/**
 * The address as the browser will read it, when it leads to this origin and nowhere else. Compared as text: `URL.origin` is
 * also that of `blob:https://…`, and says nothing of a name and a password in front (RFC 9700, 4.11).
 */
function urlWithinOrigin(origin: string, address: string): string | undefined {
  const url = URL.parse(address);
  if (!url?.href.startsWith(`${origin}/`)) return undefined;
  url.hash = '';
  return url.href;
}

/** The page to come back to, with the answer behind the `#`, where it reaches neither servers nor `Referer`. */
export function returnUrl({ state, back }: SignInRequest, code?: string): string {
  const answer = new URLSearchParams({
    'okno-state': state,
    ...(code !== undefined && { 'okno-code': code }),
  });
  return `${back?.to ?? ''}#${answer.toString()}`;
}

/** The same request as the fields of a form. */
export const hiddenFieldsOf = ({ origin, state, back }: SignInRequest): Record<string, string> => ({
  origin,
  state,
  ...(back && { returnTo: back.to, challenge: back.challenge }),
});
