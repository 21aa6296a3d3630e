import * as v from 'valibot';

/** A page's request to sign a citizen in. */
export interface SignInRequest {
  /** Origin of the page: only pages of this origin get the result. */
  origin: string;
  /** Goes back to the page unchanged, so that it recognises its own request. */
  state: string;
  /** Thumbprint of the key of the page: the code is for this key only (`dpop_jkt`, RFC 9449, 10). */
  thumbprint: string;
  /** Is there if windows are blocked: the page to return to. */
  returnTo?: string | undefined;
}

const QuerySchema = v.object({
  origin: v.string(),
  state: v.pipe(v.string(), v.regex(/^[!-~]{1,200}$/)),
  dpop_jkt: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  returnTo: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});

/**
 * Parses the query of `/sign-in`: `origin`, `state`, `dpop_jkt`, and perhaps `returnTo`. Gives `undefined` if the origin is not
 * on the list of `origins`, or the query is wrong.
 */
export function parseSignInRequest(origins: readonly string[], query: unknown): SignInRequest | undefined {
  const parsed = v.safeParse(QuerySchema, query);
  if (!parsed.success) return undefined;
  const { origin, state, dpop_jkt: thumbprint, returnTo } = parsed.output;
  if (!origins.includes(origin)) return undefined;
  if (returnTo === undefined) return { origin, state, thumbprint };
  const to = urlWithinOrigin(origin, returnTo);
  return to === undefined ? undefined : { origin, state, thumbprint, returnTo: to };
}

/**
 * The address as the browser will read it, if it leads to this origin (RFC 9700, 4.11). The start of the text is compared:
 * `URL.origin` alone also fits `blob:https://site.test/…` and `https://evil.test@site.test/`.
 */
function urlWithinOrigin(origin: string, address: string): string | undefined {
  const url = URL.parse(address);
  if (!url?.href.startsWith(`${origin}/`)) return undefined;
  url.hash = '';
  return url.href;
}

/**
 * The address of the page to return to, with the result behind the `#`: `https://site.test/page#okno-state=s1&okno-code=c1`.
 * Browsers send what is behind the `#` neither to servers nor in `Referer`. Without `code` nobody has signed in.
 */
export function returnUrl({ state, returnTo }: SignInRequest, code?: string): string {
  const result = new URLSearchParams({
    'okno-state': state,
    ...(code !== undefined && { 'okno-code': code }),
  });
  return `${returnTo ?? ''}#${result.toString()}`;
}

/** The request as hidden fields of a form, which `parseSignInRequest` reads again. */
export const hiddenFieldsOf = ({
  origin,
  state,
  thumbprint,
  returnTo,
}: SignInRequest): Record<string, string> => ({
  origin,
  state,
  dpop_jkt: thumbprint,
  ...(returnTo !== undefined && { returnTo }),
});
