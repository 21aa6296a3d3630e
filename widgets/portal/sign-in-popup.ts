import * as v from 'valibot';

import { SignedInSchema } from '../contract/session/schemas.ts';
import { loadModule } from './errors.ts';
import { newKey, randomText, thumbprintOf, type CodeAndKey } from './proof.ts';

/**
 * How a sign-in has ended, as the name of a notice where the citizen has to know:
 * - `leaving`: the page is about to leave for the portal, and will come back;
 * - `signInUnfinished`: the window is closed, or the policy of the page (`Cross-Origin-Opener-Policy`) has cut it off;
 * - `signInBlocked`: the browser opens no window, and this page is in a frame, which cannot leave;
 * - `signInInsecure`: the page came without TLS, so everybody on the way could read what the portal tells it.
 */
export type SignInOutcome = 'signedIn' | 'leaving' | 'signInUnfinished' | 'signInBlocked' | 'signInInsecure';

/** Milliseconds between two checks whether the window is closed. */
const POLL_INTERVAL = 500;

/**
 * Asks the portal to sign the citizen in: in the window that was opened for it, or by leading this page there. Gives the code, or why
 * there is none.
 */
export async function requestCode(
  portal: string,
  popup: Window | null,
): Promise<CodeAndKey | Exclude<SignInOutcome, 'signedIn'>> {
  const key = await newKey();
  const state = randomText();
  const query = { origin: location.origin, state, dpop_jkt: await thumbprintOf(key) };
  const url = `${portal}/sign-in?${new URLSearchParams(query).toString()}`;
  if (popup && !popup.closed) {
    const code = await waitForCode(popup, { url, origin: portal, state });
    return code === undefined ? 'signInUnfinished' : { code, key };
  }
  if (window.top !== window) return 'signInBlocked';
  const { redirectToSignIn } = await loadModule(import('./sign-in-redirect.ts'));
  await redirectToSignIn(url, { state, key });
  return 'leaving';
}

interface SignInRequest {
  /** Address of the portal's sign-in. */
  url: string;
  /** Origin of the portal. */
  origin: string;
  /** The random `state` in the address. */
  state: string;
}

/**
 * Leads a window to the portal, and waits for the code that it posts to this page; `undefined` when it is closed. A window counts as
 * closed, too, where `Cross-Origin-Opener-Policy` of the page has cut it off. Ignores messages from another origin, from another window,
 * or with another `state` (RFC 9700, 4.17).
 */
function waitForCode(popup: Window, { url, origin, state }: SignInRequest): Promise<string | undefined> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const finish = (code?: string) => {
      stop.abort();
      clearInterval(timer);
      resolve(code);
    };
    // There is no event for a window that is closed. Its last message may still be on its way, so one more interval passes.
    let wasClosed = false;
    const timer = setInterval(() => {
      if (wasClosed) finish();
      wasClosed = popup.closed;
    }, POLL_INTERVAL);
    const hear = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== popup) return;
      const code = codeIn(event.data, state);
      if (code !== undefined) finish(code);
    };
    window.addEventListener('message', hear, { signal: stop.signal });
    popup.location.replace(url);
  });
}

/** Parses a message; `undefined` unless it has a code and the right `state`. */
function codeIn(data: unknown, state: string): string | undefined {
  const parsed = v.safeParse(SignedInSchema, data);
  return parsed.success && parsed.output.state === state ? parsed.output.code : undefined;
}
