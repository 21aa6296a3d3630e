import { InstantAnswerSchema, type InstantAnswer, type InstantInput } from '../contract/instant/schemas.ts';
import type { Portal } from './context.ts';
import { watchEvents } from './events.ts';
import { delay } from './fetch-once.ts';
import { fetchJsonIfFound } from './http.ts';
import { postJson, type SendResult } from './post-json.ts';

/** Milliseconds between two looks at an answer that is being prepared: events tell sooner, but a host page may block them. */
const PAUSE = 10_000;

/** Asks an instant service. With the same key the portal gives the same response, however often it is sent. */
export const askInstantly = (
  portal: Portal,
  input: InstantInput,
  key: string,
): Promise<SendResult<InstantAnswer>> =>
  postJson(portal, { path: '/v1/instant-requests', input, schema: InstantAnswerSchema, key });

/** Fetches an answer, ready or still being prepared; `undefined` where the portal has none, or not for this citizen. */
const fetchInstantAnswer = (
  portal: Portal,
  id: string,
  signal?: AbortSignal,
): Promise<InstantAnswer | undefined> =>
  fetchJsonIfFound(portal, {
    url: new URL(`/v1/instant-requests/${id}`, portal.config.portal),
    schema: InstantAnswerSchema,
    signal,
  });

/**
 * Waits until an answer is ready: looks as soon as an event says so (`instantReady`), and every ten seconds besides. `undefined` where the
 * portal does not have it any more. Rejects as `fetchJson` does, and when `signal` aborts.
 */
export async function waitForInstantAnswer(
  portal: Portal,
  id: string,
  signal: AbortSignal,
): Promise<InstantAnswer | undefined> {
  // Not `AbortSignal.any`: Safari has it from 17.4 on.
  const done = new AbortController();
  const end = () => {
    done.abort();
  };
  signal.addEventListener('abort', end);
  let tell = end;
  watchEvents(portal, {
    signal: done.signal,
    onEvent: (change) => {
      if (change.kind === 'instantReady' && change.subject === id) tell();
    },
  });
  try {
    for (;;) {
      const told = new Promise<void>((resolve) => (tell = resolve));
      const answer = await fetchInstantAnswer(portal, id, signal);
      if (answer?.state !== 'preparing') return answer;
      await Promise.race([told, delay(PAUSE, done.signal)]);
    }
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}
