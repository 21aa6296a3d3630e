// Longer than other modules: one answer, from the question to what happens to it afterwards.
import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

import { sectionStyles } from '../case/case-section.styles.ts';
import type { InstantAnswer } from '../contract/instant/schemas.ts';
import type { Announcing } from '../fields/announcer.ts';
import type { Portal } from '../portal/context.ts';
import { PortalError, loadModule, reportFailure } from '../portal/errors.ts';
import { waitForInstantAnswer } from '../portal/instant.ts';
import { addStyles } from '../styles/add-styles.ts';
import type { Messages } from './messages.ts';
import type * as Payment from './payment.ts';
import type { InstantReceipt } from './receipt.ts';
import { foundView, resultView } from './result-view.ts';

/** Where an answer stands. `ready` and `preparing` have what the portal has said. */
type AnswerStage =
  | { at: 'preparing' }
  | { at: 'ready'; answer: InstantAnswer }
  /** The citizen who has asked is not signed in any more. */
  | { at: 'signedOut' }
  /** The portal has erased it, or it is of somebody else. */
  | { at: 'gone' }
  | { at: 'failed' };

/** The element that shows an answer. */
type Host = LitElement & Announcing;

/** Fetches and shows one answer, and waits for it where it is still being prepared. */
export class ShownAnswer implements ReactiveController {
  readonly receipt: InstantReceipt;
  readonly #host: Host;
  readonly #portal: Portal;
  readonly #texts: () => Messages;
  #stage: AnswerStage = { at: 'preparing' };
  #abort = new AbortController();
  /** УИН of the payment whose QR code is shown, and what draws it. */
  #paid: { uin: string; payment: typeof Payment } | undefined;

  constructor(
    host: Host,
    {
      portal,
      receipt,
      answer,
      texts,
    }: {
      portal: Portal;
      receipt: InstantReceipt;
      /** What the portal has said already. */
      answer: InstantAnswer | undefined;
      texts: () => Messages;
    },
  ) {
    this.#host = host;
    this.#portal = portal;
    this.receipt = receipt;
    this.#texts = texts;
    if (answer?.state === 'ready') this.#stage = { at: 'ready', answer };
    addStyles(host, sectionStyles);
    host.addController(this);
  }

  hostConnected(): void {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const hide = () => {
      this.#setStage({ at: 'signedOut' });
    };
    // What one citizen has asked is for nobody else's eyes.
    this.#portal.session.addEventListener('leave', hide, { signal });
    if (this.#stage.at === 'preparing') void this.#read();
  }

  hostDisconnected(): void {
    this.#abort.abort();
  }

  /** Another answer is shown from now on. */
  end(): void {
    this.#abort.abort();
    this.#host.removeController(this);
  }

  /** Shows the answer, or why there is none. `buttons` stand below it. */
  view(buttons: TemplateResult): TemplateResult {
    const messages = this.#texts();
    return html`<section class="frame" aria-labelledby="title">
      ${'found' in this.receipt ? foundView(this.receipt.found, messages) : this.#renderStage(messages)}
      <div class="go">
        <button class="button second" type="button" @click=${print}>${messages.print}</button>
        ${buttons}
      </div>
    </section>`;
  }

  #renderStage(messages: Messages): TemplateResult {
    const stage = this.#stage;
    switch (stage.at) {
      case 'ready':
        return resultView(stage.answer, messages, {
          timeZone: this.#portal.config.region.timeZone,
          payment: { shown: this.#paid, toggle: (uin) => void this.#togglePayment(uin) },
        });
      case 'preparing':
        return html`<div class="head" role="status">
          <h2 id="title" tabindex="-1" data-focus="receipt">${messages.preparing}</h2>
          <p class="quiet">${messages.preparingHint}</p>
        </div>`;
      case 'signedOut':
        return this.#renderTrouble(messages.signedOut, { label: messages.signInAgain, act: this.#signIn });
      case 'failed':
        return this.#renderTrouble(messages.failed(this.#portal.config.contact.phone), {
          label: messages.retry,
          act: this.#read,
        });
      case 'gone':
        return this.#renderTrouble(messages.gone);
    }
  }

  #renderTrouble(sentence: string, button?: { label: string; act: () => Promise<void> }) {
    return html`<div class="note ask">
      <p id="title" role="alert">${sentence}</p>
      ${button ? html`<button class="button second" type="button" @click=${button.act}>${button.label}</button>` : nothing}
    </div>`;
  }

  /** Fetches the answer, and waits until it is ready. */
  readonly #read = async (): Promise<void> => {
    if ('found' in this.receipt) return;
    const { signal } = this.#abort;
    this.#setStage({ at: 'preparing' });
    try {
      const answer = await waitForInstantAnswer(this.#portal, this.receipt.id, signal);
      this.#setStage(answer ? { at: 'ready', answer } : { at: 'gone' });
      if (answer) this.#host.announcer?.say(this.#texts().answer[answer.kind]);
    } catch (error) {
      if (signal.aborted) return;
      const isSignedOut = error instanceof PortalError && error.status === 401;
      if (!isSignedOut) reportFailure(error);
      this.#setStage({ at: isSignedOut ? 'signedOut' : 'failed' });
    }
  };

  readonly #signIn = async (): Promise<void> => {
    try {
      if ((await this.#portal.session.signIn()) === 'signedIn') await this.#read();
    } catch (error) {
      reportFailure(error);
      this.#setStage({ at: 'failed' });
    }
  };

  /** Shows or hides the QR code of a payment. What draws it is fetched now. */
  async #togglePayment(uin: string): Promise<void> {
    try {
      const payment = await loadModule(import('./payment.ts'));
      this.#paid = this.#paid?.uin === uin ? undefined : { uin, payment };
    } catch (error) {
      // The УИН stands there: it suffices in any bank.
      reportFailure(error);
    }
    this.#host.requestUpdate();
  }

  #setStage(stage: AnswerStage): void {
    this.#stage = stage;
    this.#host.requestUpdate();
  }
}

function print(): void {
  window.print();
}
