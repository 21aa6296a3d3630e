import * as v from 'valibot';

import { PortalEventSchema } from '../contract/events/schemas.ts';
import { syncClock, retryAfterMs } from './clock.ts';
import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import type { ChangeListener } from './event-types.ts';

/** A request that is given up when its signal aborts, or when it has been quiet for too long. */
export class EventRequest {
  readonly #abort = new AbortController();
  readonly #outer: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(outer: AbortSignal) {
    this.#outer = outer;
    outer.addEventListener('abort', this.#cancel);
    if (outer.aborted) this.#cancel();
  }

  /** Asks the portal for something below `/v1` as the citizen who is signed in. A header without a value is not sent. */
  async send(
    { config, session }: Portal,
    path: string,
    [header, value]: [name: string, value: string | undefined],
  ): Promise<Response> {
    const token = await session.freshToken();
    const response = await fetch(new URL(`/v1${path}`, config.portal), {
      credentials: 'omit',
      signal: this.#abort.signal,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(value !== undefined && { [header]: value }),
      },
    });
    syncClock(response.headers);
    return response;
  }

  /** From now on it may be quiet for so many milliseconds. */
  setIdleTimeout(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#cancel, milliseconds);
  }

  /** Leaves nothing behind. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#cancel);
    this.#cancel();
  }

  readonly #cancel = () => {
    this.#abort.abort();
  };
}

/** Milliseconds that a refusal asks to wait; throws a `PortalError` where it does not say. */
export function requireRetryAfterMs({ status, headers }: Response): number {
  const wait = retryAfterMs(headers);
  if (!wait) throw new PortalError(status);
  return wait;
}

/** Says what an event has changed. Kinds that are newer than this widget concern nobody here. */
export function reportEvent(event: unknown, onChange: ChangeListener): void {
  const parsed = v.safeParse(PortalEventSchema, event);
  if (parsed.success) onChange({ kind: parsed.output.kind, subject: parsed.output.subject });
}
