import * as v from 'valibot';

import { PortalEventSchema } from '../contract/events/schemas.ts';
import { syncClock } from './clock.ts';
import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import type { ChangeListener } from './event-types.ts';
import { retryAfterMs } from './retry-after.ts';

/** A request that is aborted when its outer signal aborts, or when nothing has come for too long. */
export class EventRequest {
  readonly #abort = new AbortController();
  readonly #outer: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(outer: AbortSignal) {
    this.#outer = outer;
    outer.addEventListener('abort', this.#cancel);
    if (outer.aborted) this.#cancel();
  }

  /** Sends a GET to `/v1<path>` in the name of the citizen, with one header. Without a value the header is left out. */
  async send(
    { session }: Portal,
    path: string,
    [header, value]: [name: string, value: string | undefined],
  ): Promise<Response> {
    const response = await session.send(`/v1${path}`, {
      credentials: 'omit',
      signal: this.#abort.signal,
      headers: value === undefined ? {} : { [header]: value },
    });
    syncClock(response.headers);
    return response;
  }

  /** Aborts the request after so many milliseconds from now, unless it is called again. */
  setIdleTimeout(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#cancel, milliseconds);
  }

  /** Aborts the request, and removes its timer and listener. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#cancel);
    this.#cancel();
  }

  readonly #cancel = () => {
    this.#abort.abort();
  };
}

/** Milliseconds that an error response asks to wait. Throws a `PortalError` where it does not say. */
export function requireRetryAfterMs({ status, headers }: Response): number {
  const wait = retryAfterMs(headers);
  if (!wait) throw new PortalError(status);
  return wait;
}

/** Parses an event and passes it to `onChange`. Ignores kinds that this version of the widgets does not know. */
export function reportEvent(event: unknown, onChange: ChangeListener): void {
  const parsed = v.safeParse(PortalEventSchema, event);
  if (parsed.success) onChange({ kind: parsed.output.kind, subject: parsed.output.subject });
}
