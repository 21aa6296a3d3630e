// Longer than most: one class sees a citizen from the first mark to the thanks; what she sees is in `views.ts`.
import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import { CRITERIA } from '../contract/ratings/criteria.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { caseFields } from '../fields/case-fields.ts';
import { mistakesAt, stillWrong, type Mistakes } from '../fields/mistakes.ts';
import { errorSummary, textField } from '../fields/templates.ts';
import { CaseActionEvent } from '../portal/case-events.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { PortalError, loadPart, failureOf, type Failure } from '../portal/errors.ts';
import { fields } from '../styles/fields.ts';
import { frame } from '../styles/frame.ts';
import { tokens } from '../styles/tokens.ts';
import type { Values } from './answers.ts';
import { RatingSentEvent } from './events.ts';
import { ru, type Messages } from './messages.ts';
import { styles } from './rating-form.styles.ts';
import { markField, markId, thanksView } from './views.ts';

/** What checks, keeps and sends; nobody needs it before something has been typed. */
const rules = () => loadPart(import('./rules.ts'));

type Step = 'asking' | 'sending' | 'sent' | 'alreadyRated';
/** What the citizen is told about the form. */
type Notice = 'restored' | 'refused' | 'wrongPair' | 'noResult' | Failure;

/**
 * Asks how the service was, by seven criteria, and sends it once for each application.
 *
 * @tagname okno-rating-form
 * @slot - Shown until the element is defined: how to rate without script.
 * @fires {RatingSentEvent} okno-rating-sent - The portal has stored the rating.
 * @fires {CaseActionEvent} okno-case-action - There is no result yet, and the citizen wants to see where the case stands.
 * @cssproperty --okno-accent - Colour of buttons, links and the chosen mark.
 */
export class RatingForm extends LitElement {
  static override styles = [tokens, frame, fields, styles];

  /** Number of the application to be filled in. */
  @property() number = '';
  /** The eight digits that were given with the number. */
  @property() code = '';
  @property({ attribute: false }) messages: Messages = ru;
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private step: Step = 'asking';
  @state() private values: Values = {};
  @state() private mistakes: Mistakes = {};
  @state() private summarized = false;
  @state() private notice: Notice | undefined;

  protected override firstUpdated(): void {
    void afterPaint()
      .then(() => this.#restore())
      .catch(failureOf);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!(changed.has('number') || changed.has('code')) || !this.number) return;
    // Marks belong to one application.
    const isSame = this.values['number'] === this.number && this.step === 'asking';
    this.values = { ...(isSame && this.values), number: this.number, code: this.code };
    this.step = 'asking';
  }

  protected override render() {
    const { messages } = this;
    if (!this.portal) return html`<slot></slot>`;
    switch (this.step) {
      case 'asking':
      case 'sending':
        return this.#renderForm(this.portal.config.region.caseNumber);
      case 'sent':
      case 'alreadyRated':
        return thanksView(this.step, messages, this.#onAnother);
    }
  }

  #renderForm(example: string) {
    const { messages, values, mistakes } = this;
    const error = (field: string) => {
      const code = mistakes[field];
      return code === undefined ? undefined : messages.mistake(field, code, example);
    };
    const wrong = Object.entries(mistakes).map(([field, code]) => ({
      id: field === 'marks' ? markId('time') : field,
      message: messages.mistake(field, code, example),
    }));
    const words = { ...messages, numberHint: messages.numberHint(example) };
    const keys = { number: values['number'] ?? '', code: values['code'] ?? '' };
    const isSending = this.step === 'sending';
    return html`<section class="frame" aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1" data-focus="form">${messages.title}</h2>
        <p class="quiet">${messages.lead}</p>
        <p class="small quiet" role="status">${this.notice === 'restored' ? messages.restored : ''}</p>
      </div>
      ${this.summarized && wrong.length ? errorSummary(messages.summary, wrong) : nothing}
      <form novalidate @submit=${this.#onSubmit}>
        <div class="keys">
          ${caseFields(words, keys, { number: error('number'), code: error('code') }, this.#set)}
        </div>
        ${CRITERIA.map((name) =>
          markField(
            name,
            values[name] ?? '',
            name === 'time' ? error('marks') : undefined,
            messages,
            this.#set,
          ),
        )}
        ${textField({
          id: 'comment',
          label: messages.comment,
          hint: messages.commentHint,
          optional: messages.optional,
          error: error('comment'),
          value: values['comment'] ?? '',
          multiline: true,
          maxLength: 2000,
          onInput: (comment) => {
            this.#set({ comment });
          },
        })}
        ${this.#renderNotice()}
        <div class="go">
          <button class="button" aria-disabled=${isSending ? 'true' : 'false'}>
            ${isSending ? messages.sending : messages.send}
          </button>
          ${
            CRITERIA.some((name) => values[name])
              ? html`<button class="link" type="button" @click=${this.#onClear}>${messages.clear}</button>`
              : nothing
          }
        </div>
        <p class="hidden" role="status">${isSending ? messages.sending : ''}</p>
      </form>
    </section>`;
  }

  #renderNotice() {
    const { messages, notice } = this;
    const phone = this.portal?.config.contact.phone ?? '';
    switch (notice) {
      case undefined:
      case 'restored':
        return nothing;
      case 'noResult':
        return html`<div class="note ask" role="alert">
          <p>${messages.noResult}</p>
          <button class="button second" type="button" @click=${this.#onFollow}>${messages.follow}</button>
        </div>`;
      case 'wrongPair':
      case 'refused':
        return html`<p class="note" role="alert">${messages[notice]}</p>`;
      default:
        return html`<p class="note" role="alert">${messages.trouble[notice](phone)}</p>`;
    }
  }

  /** Goes on with what was chosen before the page was left, unless it was about another application. */
  async #restore(): Promise<void> {
    const values = await (await rules()).restore();
    if (!Object.keys(values).length || (this.number && values['number'] !== this.number)) return;
    const typed = Object.entries(this.values).filter(([, value]) => value);
    this.values = { ...values, ...Object.fromEntries(typed) };
    this.notice ??= 'restored';
  }

  readonly #set = (change: Values): void => {
    this.values = { ...this.values, ...change };
    void this.#keep().catch(failureOf);
  };

  async #keep(): Promise<void> {
    const { keep, mistakesIn } = await rules();
    this.mistakes = stillWrong(this.mistakes, mistakesIn(this.values));
    await keep(this.values);
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.step !== 'asking') return;
    this.notice = undefined;
    try {
      this.mistakes = (await rules()).mistakesIn(this.values);
    } catch (error) {
      this.notice = failureOf(error);
      return;
    }
    this.summarized = Object.keys(this.mistakes).length > 0;
    if (this.summarized) await this.#focus('summary');
    else if (this.portal) await this.#send(this.portal);
  }

  async #send(portal: Portal): Promise<void> {
    if (this.step === 'sending') return;
    this.step = 'sending';
    try {
      const { ratingOf, send } = await rules();
      const rating = ratingOf(this.values);
      const sent = await send(portal, rating);
      if (sent.result === 'accepted') {
        await this.#finish('sent');
        this.dispatchEvent(new RatingSentEvent(rating));
        return;
      }
      this.mistakes = mistakesAt(sent.fields);
      this.notice = 'refused';
      this.summarized = true;
      this.step = 'asking';
      await this.#focus('summary');
    } catch (error) {
      const problem = error instanceof PortalError ? error : undefined;
      // With a key that was used the portal has the marks that were sent before.
      if (problem?.problem?.type === 'already-rated' || problem?.problem?.type === 'key-reused') {
        await this.#finish('alreadyRated');
        return;
      }
      this.notice =
        problem?.problem?.type === 'no-result'
          ? 'noResult'
          : problem?.status === 404
            ? 'wrongPair'
            : failureOf(error);
      this.step = 'asking';
    }
  }

  async #finish(step: 'sent' | 'alreadyRated'): Promise<void> {
    this.step = step;
    this.values = {};
    await (await rules()).forget();
    await this.#focus('done');
  }

  #onFollow(): void {
    const { number = '', code = '' } = this.values;
    this.dispatchEvent(new CaseActionEvent('follow', { number, code }));
  }

  #onClear(): void {
    this.#set(Object.fromEntries(CRITERIA.map((name) => [name, undefined])));
    void this.#focus('form');
  }

  readonly #onAnother = (): void => {
    this.step = 'asking';
    void this.#focus('form');
  };

  async #focus(target: 'form' | 'summary' | 'done'): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-focus=${target}]`)?.focus();
  }
}
