import * as v from 'valibot';

import { PortalEventSchema } from '../contract/events/schemas.ts';
import { hearTime, waitFor } from './clock.ts';
import type { Portal } from './context.ts';
import { PortalError } from './errors.ts';
import type { Tell } from './event-feed.ts';

/** A request that is given up when its signal aborts, or when it has been quiet for too long. */
export class Asking {
  readonly #abort = new AbortController();
  readonly #outer: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(outer: AbortSignal) {
    this.#outer = outer;
    outer.addEventListener('abort', this.#giveUp);
    if (outer.aborted) this.#giveUp();
  }

  /** Asks the portal for something below `/v1` as the citizen who is signed in. */
  async ask(
    { config, session }: Portal,
    path: string,
    header: string,
    value: string | undefined,
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
  patience(milliseconds: number): void {
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

/** Tells of an event. Kinds that are newer than this widget concern nobody here. */
export function tellOf(event: unknown, tell: Tell): void {
  const parsed = v.safeParse(PortalEventSchema, event);
  if (parsed.success) tell({ kind: parsed.output.kind, subject: parsed.output.subject });
}
