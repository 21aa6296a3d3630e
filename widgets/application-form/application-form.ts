import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { ApplicationInput } from '../contract/application.ts';
import type { Field, FormDefinition } from '../contract/form.ts';
import { Drafts, newDraft, type Draft, type DraftValue } from '../drafts/drafts.ts';
import { errorSummary } from '../fields/templates.ts';
import { CaseActionEvent } from '../portal/case-events.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { fields, frame, tokens } from '../styles/sheets.ts';
import { answersOf, mistakeIn, mistakesIn, prefill } from './answers.ts';
import { styles } from './application-form.styles.ts';
import { ApplicationSubmitEvent, ApplicationSubmittedEvent } from './events.ts';
import { FileField } from './file-field.ts';
import { ru, type Messages } from './messages.ts';
import { failure, submit, type Outcome } from './submission.ts';
import {
  CONSENT,
  consentView,
  controlId,
  fieldView,
  noticeView,
  progressView,
  receiptView,
  reviewView,
  signInView,
} from './views.ts';

type Stage = 'loading' | 'unknown' | 'unavailable' | 'filling' | 'sending' | 'sent';
/** What the citizen is told above the form. */
type Notice = 'offline' | 'fault' | 'refused' | 'formChanged' | 'restored' | 'signInFailed';

/** Milliseconds that the next step waits for the address field on a slow connection. */
const ADDRESS_FIELD_PATIENCE = 3000;

/**
 * The application form of one service: asks step by step, keeps every word on the device, sends once.
 *
 * @tagname okno-application-form
 * @slot - Shown until the element is defined, and when the form cannot be opened: the way to apply without script.
 * @fires {ApplicationSubmitEvent} okno-application-submit - The citizen sends it; cancelable.
 * @fires {ApplicationSubmittedEvent} okno-application-submitted - The portal has stored it.
 * @fires {CaseActionEvent} okno-case-action - The citizen wants to see where the application stands.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class ApplicationForm extends LitElement {
  static override styles = [tokens, frame, fields, styles];

  /** Slug of the service, as in the address of its card. */
  @property() service = '';
  @property({ attribute: false }) messages: Messages = ru;
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal!: Portal;

  @state() private stage: Stage = 'loading';
  @state() private notice: Notice | undefined;
  /** Codes of what is wrong, by field name. */
  @state() private mistakes: Record<string, string> = {};
  @state() private summarized = false;
  @state() private draft = newDraft('', '');
  @state() private saved: boolean | undefined;
  @state() private consented = false;
  @state() private greeted = '';
  @state() private earlier = false;
  @state() private hasAddressField = false;
  #form: FormDefinition | undefined;
  #drafts = new Drafts();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('portal')) void this.#load();
  }

  /** What the notice says. */
  get #said(): string | undefined {
    const { messages, notice } = this;
    return notice === 'offline' || notice === 'fault'
      ? messages[notice](this.portal.config.contact.phone)
      : notice && messages[notice];
  }

  /** The number of the review page: it follows the last step. */
  get #reviewPage(): number {
    return this.#form?.steps.length ?? 0;
  }

  async #load(): Promise<void> {
    if (!(this.portal as Portal | undefined)) return;
    const { service } = this;
    this.stage = 'loading';
    try {
      const form = await this.portal.client.form(service);
      if (service !== this.service) return;
      this.#form = form;
      if (!form) {
        console.error(`<okno-application-form service="${service}">: the region has no form by this name.`);
        this.stage = 'unknown';
        return;
      }
      await this.#restore(form);
    } catch {
      // The page says that the form cannot be opened, and offers to try again.
      this.stage = 'unavailable';
    }
  }

  async #restore(form: FormDefinition): Promise<void> {
    const draft = await this.#drafts.load(this.service);
    this.draft = draft ?? newDraft(this.service, form.version);
    this.stage = draft?.receipt ? 'sent' : 'filling';
    if (!draft || draft.receipt) return;
    this.saved = true;
    this.notice = draft.version === form.version ? 'restored' : 'formChanged';
    this.draft = { ...draft, version: form.version, step: Math.min(draft.step, this.#reviewPage) };
    // The page was closed while it was being sent. The portal answers the same key with the same number.
    const last = draft.sent.at(-1);
    if (last) await this.#send(last);
  }

  protected override render() {
    const { messages } = this;
    switch (this.stage) {
      case 'loading':
        return html`<div class="frame">
          <p role="status">${messages.loading}</p>
          <slot></slot>
        </div>`;
      case 'unknown':
        return html`<div class="frame">
          <p class="note" role="alert">${messages.unknownService}</p>
          <slot></slot>
        </div>`;
      case 'unavailable':
        return html`<div class="frame">
          <p class="note" role="alert">${messages.unavailable(this.portal.config.contact.phone)}</p>
          <slot></slot>
          <div>
            <button class="button" type="button" @click=${() => void this.#load()}>${messages.retry}</button>
          </div>
        </div>`;
      case 'filling':
      case 'sending':
        return this.#form ? this.#renderForm(this.#form) : nothing;
      case 'sent':
        return this.#form && this.draft.receipt
          ? this.#renderReceipt(this.#form, this.draft.receipt)
          : nothing;
    }
  }

  #renderForm(form: FormDefinition) {
    const { messages, draft } = this;
    const step = form.steps[draft.step];
    const titles = [...form.steps.map(({ title }) => title), messages.review];
    const next = titles[draft.step + 1];
    return html`<section class="frame" aria-label=${form.service.title}>
      ${progressView(titles, draft.step, this.saved, messages)}
      <div class="head">
        <p class="quiet">${form.service.short}</p>
        <h2 tabindex="-1" data-focus="step">${step?.title ?? messages.review}</h2>
        ${step ? (step.hint ? html`<p class="quiet">${step.hint}</p>` : nothing) : html`<p class="quiet">${messages.reviewHint}</p>`}
      </div>
      ${noticeView(this.#said, this.notice !== 'restored', this.saved, messages)} ${this.#renderSummary(form)}
      <form novalidate @submit=${this.#onSubmit}>
        ${
          step
            ? html`${draft.step === 0 ? signInView(this.greeted, messages, () => void this.#signIn()) : nothing}${step.fields.map((field) => this.#renderField(field))}`
            : html`${reviewView(form, draft.values, messages, (page) => void this.#goTo(page))}${consentView(
                this.consented,
                CONSENT in this.mistakes,
                this.portal.config.consent.url.href,
                messages,
                this.#consent,
              )}`
        }
        <div class="go">
          <button class="button" aria-disabled=${this.stage === 'sending' ? 'true' : 'false'}>
            ${this.stage === 'sending' ? messages.sending : next === undefined ? messages.submit : messages.next(next)}
          </button>
          ${
            draft.step > 0
              ? html`<button class="link" type="button" @click=${() => void this.#goTo(draft.step - 1)}>
                  ${messages.back}
                </button>`
              : nothing
          }
        </div>
        <p class="hidden" role="status">${this.stage === 'sending' ? messages.sending : ''}</p>
      </form>
    </section>`;
  }

  #renderSummary(form: FormDefinition) {
    if (!this.summarized) return nothing;
    const mistakes = (form.steps[this.draft.step]?.fields ?? []).flatMap((field) => {
      const code = this.mistakes[field.name];
      return code === undefined
        ? []
        : [{ id: controlId(field), message: this.messages.mistake(code, field) }];
    });
    if (this.mistakes[CONSENT]) mistakes.push({ id: CONSENT, message: this.messages.consentMissing });
    return mistakes.length ? errorSummary(this.messages.summary, mistakes) : nothing;
  }

  #renderField(field: Field) {
    const code = this.mistakes[field.name];
    return fieldView(field, {
      messages: this.messages,
      client: this.portal.client,
      value: this.draft.values[field.name],
      error: code === undefined ? undefined : this.messages.mistake(code, field),
      hasAddressField: this.hasAddressField,
      set: (value) => {
        this.#set(field, value);
      },
      leave: () => {
        this.#leave(field);
      },
    });
  }

  #renderReceipt(form: FormDefinition, receipt: NonNullable<Draft['receipt']>) {
    const { messages } = this;
    return html`<section class="frame" aria-label=${form.service.title}>
      ${receiptView(receipt, form.service.title, this.earlier, messages)}
      <div class="go">
        <button
          class="button"
          type="button"
          @click=${() => this.dispatchEvent(new CaseActionEvent('follow', { ...receipt, agency: form.agency.slug }))}
        >
          ${messages.follow}
        </button>
        <button
          class="link"
          type="button"
          @click=${() => {
            window.print();
          }}
        >
          ${messages.print}
        </button>
        <button class="link" type="button" @click=${() => void this.#again(form)}>${messages.again}</button>
      </div>
    </section>`;
  }

  #set(field: Field, value: DraftValue | undefined): void {
    const values = { ...this.draft.values, [field.name]: value };
    if (field.name in this.mistakes && mistakeIn(field, value) === undefined) this.#mend(field.name);
    void this.#keep({ values });
  }

  #leave(field: Field): void {
    const value = this.draft.values[field.name];
    const code = value ? mistakeIn(field, value) : undefined;
    if (code !== undefined) this.mistakes = { ...this.mistakes, [field.name]: code };
  }

  #mend(name: string): void {
    this.mistakes = Object.fromEntries(Object.entries(this.mistakes).filter(([other]) => other !== name));
  }

  async #keep(change: Partial<Draft>): Promise<void> {
    this.draft = { ...this.draft, ...change };
    this.saved = await this.#drafts.save(this.draft);
  }

  async #goTo(page: number): Promise<void> {
    if (this.stage === 'sending') return;
    this.notice = undefined;
    this.summarized = false;
    await this.#show(page, 'step');
  }

  async #show(page: number, focus: 'step' | 'summary' | 'done'): Promise<void> {
    if (this.#form?.steps[page]?.fields.some((field) => field.type === 'address'))
      await this.#loadAddressField();
    void this.#keep({ step: page });
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(`[data-focus=${focus}]`);
    target?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  /** The address field comes when it is needed; where it does not come, the address is one line of text. */
  async #loadAddressField(): Promise<void> {
    if (this.hasAddressField) return;
    const loading = import('../address-field/register.ts').then(
      () => true,
      () => false,
    );
    const patience = new Promise<boolean>((resolve) => setTimeout(resolve, ADDRESS_FIELD_PATIENCE, false));
    this.hasAddressField = await Promise.race([loading, patience]);
  }

  async #signIn(): Promise<void> {
    const { session, client } = this.portal;
    try {
      if (!(await session.signIn())) return;
      const profile = await client.profile();
      if (this.#form) void this.#keep({ values: prefill(this.#form, this.draft.values, profile) });
      this.greeted = [profile.firstName, profile.middleName].filter(Boolean).join(' ');
    } catch {
      this.notice = 'signInFailed';
    }
  }

  readonly #consent = (consented: boolean): void => {
    this.consented = consented;
    if (consented) this.#mend(CONSENT);
  };

  #onSubmit(event: Event): void {
    event.preventDefault();
    const form = this.#form;
    if (!form || this.stage !== 'filling') return;
    const step = form.steps[this.draft.step];
    this.mistakes = step ? mistakesIn(step.fields, this.draft.values) : this.#mistakesBeforeSending(form);
    this.summarized = Object.keys(this.mistakes).length > 0;
    if (this.summarized) void this.#showMistakes(form);
    else if (step) void this.#goTo(this.draft.step + 1);
    else void this.#submit(form);
  }

  #mistakesBeforeSending(form: FormDefinition): Record<string, string> {
    const mistakes = mistakesIn(
      form.steps.flatMap((step) => step.fields),
      this.draft.values,
    );
    return Object.keys(mistakes).length || this.consented ? mistakes : { [CONSENT]: 'required' };
  }

  async #showMistakes(form: FormDefinition): Promise<void> {
    const page = form.steps.findIndex((step) => step.fields.some((field) => field.name in this.mistakes));
    await this.#show(page < 0 ? this.#reviewPage : page, 'summary');
  }

  async #submit(form: FormDefinition): Promise<void> {
    this.stage = 'sending';
    this.notice = undefined;
    try {
      const values = { ...this.draft.values };
      for (const [name, value] of Object.entries(values))
        if (Array.isArray(value)) values[name] = await FileField.uploadAll(value, this.portal.client);
      await this.#keep({ values });
    } catch (error) {
      await this.#settle(failure(error));
      return;
    }
    const input: ApplicationInput = {
      service: this.service,
      formVersion: form.version,
      answers: answersOf(form, this.draft.values),
      consent: { version: this.portal.config.consent.version },
    };
    if (this.dispatchEvent(new ApplicationSubmitEvent(input))) await this.#send(input);
    else this.stage = 'filling';
  }

  async #send(input: ApplicationInput): Promise<void> {
    this.stage = 'sending';
    await this.#settle(await submit(this.portal.client, this.draft, input, (sent) => this.#keep({ sent })));
  }

  async #settle(outcome: Outcome): Promise<void> {
    this.stage = 'filling';
    switch (outcome.result) {
      case 'accepted': {
        const { receipt, earlier } = outcome;
        this.earlier = earlier;
        await this.#keep({ receipt, values: {}, sent: [] });
        this.stage = 'sent';
        await this.#show(0, 'done');
        this.dispatchEvent(new ApplicationSubmittedEvent({ number: receipt.number, dueOn: receipt.dueOn }));
        break;
      }
      case 'invalid':
        // The portal found mistakes that the form did not: they are shown where they are.
        this.notice = 'refused';
        this.mistakes = Object.fromEntries(
          outcome.fields.map(({ pointer, code }) => [pointer.split('/')[2] ?? CONSENT, code]),
        );
        this.summarized = true;
        await this.#keep({ sent: [] });
        if (this.#form) await this.#showMistakes(this.#form);
        break;
      case 'formChanged':
        await this.#keep({ sent: [] });
        await this.#load();
        break;
      case 'offline':
      case 'fault':
        this.notice = outcome.result;
    }
  }

  async #again(form: FormDefinition): Promise<void> {
    await this.#drafts.remove(this.service);
    this.draft = newDraft(this.service, form.version);
    this.consented = this.earlier = false;
    this.stage = 'filling';
    await this.#show(0, 'step');
  }
}
