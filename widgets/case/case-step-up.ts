import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { CaseAccessSchema, StepUpSchema, type Channel, type StepUp } from '../contract/step-ups/schemas.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { textField } from '../fields/text-field.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { sectionStyles } from './case-section.styles.ts';
import { ConfirmedEvent } from './events.ts';
import { ru, type Messages } from './messages.ts';
import { troubleOf, type Channels } from './trouble.ts';

/** Where the confirmation stands: nothing is sent yet, or a code is on its way to the applicant. */
type Stage = { at: 'choosing' } | { at: 'waiting'; sent: StepUp; channel: Channel };

/**
 * Asks for a code that the portal sends to the telephone or the e-mail address of the application: number and code alone do not open
 * files and personal data.
 *
 * @tagname okno-case-step-up
 * @fires {ConfirmedEvent} okno-case-confirmed - The case is open for half an hour, on this page.
 */
export class CaseStepUp extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, sectionStyles];

  /** The way to the case, which gets the confirmation. */
  @property({ attribute: false }) access!: OpenCase;
  /** Where a code can be sent. */
  @property({ attribute: false }) channels: Channels = [];
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages = ru;

  @state() private stage: Stage = { at: 'choosing' };
  @state() private typed = '';
  /** The sentence at the box of the code. */
  @state() private error = '';
  @state() private isBusy = false;

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  /** Moves the focus to its title. */
  override focus(): void {
    void this.#focusOn('#confirm');
  }

  protected override render(): TemplateResult {
    const { stage, messages, channels } = this;
    const { phone } = this.access.portal.config.contact;
    return html`<div class="step-up section" role="group" aria-labelledby="confirm">
      <h4 id="confirm" tabindex="-1">${messages.confirmTitle}</h4>
      <p>${channels.length ? messages.confirmWhy : messages.noChannels(phone)}</p>
      ${stage.at === 'waiting' ? this.#renderBox(stage) : nothing}
      ${stage.at === 'choosing' && this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing}
      <div class="buttons">
        ${channels.map(({ channel, sentTo }) => {
          const isSecond = stage.at === 'waiting';
          return html`<button
            class=${isSecond ? 'link' : 'button second'}
            type="button"
            aria-disabled=${this.isBusy}
            @click=${() => void this.#request(channel as Channel)}
          >
            ${messages.sendCodeTo(channel, sentTo, isSecond)}
          </button>`;
        })}
      </div>
    </div>`;
  }

  #renderBox({ sent }: { sent: StepUp }) {
    const { messages } = this;
    return html`<form class="section" novalidate @submit=${this.#onSubmit}>
      ${textField({
        id: 'digits',
        label: messages.digits,
        hint: messages.codeSentTo(sent.sentTo),
        error: this.error,
        value: this.typed,
        required: true,
        narrow: true,
        inputmode: 'numeric',
        autocomplete: 'one-time-code',
        onInput: (typed) => {
          this.typed = typed;
          this.error = '';
        },
      })}
      <div><button class="button" aria-disabled=${this.isBusy}>${messages.confirm}</button></div>
    </form>`;
  }

  #request(channel: Channel): Promise<void> {
    return this.#run(async () => {
      const outcome = await this.access.send({ path: '/step-ups', input: { channel }, schema: StepUpSchema });
      if (outcome.result === 'invalid') this.error = this.messages.channelGone;
      else {
        this.stage = { at: 'waiting', sent: outcome.value, channel };
        this.typed = '';
        await this.#focusOn('#digits');
      }
    });
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { stage, messages } = this;
    if (stage.at !== 'waiting') return;
    const code = this.typed.replace(/\s/g, '');
    if (!/^\d{6}$/.test(code)) {
      this.error = messages.sixDigits;
      void this.#focusOn('#digits');
      return;
    }
    void this.#run(async () => {
      const path = `/step-ups/${stage.sent.id}/confirmations`;
      const outcome = await this.access.send({ path, input: { code }, schema: CaseAccessSchema });
      if (outcome.result === 'invalid') this.error = messages.wrongDigits;
      else {
        this.access.confirm(outcome.value.access);
        this.dispatchEvent(new ConfirmedEvent());
      }
    });
  };

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.error = '';
    try {
      await work();
    } catch (error) {
      const trouble = troubleOf(error, this.access);
      const failure = 'failure' in trouble ? trouble.failure : 'gone';
      // The portal does not know the code any more: ten minutes are over, or five wrong ones were typed.
      if (failure === 'gone') this.stage = { at: 'choosing' };
      this.error =
        failure === 'gone'
          ? this.messages.codeOver
          : this.messages.failures[failure](this.access.portal.config.contact.phone);
    } finally {
      this.isBusy = false;
    }
    // The error is heard with the box that it is about.
    if (this.error) await this.#focusOn('#digits');
  }

  async #focusOn(selector: '#confirm' | '#digits'): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
