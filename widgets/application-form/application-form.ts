// Longer than most: one class sees a citizen from the first question to the receipt; what she sees is in `views.ts`.
import { consume } from '@lit/context';
import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';
import type { FormDefinition } from '../contract/forms/schemas.ts';
import type { ApplicationReceipt } from '../drafts/draft.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { CONSENT } from '../fields/consent.ts';
import { CaseActionEvent } from '../portal/case-events.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { PortalError, loadPart, failureOf } from '../portal/errors.ts';
import { formOf } from '../portal/forms.ts';
import { remembered, type SentOnce } from '../portal/send-once.ts';
import { fields } from '../styles/fields.ts';
import { frame } from '../styles/frame.ts';
import { tokens } from '../styles/tokens.ts';
import { answersOf, mistakesIn, prefill } from './answers.ts';
import { styles } from './application-form.styles.ts';
import { ApplicationSubmitEvent, ApplicationSubmittedEvent } from './events.ts';
import { Filling } from './filling.ts';
import { ru, type Messages } from './messages.ts';
import { loadParts } from './parts.ts';
import {
  answersView,
  closedView,
  receiptView,
  reviewView,
  stepView,
  type FormContext,
  type Notice,
} from './views.ts';

type Stage = 'loading' | 'unknown' | 'unavailable' | 'filling' | 'sending' | 'sent';

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
  portal: Portal | undefined;

  @state() private stage: Stage = 'loading';
  @state() private notice: Notice | undefined;
  @state() private summarized = false;
  @state() private consented = false;
  /** Name of the citizen who has signed in. */
  @state() private greeted = '';
  /** The portal had taken what was sent before the last changes. */
  @state() private earlier = false;
  @state() private hasAddressField = false;
  #form: FormDefinition | undefined;
  readonly #filling = new Filling(this);
  /** Counts the steps that were asked for: only the last one is shown. */
  #turn = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.portal && (changed.has('service') || changed.has('portal'))) void this.#load(this.portal);
  }

  protected override render() {
    const { portal, stage, messages } = this;
    const form = this.#form;
    if (!portal || stage === 'loading') return closedView('loading', messages.loading);
    if (stage === 'unknown') return closedView('note', messages.unknownService);
    if (stage === 'unavailable' || !form) {
      const said = messages.unavailable(portal.config.contact.phone);
      return closedView('note', said, messages.retry, () => void this.#load(portal));
    }
    const { receipt } = this.#filling.draft;
    if (stage === 'sent' && receipt)
      return receiptView(receipt, form.service.title, this.earlier, messages, {
        follow: () => {
          this.dispatchEvent(new CaseActionEvent('follow', { ...receipt, agency: form.agency.slug }));
        },
        again: () => void this.#again(),
      });
    return this.#renderForm(portal, form);
  }

  #renderForm(portal: Portal, form: FormDefinition) {
    const { draft, saved, mistakes } = this.#filling;
    const { timeZone } = portal.config.region;
    const context: FormContext = {
      form,
      portal,
      draft,
      saved,
      mistakes,
      messages: this.messages,
      notice: this.notice,
      isSummarized: this.summarized,
      isSending: this.stage === 'sending',
      consented: this.consented,
      greeted: this.greeted,
      hasAddressField: this.hasAddressField,
      answer: (field, value) => {
        this.#filling.answer(field, value, timeZone);
      },
      leave: (field) => {
        this.#filling.leave(field, timeZone);
      },
      consent: this.#consent,
      goTo: (step) => void this.#goTo(step),
      signIn: () => void this.#greet(portal, portal.session.signIn()),
      submit: (event) => {
        this.#onSubmit(event, portal, form);
      },
    };
    const step = form.steps[draft.step];
    return stepView(context, step ? answersView(step, context) : reviewView(context));
  }

  async #load(portal: Portal): Promise<void> {
    const { service } = this;
    this.stage = 'loading';
    try {
      const form = await formOf(portal, service);
      if (service !== this.service) return;
      this.#form = form;
      if (form) await this.#open(portal, form);
      else {
        console.error(`<okno-application-form service="${service}">: the region has no form by this name.`);
        this.stage = 'unknown';
      }
    } catch (error) {
      failureOf(error);
      this.stage = 'unavailable';
    }
  }

  async #open(portal: Portal, form: FormDefinition): Promise<void> {
    const found = await this.#filling.open(form);
    if (found === 'draft') this.notice = 'restored';
    if (found === 'older') this.notice = 'formChanged';
    await this.#loadParts(this.#filling.draft.step);
    this.stage = found === 'receipt' ? 'sent' : 'filling';
    // In another widget, or before the page led to the portal and came back.
    if (this.stage === 'filling') void this.#greet(portal, portal.session.bearer());
    // The page was closed while it was being sent. The portal answers the same key with the same number.
    if (this.#filling.draft.sent.length) await this.#send(portal);
    await afterPaint();
    import('./submission.ts').catch(failureOf);
  }

  /** What a step needs besides native controls; false where it cannot be shown without. */
  async #loadParts(step: number): Promise<boolean> {
    const { fields: asked = [] } = this.#form?.steps[step] ?? {};
    const { address, file } = await loadParts(asked.map(({ type }) => type));
    this.hasAddressField = address;
    return file;
  }

  readonly #consent = (consented: boolean): void => {
    this.consented = consented;
    if (consented) this.#filling.mend(CONSENT);
  };

  async #goTo(step: number): Promise<void> {
    if (this.stage === 'sending') return;
    this.notice = undefined;
    this.summarized = false;
    await this.#show(step, 'step');
  }

  async #show(step: number, focus: 'step' | 'summary' | 'done'): Promise<void> {
    const turn = ++this.#turn;
    const isWhole = await this.#loadParts(step);
    if (turn !== this.#turn) return;
    if (isWhole) void this.#filling.keep({ step });
    else this.notice = 'offline';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-focus=${focus}]`)?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  /** Fills in what is known of one who has signed in; `who` is nobody where that did not happen. */
  async #greet(portal: Portal, who: Promise<unknown>): Promise<void> {
    try {
      if (!(await who)) return;
      const { profileOf } = await loadPart(import('../portal/profile.ts'));
      const profile = await profileOf(portal);
      if (this.#form && this.stage === 'filling')
        void this.#filling.keep({ values: prefill(this.#form, this.#filling.draft.values, profile) });
      this.greeted = [profile.firstName, profile.middleName].filter(Boolean).join(' ');
    } catch (error) {
      failureOf(error);
      this.notice = 'signInFailed';
    }
  }

  #onSubmit(event: Event, portal: Portal, form: FormDefinition): void {
    event.preventDefault();
    if (this.stage !== 'filling') return;
    const { draft } = this.#filling;
    const step = form.steps[draft.step];
    const asked = step ? step.fields : form.steps.flatMap(({ fields: all }) => all);
    const mistakes = mistakesIn(asked, draft.values, portal.config.region.timeZone);
    const isAll = step !== undefined || this.consented || Object.keys(mistakes).length > 0;
    this.#filling.mistakes = isAll ? mistakes : { [CONSENT]: 'required' };
    this.summarized = Object.keys(this.#filling.mistakes).length > 0;
    if (this.summarized) void this.#showMistakes(form);
    else if (step) void this.#goTo(draft.step + 1);
    else void this.#submit(portal, form);
  }

  async #showMistakes({ steps }: FormDefinition): Promise<void> {
    const { mistakes } = this.#filling;
    const step = steps.findIndex(({ fields: asked }) => asked.some(({ name }) => name in mistakes));
    await this.#show(step < 0 ? steps.length : step, 'summary');
  }

  async #submit(portal: Portal, form: FormDefinition): Promise<void> {
    this.stage = 'sending';
    this.notice = undefined;
    try {
      const { uploadAll } = await loadPart(import('./submission.ts'));
      const refused = await uploadAll(portal, this.#filling.draft.values, (name, value) =>
        this.#filling.keep({ values: { ...this.#filling.draft.values, [name]: value } }),
      );
      if (refused.length) {
        this.#refuse(refused.map((name) => [name, 'fileRefused']));
        void this.#showMistakes(form);
        return;
      }
    } catch (error) {
      this.#fail(error);
      return;
    }
    const { values, sent } = this.#filling.draft;
    const input: ApplicationInput = {
      service: this.service,
      formVersion: form.version,
      answers: answersOf(form, values, portal.config.region.timeZone),
      consent: { version: portal.config.consent.version },
    };
    if (!this.dispatchEvent(new ApplicationSubmitEvent(input))) {
      this.stage = 'filling';
      return;
    }
    await this.#filling.keep({ sent: remembered(sent, input) });
    // Another tab may have sent it meanwhile.
    if (this.#filling.draft.receipt) await this.#finish(this.#filling.draft.receipt, true);
    else await this.#send(portal);
  }

  async #send(portal: Portal): Promise<void> {
    this.stage = 'sending';
    try {
      const { submit } = await loadPart(import('./submission.ts'));
      await this.#settle(await submit(portal, this.#filling.draft));
    } catch (error) {
      if (error instanceof PortalError && error.problem?.type === 'form-changed') {
        await this.#filling.keep({ sent: [], version: '' });
        await this.#load(portal);
      } else this.#fail(error);
    }
  }

  async #settle(outcome: SentOnce<ApplicationCreated>): Promise<void> {
    if (outcome.result === 'accepted') {
      const { number, code, dueOn } = outcome.value;
      await this.#finish({ number, code, dueOn }, outcome.earlier);
      return;
    }
    this.#refuse(outcome.fields.map(({ pointer, code }) => [pointer.split('/')[2] ?? CONSENT, code]));
    // What was sent before it may still be on its way.
    const { sent } = this.#filling.draft;
    await this.#filling.keep({ sent: sent.slice(0, -1) }, sent.at(-1));
    if (this.#form) await this.#showMistakes(this.#form);
  }

  /** The portal found mistakes that the form did not: they are shown where they are. */
  #refuse(mistakes: [string, string][]): void {
    this.stage = 'filling';
    this.notice = 'refused';
    this.#filling.mistakes = Object.fromEntries(mistakes);
    this.summarized = true;
  }

  async #finish(receipt: ApplicationReceipt, earlier: boolean): Promise<void> {
    this.earlier = earlier;
    await this.#filling.keep({ receipt, values: {}, sent: [] });
    this.stage = 'sent';
    await this.#show(0, 'done');
    const { number, dueOn } = receipt;
    this.dispatchEvent(new ApplicationSubmittedEvent({ number, dueOn }));
  }

  #fail(error: unknown): void {
    this.stage = 'filling';
    this.notice = failureOf(error);
  }

  async #again(): Promise<void> {
    await this.#filling.restart();
    this.consented = this.earlier = false;
    this.stage = 'filling';
    await this.#show(0, 'step');
  }
}
