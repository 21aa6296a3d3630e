import * as v from 'valibot';

import { SignedInSchema, type Tokens } from '../contract/session/schemas.ts';

/** Milliseconds between looks at the window. */
const POLL_INTERVAL = 500;

interface Question {
  /** Of the portal. */
  origin: string;
  /** What the window was opened with. */
  state: string;
  /** Messages that the page has got since then. */
  heard: readonly MessageEvent[];
}

/**
 * What the sign-in window posts to the page that opened it with this `state`; `undefined` when it was closed. From another
 * origin or another window nothing counts (RFC 9700, 4.17).
 */
export function waitForSignIn(
  popup: Window,
  { origin, state, heard }: Question,
): Promise<Tokens | undefined> {
  return new Promise((resolve) => {
    const stop = new AbortController();
    const finish = (answer?: Tokens) => {
      stop.abort();
      clearInterval(timer);
      resolve(answer);
    };
    // A window has no event for having been closed by the person. What it said last may still be on its way.
    let wasClosed = false;
    const timer = setInterval(() => {
      if (wasClosed) finish();
      wasClosed = popup.closed;
    }, POLL_INTERVAL);
    const hear = (event: MessageEvent) => {
      if (event.origin !== origin || event.source !== popup) return;
      const answer = tokensIn(event.data, state);
      if (answer) finish(answer);
    };
    heard.forEach(hear);
    window.addEventListener('message', hear, { signal: stop.signal });
  });
}

function tokensIn(data: unknown, state: string): Tokens | undefined {
  const parsed = v.safeParse(SignedInSchema, data);
  return parsed.success && parsed.output.state === state ? parsed.output : undefined;
}
