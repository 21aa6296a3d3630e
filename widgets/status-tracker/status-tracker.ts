import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import { caseFields, type CaseKeys } from '../fields/case-fields.ts';
import { errorSummary } from '../fields/error-summary.ts';
import { afterPaint } from '../forms/after-paint.ts';
import { stillWrong, type Mistakes } from '../forms/mistakes.ts';
import { CaseActionEvent, type CaseAction } from '../portal/case-events.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { loadPart, failureOf, type Failure } from '../portal/errors.ts';
import { fields } from '../styles/fields.ts';
import { frame } from '../styles/frame.ts';
import { tokens } from '../styles/tokens.ts';
import { ru, type Messages } from './messages.ts';
import { styles } from './status-tracker.styles.ts';
import { questionsView, timelineView, whenView } from './views.ts';

/** What checks and reads; nobody needs it before something has been typed. */
const rules = () => loadPart(import('./rules.ts'));

/**
 * Where an application stands, what comes next and by when. Asks for its number and code; remembers nothing.
 *
 * @tagname okno-status-tracker
 * @slot - Shown until the element is defined: the telephone by which to ask.
 * @fires {CaseActionEvent} okno-case-action - The citizen wants to complain, or to rate the service.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class StatusTracker extends LitElement {
  static override styles = [tokens, frame, fields, styles];

  /** Number of the application. Together with the code it is looked up at once. */
  @property() number = '';
  /** The eight digits that were given with the number. */
  @property() code = '';
  @property({ attribute: false }) messages: Messages = ru;
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private typed: CaseKeys = { number: '', code: '' };
  @state() private mistakes: Mistakes = {};
  @state() private summarized = false;
  @state() private notice: 'wrongPair' | Failure | undefined;
  @state() private shown: ApplicationStatus | undefined;
  @state() private refreshedAt: Date | undefined;

  @state() private isReading = false;
  #reading = new AbortController();

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('number') || changed.has('code');
    if (isOther) {
      this.typed = { number: this.number, code: this.code };
      this.shown = undefined;
    }
    const { number, code } = this.typed;
    if ((isOther || changed.has('portal')) && this.portal && number && code) void this.#open();
  }

  protected override firstUpdated(): void {
    void afterPaint().then(rules).catch(failureOf);
  }

  protected override render() {
    if (!this.portal) return html`<slot></slot>`;
    const { caseNumber, timeZone } = this.portal.config.region;
    return this.shown ? this.#renderStatus(this.shown, timeZone) : this.#renderForm(caseNumber);
  }

  #renderForm(example: string) {
    const { messages, mistakes } = this;
    const words = { ...messages, numberHint: messages.numberHint(example) };
    const wrong = Object.entries(mistakes).map(([id, code]) => ({
      id,
      message: messages.mistake(id, code, example),
    }));
    const error = (field: string) => wrong.find(({ id }) => id === field)?.message;
    return html`<section class="frame" aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1" data-focus="form">${messages.title}</h2>
        <p class="quiet">${messages.lead}</p>
      </div>
      ${this.#renderNotice()}
      ${this.summarized && wrong.length ? errorSummary(messages.summary, wrong) : nothing}
      <form novalidate @submit=${this.#onSubmit}>
        ${caseFields(words, { typed: this.typed, errorOf: error, onInput: this.#type })}
        <div class="go">
          <button class="button" aria-disabled=${this.isReading}>
            ${this.isReading ? messages.reading : this.notice && this.notice !== 'wrongPair' ? messages.retry : messages.find}
          </button>
        </div>
      </form>
      <p class="hidden" role="status">${this.isReading ? messages.reading : ''}</p>
    </section>`;
  }

  #renderStatus(status: ApplicationStatus, timeZone: string) {
    const { messages } = this;
    return html`<section class="frame" aria-labelledby="title">
      <h2 id="title" tabindex="-1" data-focus="status">
        ${status.service.short} <span class="number">${messages.numbered(status.number)}</span>
      </h2>
      ${this.#renderNotice()} ${whenView(status, messages)} ${this.#renderAction(status)}
      ${timelineView(status, messages, timeZone)} ${questionsView(status, messages)}
      <div class="go">
        <button class="button second" type="button" aria-disabled=${this.isReading} @click=${this.#onRefresh}>
          ${this.isReading ? messages.reading : messages.refresh}
        </button>
        <button class="link" type="button" @click=${this.#onAnother}>${messages.another}</button>
        <span class="small quiet" role="status"
          >${this.refreshedAt && messages.refreshed(this.refreshedAt)}</span
        >
      </div>
    </section>`;
  }

  /** What the citizen can do about the case now. */
  #renderAction(status: ApplicationStatus) {
    const { messages } = this;
    if (status.overdue) return this.#renderAsk('complain', 'note', messages.overdue);
    if (status.state === 'refused') return this.#renderAsk('complain', 'quiet', messages.refused);
    if (status.state === 'ready')
      return status.rated ? nothing : this.#renderAsk('rate', '', messages.rateHint);
    return nothing;
  }

  #renderAsk(action: 'complain' | 'rate', kind: string, hint: string) {
    return html`<div class="ask ${kind}">
      <p>${hint}</p>
      <button
        class="button"
        type="button"
        @click=${() => {
          this.#go(action);
        }}
      >
        ${this.messages[action]}
      </button>
    </div>`;
  }

  #renderNotice() {
    const { messages, notice } = this;
    const phone = this.portal?.config.contact.phone ?? '';
    const said = notice === 'wrongPair' ? messages.wrongPair : notice && messages.failures[notice](phone);
    return said === undefined ? nothing : html`<p class="note" role="alert">${said}</p>`;
  }

  readonly #type = (change: Partial<CaseKeys>): void => {
    this.typed = { ...this.typed, ...change };
    void this.#mend();
  };

  async #mend(): Promise<void> {
    if (!Object.keys(this.mistakes).length) return;
    const { mistakesIn } = await rules();
    this.mistakes = stillWrong(this.mistakes, mistakesIn(this.typed));
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isReading || !(await this.#check())) return;
    this.notice = undefined;
    if (this.summarized) await this.#focus('summary');
    else {
      await this.#read();
      if (this.shown) await this.#focus('status');
    }
  }

  /** Judges what was typed; false where that is not possible. */
  async #check(): Promise<boolean> {
    try {
      this.mistakes = (await rules()).mistakesIn(this.typed);
    } catch (error) {
      this.notice = failureOf(error);
      return false;
    }
    this.summarized = Object.keys(this.mistakes).length > 0;
    return true;
  }

  /** Looks up what was set from outside. Where the loader has brought the focus to this element, it goes on to the result. */
  async #open(): Promise<void> {
    if ((await this.#check()) && !this.summarized) await this.#read();
    if (this.shown && this.matches(':focus') && !this.shadowRoot?.activeElement) await this.#focus('status');
  }

  /** Asks the portal; an older question that has no answer yet is dropped. */
  async #read(): Promise<void> {
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    this.isReading = true;
    try {
      const { read } = await rules();
      const status = this.portal && (await read(this.portal, this.typed, signal));
      if (signal.aborted) return;
      this.shown = status;
      this.notice = status ? undefined : 'wrongPair';
    } catch (error) {
      if (signal.aborted) return;
      this.notice = failureOf(error);
    }
    this.isReading = false;
  }

  async #onRefresh(): Promise<void> {
    if (this.isReading) return;
    await this.#read();
    if (!this.notice) this.refreshedAt = new Date();
  }

  async #onAnother(): Promise<void> {
    this.typed = { number: '', code: '' };
    this.shown = this.refreshedAt = this.notice = undefined;
    await this.#focus('form');
  }

  #go(action: CaseAction): void {
    if (!this.shown) return;
    const { number, agency } = this.shown;
    const { code } = this.typed;
    this.dispatchEvent(new CaseActionEvent(action, { number, code, agency: agency.slug }));
  }

  async #focus(target: 'form' | 'summary' | 'status'): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-focus=${target}]`)?.focus();
  }
}
