import type { ReactiveController } from 'lit';

import { reportFailure } from '../portal/errors.ts';
import type { Form, Sender } from './form.ts';
import { leaveWithForm } from './leave-with-form.ts';

/** Milliseconds until it is tried again: the first time, and at most. */
const FIRST_WAIT = 5000;
const LONGEST_WAIT = 60_000;

/**
 * Tries to send a form again: after 5 seconds, then after twice as long each time, and as soon as there is a connection or the page comes
 * back (a lid was opened). It stops when the form is not shown any more; what it waits for is in the draft.
 */
export class FormSender<Input, Receipt> implements Sender, ReactiveController {
  readonly #form: Form<Input, Receipt>;
  readonly #tryAgain: () => Promise<void>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #isTrying = false;

  constructor(form: Form<Input, Receipt>, tryAgain: () => Promise<void>) {
    this.#form = form;
    this.#tryAgain = tryAgain;
    form.host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#onReturn);
    document.addEventListener('visibilitychange', this.#onReturn);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onReturn);
    document.removeEventListener('visibilitychange', this.#onReturn);
    this.#stop();
  }

  hostUpdated(): void {
    leaveWithForm(this.#form, this);
  }

  wait(): void {
    this.#stop();
    const wait = Math.min(FIRST_WAIT * 2 ** this.#tries++, LONGEST_WAIT);
    this.#timer = setTimeout(() => void this.tryNow(), wait);
  }

  async tryNow(): Promise<void> {
    if (this.#isTrying) return;
    this.#stop();
    this.#isTrying = true;
    try {
      await this.#tryAgain();
    } catch (error) {
      // A module did not come: it comes with the connection.
      reportFailure(error);
      this.wait();
    } finally {
      this.#isTrying = false;
    }
  }

  /** Only where it waits: nothing is sent because a page comes back. */
  readonly #onReturn = (): void => {
    if (this.#timer === undefined || document.visibilityState === 'hidden') return;
    this.#tries = 0;
    void this.tryNow();
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
