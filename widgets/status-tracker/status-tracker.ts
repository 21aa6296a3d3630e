import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import { caseFields, type CaseCredentials } from '../fields/case-fields.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { hasMistakes, type Mistakes } from '../forms/mistakes.ts';
import type { CaseWish } from '../portal/case-events.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { loadModule, reportFailure, type Failure } from '../portal/errors.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { ru, type Messages as FirstMessages } from './first-messages.ts';
import type { Messages, Refusal } from './messages.ts';
import type * as Rules from './rules.ts';
import type { ShownCase } from './shown-case.ts';
import { styles } from './status-tracker.styles.ts';

/**
 * Shows where an application or a complaint stands, and everything that can be done about it. Asks for number and code; without a code the
 * session of the applicant opens it.
 *
 * @tagname okno-status-tracker
 * @slot - Shown until the element is defined: the telephone by which to ask.
 * @fires {CaseActionEvent} okno-case-action - The citizen wants to complain, or to rate the service.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class StatusTracker extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, styles];

  /** Number of the application or complaint. It is looked up at once with the code, or for its applicant who has signed in. */
  @property() number = '';
  /** The code that was given with the number. */
  @property() code = '';
  /** What the citizen wants to do in the case, as soon as it is there; set by the widget that opens it. */
  @property({ attribute: false }) wish: CaseWish | undefined;
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages | FirstMessages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private typed: CaseCredentials = { number: '', code: '' };
  @state() private mistakes: Mistakes = {};
  /** The mistakes that the last check has found: the list keeps them until the next one. */
  @state() private reported: Mistakes = {};
  /** Why the portal gave no case: it has none, or it did not answer. */
  @state() private refusal: Refusal | undefined;
  @state() private failure: Failure | undefined;
  /** The case that number and code have opened. */
  @state() private shown: ShownCase | undefined;
  /** What checks, reads and shows a case, with its texts; fetched after the first paint. */
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
    if (isOther) this.#forget({ number: this.number, code: this.code });
    const { number } = this.typed;
    if ((isOther || changed.has('portal')) && this.portal && number) void this.#loadGivenCase();
    else if (changed.has('wish')) this.#grantWish();
  }

  protected override firstUpdated(): void {
    void afterPaint().then(this.#loadRules).catch(reportFailure);
  }

  protected override render() {
    if (!this.portal) return html`<slot></slot>`;
    return this.shown ? this.shown.view() : this.#renderForm(this.portal.config.region.exampleCaseNumber);
  }

  #renderForm(example: string) {
    const { mistakes, rules } = this;
    const messages = this.#texts;
    const textOf = (id: string, code: string) => ('mistake' in messages ? messages.mistake(id, code) : '');
    const errors = Object.entries(this.reported).map(([id, code]) => ({
      id,
      message: textOf(id, code),
      isMended: !(id in mistakes),
    }));
    const errorOf = (field: string) => (field in mistakes ? textOf(field, mistakes[field] ?? '') : undefined);
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
            ${this.isLoading ? messages.reading : this.failure ? messages.retry : messages.find}
          </button>
        </div>
      </form>
    </section>`;
  }

  #renderNotice() {
    const messages = this.#texts;
    const { refusal, failure } = this;
    if (!refusal && !failure) return nothing;
    const phone = this.portal?.config.contact.phone ?? '';
    // All but `offline` come with the rules: without them, that is what has happened.
    const all = 'refusals' in messages ? messages : undefined;
    const text =
      (refusal && all?.refusals[refusal]) ??
      (all?.failures[failure ?? 'offline'] ?? messages.failures.offline)(phone);
    return html`<p class="note" role="alert">${text}</p>`;
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

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.isLoading || !(await this.#check())) return;
    this.refusal = this.failure = undefined;
    if (hasMistakes(this.mistakes)) await this.#focus('summary');
    else {
      await this.#load();
      if (this.shown) await this.#focus('status');
      else await this.rules?.revealNotice(this);
    }
  };

  /** Checks what was typed, and shows the mistakes. False where the rules could not be fetched. */
  async #check(): Promise<boolean> {
    try {
      const { credentialMistakes, readAgain } = await this.#loadRules();
      readAgain(this.renderRoot);
      this.mistakes = this.reported = credentialMistakes(this.typed);
    } catch (error) {
      this.failure = reportFailure(error);
      return false;
    }
    return true;
  }

  /**
   * Looks up number and code that were set by attributes. A number alone is opened by the session of the applicant, or by the code that
   * this device keeps. Where `okno.js` has moved the focus to this element, it moves on to the result. */
  async #loadGivenCase(): Promise<void> {
    if (!this.typed.code || ((await this.#check()) && !hasMistakes(this.mistakes))) await this.#load();
    if (this.shown && this.matches(':focus') && !this.shadowRoot?.activeElement) await this.#focus('status');
  }

  /** Asks the portal for the case. Aborts an older request that has no response yet. */
  async #load(): Promise<void> {
    this.#request.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    this.isLoading = true;
    this.announcer.say(this.#texts.reading, true);
    try {
      const { portal, typed } = this;
      const { findGivenCase, findTypedCase, refusalOf, ShownCase } = await this.#loadRules();
      const find = typed.code ? findTypedCase : findGivenCase;
      const found = portal && (await find(portal, typed, signal));
      const refusal = found || !portal ? undefined : await refusalOf(portal, typed);
      if (signal.aborted) return;
      this.shown = found && new ShownCase(this, found, () => this.#texts as Messages);
      this.refusal = refusal;
      this.failure = undefined;
      this.#grantWish();
    } catch (error) {
      if (signal.aborted) return;
      this.failure = reportFailure(error);
    }
    this.isLoading = false;
  }

  /** Once: what is opened may be closed again. */
  #grantWish(): void {
    if (!this.wish || !this.shown) return;
    this.shown.grant(this.wish);
    this.wish = undefined;
  }

  /** Lets go of the case: also where the citizen has signed out who alone could open it. */
  readonly letGo = (): void => {
    this.#forget({ number: '', code: '' });
  };

  /** Lets go of the case, for another number. */
  readonly onAnother = (): void => {
    this.letGo();
    void this.#focus('form');
  };

  /** Moves the focus to the heading of the case. */
  focusCase(): Promise<void> {
    return this.#focus('status');
  }

  #forget(typed: CaseCredentials): void {
    this.#request.abort();
    this.shown?.end();
    this.isLoading = false;
    this.typed = typed;
    this.mistakes = this.reported = {};
    this.shown = this.refusal = this.failure = undefined;
  }

  async #focus(target: 'form' | 'summary' | 'status'): Promise<void> {
    await this.rules?.focusPart(this, target);
  }
}
