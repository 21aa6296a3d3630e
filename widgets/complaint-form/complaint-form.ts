// Longer than most: one class sees a citizen from the first word to the receipt; what she sees is in `views.ts`.
import { consume } from '@lit/context';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { ComplaintCreated, ComplaintInput } from '../contract/complaints/schemas.ts';
import type { AgencyContact } from '../contract/forms/schemas.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { CONSENT, consentField } from '../fields/consent.ts';
import { mistakesAt, stillWrong, type Mistakes } from '../fields/mistakes.ts';
import { errorSummary } from '../fields/templates.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { loadPart, failureOf, type Failure } from '../portal/errors.ts';
import { fields } from '../styles/fields.ts';
import { frame } from '../styles/frame.ts';
import { tokens } from '../styles/tokens.ts';
import { styles } from './complaint-form.styles.ts';
import { FIELDS, emptyDraft, type ComplaintDraft, type Field } from './draft.ts';
import { ComplaintSentEvent } from './events.ts';
import { ru, type Messages } from './messages.ts';
import { questionsView } from './questions.ts';
import { receiptView } from './views.ts';

/** What checks, keeps and sends; nobody needs it before something has been typed. */
const rules = () => loadPart(import('./rules.ts'));

type Step = 'asking' | 'sending' | 'sent';

/**
 * A complaint about how a service was provided (210-ФЗ, arts. 11.1–11.3): asks on one page, keeps every word on the device,
 * sends once, and says by when the answer comes.
 *
 * @tagname okno-complaint-form
 * @slot - Shown until the form can be used: how to complain without script.
 * @fires {ComplaintSentEvent} okno-complaint-sent - The portal has registered the complaint.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class ComplaintForm extends LitElement {
  static override styles = [tokens, frame, fields, styles];

  /** Number of the application that the complaint is about, to be filled in. */
  @property() number = '';
  /** Slug of the agency complained of, to be chosen beforehand. */
  @property() agency = '';
  @property({ attribute: false }) messages: Messages = ru;
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private step: Step = 'asking';
  @state() private draft = emptyDraft();
  @state() private saved: boolean | undefined;
  @state() private consented = false;
  @state() private mistakes: Mistakes = {};
  @state() private summarized = false;
  @state() private notice: 'refused' | Failure | undefined;
  /** What the citizen finds again when she comes back. */
  @state() private found: 'restored' | 'unfinished' | undefined;
  @state() private earlier = false;
  /** Not there yet, or did not come. */
  @state() private agencies: readonly AgencyContact[] | 'failed' | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((changed.has('number') || changed.has('agency')) && this.step !== 'sending') this.#adopt(this.draft);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('portal') && this.portal) void this.#load(this.portal);
  }

  protected override render() {
    const { messages, portal } = this;
    if (!portal) return html`<slot></slot>`;
    switch (this.step) {
      case 'asking':
      case 'sending':
        return this.#renderForm(portal);
      case 'sent':
        return (
          this.draft.receipt &&
          receiptView(this.draft.receipt, this.earlier, messages, () => void this.#another())
        );
    }
  }

  #renderForm({ config }: Portal) {
    const { messages, notice } = this;
    const isSending = this.step === 'sending';
    const wrong = [...FIELDS, CONSENT].flatMap((id) => {
      const message = this.#error(id);
      return message === undefined ? [] : [{ id, message }];
    });
    const said =
      notice === 'refused' ? messages.refused : notice && messages.trouble[notice](config.contact.phone);
    return html`<section class="frame" aria-labelledby="title">
      <div class="head">
        <h2 id="title" tabindex="-1" data-focus="form">${messages.title}</h2>
        <p class="quiet">${messages.lead}</p>
        <p class="quiet small">${messages.notHere}</p>
        <p class="small" role="status">${this.found && messages[this.found]}</p>
      </div>
      ${this.summarized && wrong.length ? errorSummary(messages.summary, wrong) : nothing}
      <form novalidate @submit=${this.#onSubmit}>
        ${questionsView(this.draft.values, {
          messages,
          caseNumber: config.region.caseNumber,
          agencies: this.agencies,
          retry: () => void this.#loadAgencies(this.portal),
          error: (field) => this.#error(field),
          set: this.#set,
          leave: this.#leave,
        })}
        ${consentField(
          messages,
          this.consented,
          this.#error(CONSENT),
          config.consent.url.href,
          (consented) => {
            this.consented = consented;
            void this.#mend();
          },
        )}
        ${said === undefined ? nothing : html`<p class="note" role="alert">${said}</p>`}
        ${this.saved === false ? html`<p class="note">${messages.notSaved}</p>` : nothing}
        <div class="go">
          <button class="button" aria-disabled=${isSending ? 'true' : 'false'}>
            ${isSending ? messages.sending : messages.send}
          </button>
          ${this.saved ? html`<span class="saved small quiet">${messages.saved}</span>` : nothing}
        </div>
        <p class="hidden" role="status">${isSending ? messages.sending : ''}</p>
      </form>
    </section>`;
  }

  #error(field: string): string | undefined {
    const code = this.mistakes[field];
    return code === undefined
      ? undefined
      : this.messages.mistake(field, code, this.portal?.config.region.caseNumber ?? '');
  }

  /** The version of the consent, where it has been given. */
  get #consent(): string | undefined {
    return this.consented ? this.portal?.config.consent.version : undefined;
  }

  /** What comes behind the first look: the agencies, and what was typed before the page was left. */
  async #load(portal: Portal): Promise<void> {
    await afterPaint();
    await Promise.all([this.#loadAgencies(portal), this.#restore()]);
  }

  async #loadAgencies(portal: Portal | undefined): Promise<void> {
    if (!portal) return;
    this.agencies = undefined;
    try {
      this.agencies = await (await rules()).agenciesOf(portal);
    } catch (error) {
      failureOf(error);
      this.agencies = 'failed';
    }
  }

  /** What has been typed in the meantime stays. */
  async #restore(): Promise<void> {
    const draft = await rules()
      .then(({ restore }) => restore())
      .catch(failureOf);
    if (typeof draft !== 'object' || this.step !== 'asking') return;
    if (draft.receipt) {
      this.#adopt(draft);
      return;
    }
    this.found = draft.sent.length ? 'unfinished' : 'restored';
    const typed = Object.fromEntries(Object.entries(this.draft.values).filter(([, value]) => value));
    this.#adopt({ ...draft, values: { ...draft.values, ...typed } });
  }

  /** Goes on with a draft, about the case that was set from outside; a receipt for another case gives way. */
  #adopt(draft: ComplaintDraft): void {
    const { number, agency } = this;
    const isOver = draft.receipt && number && number !== draft.values.application;
    this.draft = isOver ? emptyDraft() : draft;
    const { values, receipt } = this.draft;
    this.step = receipt ? 'sent' : 'asking';
    if (!receipt)
      this.draft = {
        ...this.draft,
        values: { ...values, ...(number && { application: number }), ...(agency && { agency }) },
      };
  }

  readonly #set = (field: Field, value: string): void => {
    void this.#keep({ values: { ...this.draft.values, [field]: value } });
    void this.#mend();
  };

  async #keep(change: Partial<ComplaintDraft>, refused?: ComplaintInput): Promise<void> {
    const draft = { ...this.draft, ...change };
    this.draft = draft;
    // Not `this.draft`: what was kept before may come back first.
    const kept = await rules().then(
      ({ keep }) => keep(draft, refused),
      () => undefined,
    );
    this.saved = kept !== undefined;
    if (!kept) return;
    const { key, sent, savedAt, receipt } = kept;
    this.draft = { ...this.draft, key, sent, savedAt, ...(receipt && { receipt }) };
  }

  async #mend(): Promise<void> {
    if (!Object.keys(this.mistakes).length) return;
    const { mistakesIn } = await rules();
    this.mistakes = stillWrong(this.mistakes, mistakesIn(this.draft.values, this.#consent));
  }

  readonly #leave = async (field: Field): Promise<void> => {
    if (!this.draft.values[field]) return;
    const code = (await rules()).mistakesIn(this.draft.values, this.#consent)[field];
    if (code) this.mistakes = { ...this.mistakes, [field]: code };
  };

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.step !== 'asking' || !this.portal) return;
    this.notice = this.found = undefined;
    try {
      this.mistakes = (await rules()).mistakesIn(this.draft.values, this.#consent);
    } catch (error) {
      this.notice = failureOf(error);
      return;
    }
    this.summarized = Object.keys(this.mistakes).length > 0;
    if (this.summarized) await this.#focus('summary');
    else await this.#send(this.portal);
  }

  async #send(portal: Portal): Promise<void> {
    if (this.step === 'sending') return;
    this.step = 'sending';
    try {
      const { toSend, send } = await rules();
      await this.#keep({ sent: toSend(this.draft, this.#consent) });
      if (this.draft.receipt) {
        // Another tab has sent it meanwhile.
        await this.#finish(this.draft.receipt, true);
        return;
      }
      const outcome = await send(portal, this.draft);
      if (outcome.result === 'accepted') {
        await this.#finish(outcome.value, outcome.earlier);
        return;
      }
      this.mistakes = mistakesAt(outcome.fields);
      this.notice = 'refused';
      this.summarized = true;
      this.step = 'asking';
      const { sent } = this.draft;
      await this.#keep({ sent: sent.slice(0, -1) }, sent.at(-1));
      await this.#focus('summary');
    } catch (error) {
      this.notice = failureOf(error);
      this.step = 'asking';
    }
  }

  async #finish(receipt: ComplaintCreated, earlier: boolean): Promise<void> {
    const { application = '' } = this.draft.values;
    this.earlier = earlier;
    await this.#keep({ receipt, values: { application }, sent: [] });
    this.step = 'sent';
    await this.#focus('done');
    this.dispatchEvent(new ComplaintSentEvent(receipt));
  }

  async #another(): Promise<void> {
    await (await rules()).forget();
    this.draft = emptyDraft();
    this.consented = false;
    this.step = 'asking';
    await this.#focus('form');
  }

  async #focus(target: 'form' | 'summary' | 'done'): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-focus=${target}]`)?.focus();
  }
}
