import * as v from 'valibot';

import { PortalEventSchema } from '../contract/events/schemas.ts';
import { hearTime, waitFor } from './clock.ts';
import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import type { OnChange } from './event-types.ts';

/** A request that is given up when its signal aborts, or when it has been quiet for too long. */
export class EventRequest {
  readonly #abort = new AbortController();
  readonly #outer: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(outer: AbortSignal) {
    this.#outer = outer;
    outer.addEventListener('abort', this.#giveUp);
    if (outer.aborted) this.#giveUp();
  }

  /** Asks the portal for something below `/v1` as the citizen who is signed in. A header without a value is not sent. */
  async send(
    { config, session }: Portal,
    path: string,
    [header, value]: [name: string, value: string | undefined],
  ): Promise<Response> {
    const token = await session.bearer();
    const response = await fetch(new URL(`/v1${path}`, config.portal), {
      credentials: 'omit',
      signal: this.#abort.signal,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(value !== undefined && { [header]: value }),
      },
    });
    hearTime(response.headers);
    return response;
  }

  /** From now on it may be quiet for so many milliseconds. */
  setPatience(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#giveUp, milliseconds);
  }

  /** Leaves nothing behind. */
  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#giveUp);
    this.#giveUp();
  }

  readonly #giveUp = () => {
    this.#abort.abort();
  };
}

/** Milliseconds that a refusal asks to wait; throws a `PortalError` where it does not say. */
export function waitAfter({ status, headers }: Response): number {
  const wait = waitFor(headers);
  if (!wait) throw new PortalError(status);
  return wait;
}

/** Says what an event has changed. Kinds that are newer than this widget concern nobody here. */
export function passOn(event: unknown, onChange: OnChange): void {
  const parsed = v.safeParse(PortalEventSchema, event);
  if (parsed.success) onChange({ kind: parsed.output.kind, subject: parsed.output.subject });
}
