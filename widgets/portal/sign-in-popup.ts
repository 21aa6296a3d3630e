import * as v from 'valibot';

import { SignedInSchema, type Tokens } from '../contract/session/schemas.ts';

/** Milliseconds between two checks whether the window is closed. */
const POLL_INTERVAL = 500;

interface SignInRequest {
  /** Origin of the portal. */
  origin: string;
  /** The random `state` with which the window was opened. */
  state: string;
  /** Messages that the page has got since the window was opened. */
  heard: readonly MessageEvent[];
}

/**
 * Waits for the tokens that the sign-in window posts to this page; `undefined` when the citizen has closed it. Ignores messages from
 * another origin, from another window, or with another `state` (RFC 9700, 4.17).
 */
export function waitForSignIn(
  popup: Window,
  { origin, state, heard }: SignInRequest,
): Promise<Tokens | undefined> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const finish = (tokens?: Tokens) => {
      stop.abort();
      clearInterval(timer);
      resolve(tokens);
    };
    // There is no event for a window that is closed. Its last message may still be on its way, so one more interval passes.
    let wasClosed = false;
    const timer = setInterval(() => {
      if (wasClosed) finish();
      wasClosed = popup.closed;
    }, POLL_INTERVAL);
    const hear = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== popup) return;
      const tokens = tokensIn(event.data, state);
      if (tokens) finish(tokens);
    };
    heard.forEach(hear);
    window.addEventListener('message', hear, { signal: stop.signal });
  });
}

/** Parses a message; `undefined` unless it has tokens and the right `state`. */
function tokensIn(data: unknown, state: string): Tokens | undefined {
  const parsed = v.safeParse(SignedInSchema, data);
  return parsed.success && parsed.output.state === state ? parsed.output : undefined;
}
