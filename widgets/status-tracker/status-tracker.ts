import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import { caseFields, type CaseCredentials } from '../fields/case-fields.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { reveal } from '../fields/reveal.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { hasMistakes, type Mistakes } from '../forms/mistakes.ts';
import { CaseActionEvent, type CaseAction } from '../portal/case-events.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { loadModule, reportFailure, type Failure } from '../portal/errors.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { ru, type Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';
import type * as Rules from './rules.ts';
import { styles } from './status-tracker.styles.ts';

/**
 * Shows the status of an application, what comes next and by when. Asks for number and code, and stores nothing on the device.
 *
 * @tagname okno-status-tracker
 * @slot - Shown until the element is defined: the telephone by which to ask.
 * @fires {CaseActionEvent} okno-case-action - The citizen wants to complain, or to rate the service.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class StatusTracker extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, styles];

  /** Number of the application. Number and code together are looked up at once. */
  @property() number = '';
  /** The eight digits that were given with the number. */
  @property() code = '';
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages | FirstMessages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private typed: CaseCredentials = { number: '', code: '' };
  @state() private mistakes: Mistakes = {};
  @state() private notice: 'wrongPair' | Failure | undefined;
  @state() private status: ApplicationStatus | undefined;
  /** When the citizen has refreshed the status, in milliseconds since 1970. */
  @state() private refreshedAt: number | undefined;
  /** What checks, reads and shows a status, with its texts; fetched after the first paint. */
  @state() private rules: typeof Rules | undefined;
  /** Whether the portal is being asked. */
  @state() private isLoading = false;
  #request = new AbortController();

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  /** The texts, as far as they have come. */
  get #texts(): Messages | FirstMessages {
    return this.messages === ru ? (this.rules?.messages ?? ru) : this.messages;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = changed.has('number') || changed.has('code');
    if (isOther) {
      this.#request.abort();
      this.isLoading = false;
      this.typed = { number: this.number, code: this.code };
      this.mistakes = {};
      this.status = this.notice = this.refreshedAt = undefined;
    }
    const { number, code } = this.typed;
    if ((isOther || changed.has('portal')) && this.portal && number && code) void this.#loadGivenCase();
  }

  protected override firstUpdated(): void {
    void afterPaint().then(this.#loadRules).catch(reportFailure);
  }

  protected override render() {
    if (!this.portal) return html`<slot></slot>`;
    const { exampleCaseNumber, timeZone } = this.portal.config.region;
    return this.status && this.rules
      ? this.#renderStatus(this.status, this.rules, timeZone)
      : this.#renderForm(exampleCaseNumber);
  }

  #renderForm(example: string) {
    const { mistakes, rules } = this;
    const messages = this.#texts;
    const errors = Object.entries(mistakes).map(([id, code]) => ({
      id,
      message: 'mistake' in messages ? messages.mistake(id, code, example) : '',
    }));
    const errorOf = (field: string) => errors.find(({ id }) => id === field)?.message;
    return html`<section class="frame" aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1" data-focus="form">${messages.title}</h2>
        <p class="quiet">${messages.lead}</p>
      </div>
      ${this.#renderNotice()}
      ${errors.length && 'summary' in messages ? rules?.errorSummary(this, messages.summary, errors) : nothing}
      <form novalidate @submit=${this.#onSubmit}>
        ${caseFields(messages, { example, typed: this.typed, errorOf, onInput: this.#onInput })}
        <div class="go">
          <button class="button" aria-disabled=${this.isLoading}>
            ${this.isLoading ? messages.reading : this.notice && this.notice !== 'wrongPair' ? messages.retry : messages.find}
          </button>
        </div>
      </form>
      <p class="hidden" role="status">${this.isLoading ? messages.reading : ''}</p>
    </section>`;
  }

  #renderStatus(status: ApplicationStatus, { statusView }: typeof Rules, timeZone: string) {
    const messages = this.#texts;
    if (!('refresh' in messages)) return nothing;
    return statusView(status, messages, {
      host: this,
      timeZone,
      notice: this.#renderNotice(),
      isLoading: this.isLoading,
      refreshedAt: this.refreshedAt,
      onAction: this.#dispatchAction,
      onRefresh: () => void this.#onRefresh(),
      onAnother: () => void this.#onAnother(),
    });
  }

  #renderNotice() {
    const messages = this.#texts;
    const { notice } = this;
    if (!notice) return nothing;
    const phone = this.portal?.config.contact.phone ?? '';
    const all =
      'wrongPair' in messages ? { ...messages.failures, wrongPair: () => messages.wrongPair } : undefined;
    return html`<p class="note" role="alert">${(all?.[notice] ?? messages.failures.offline)(phone)}</p>`;
  }

  readonly #loadRules = async (): Promise<typeof Rules> =>
    (this.rules ??= await loadModule(import('./rules.ts')));

  readonly #onInput = (change: Partial<CaseCredentials>): void => {
    this.typed = { ...this.typed, ...change };
    void this.#clearFixedMistakes();
  };

  async #clearFixedMistakes(): Promise<void> {
    if (!hasMistakes(this.mistakes)) return;
    const { credentialMistakes, remainingMistakes } = await this.#loadRules();
    this.mistakes = remainingMistakes(this.mistakes, credentialMistakes(this.typed));
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isLoading || !(await this.#check())) return;
    this.notice = undefined;
    if (hasMistakes(this.mistakes)) await this.#focus('summary');
    else {
      await this.#loadStatus();
      if (this.status) await this.#focus('status');
    }
  }

  /** Checks what was typed, and shows the mistakes. False where the rules could not be fetched. */
  async #check(): Promise<boolean> {
    try {
      const { credentialMistakes, readAgain } = await this.#loadRules();
      readAgain(this.renderRoot);
      this.mistakes = credentialMistakes(this.typed);
    } catch (error) {
      this.notice = reportFailure(error);
      return false;
    }
    return true;
  }

  /** Looks up number and code that were set by attributes. Where `okno.js` has moved the focus to this element, it moves on to the result. */
  async #loadGivenCase(): Promise<void> {
    if ((await this.#check()) && !hasMistakes(this.mistakes)) await this.#loadStatus();
    if (this.status && this.matches(':focus') && !this.shadowRoot?.activeElement) await this.#focus('status');
  }

  /** Asks the portal for the status. Aborts an older request that has no response yet. */
  async #loadStatus(): Promise<void> {
    this.#request.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    this.isLoading = true;
    try {
      const { readStatus } = await this.#loadRules();
      const status = this.portal && (await readStatus(this.portal, this.typed, signal));
      if (signal.aborted) return;
      this.status = status;
      this.notice = status ? undefined : 'wrongPair';
    } catch (error) {
      if (signal.aborted) return;
      this.notice = reportFailure(error);
    }
    this.isLoading = false;
  }

  async #onRefresh(): Promise<void> {
    if (this.isLoading) return;
    await this.#loadStatus();
    if (!this.notice) this.refreshedAt = (await this.#loadRules()).portalTime();
  }

  async #onAnother(): Promise<void> {
    this.typed = { number: '', code: '' };
    this.status = this.refreshedAt = this.notice = undefined;
    await this.#focus('form');
  }

  readonly #dispatchAction = (action: CaseAction): void => {
    if (!this.status) return;
    const { number, agency } = this.status;
    const { code } = this.typed;
    this.dispatchEvent(new CaseActionEvent(action, { number, code, agency: agency.slug }));
  };

  async #focus(target: 'form' | 'summary' | 'status'): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-focus=${target}]`)?.focus({ preventScroll: true });
    await reveal(this);
  }
}
