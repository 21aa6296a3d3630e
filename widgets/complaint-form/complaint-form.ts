import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { ComplaintCreated, ComplaintInput } from '../contract/complaints/schemas.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { afterPaint } from '../fields/after-paint.ts';
import { FormController } from '../forms/form-controller.ts';
import { formView } from '../forms/form-view.ts';
import { formStyles } from '../forms/form.styles.ts';
import { openForm } from '../forms/open-form.ts';
import type { FormPlan } from '../forms/plan.ts';
import { formHeading } from '../forms/form-heading.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { reportFailure, loadModule } from '../portal/errors.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { styles } from './complaint-form.styles.ts';
import { ComplaintSentEvent } from './events.ts';
import { ru, type Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';
import type { complaintReceiptView } from './receipt.ts';
import { QUESTIONS, agencyField, complaintQuestionsView, type AgencyList } from './questions.ts';

/**
 * The form of a complaint about how a service was provided (210-ФЗ, arts. 11.1–11.3). Asks on one page, saves every answer on the
 * device, sends the complaint once, and shows by when the answer comes.
 *
 * @tagname okno-complaint-form
 * @slot - Shown until the form can be used: how to complain without script.
 * @fires {ComplaintSentEvent} okno-complaint-sent - The portal has registered the complaint.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class ComplaintForm extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, formStyles, styles];

  /** Number of the application that the complaint is about. It is filled in. */
  @property() number = '';
  /** Slug of the agency that the complaint is about. It is chosen in the list. */
  @property() agency = '';
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages | FirstMessages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  @state() private agencies: AgencyList;
  /** All Russian texts. They come with the rules, or with the receipt. */
  @state() private allRussian: Messages | undefined;
  /** The form that is shown now. A complaint about another case gets another controller. */
  form: FormController<ComplaintInput, ComplaintCreated> = new FormController<
    ComplaintInput,
    ComplaintCreated
  >(this);
  /** Shows the receipt; fetched before the complaint is sent. */
  #receipt: typeof complaintReceiptView | undefined;
  readonly #plan: FormPlan<ComplaintInput, ComplaintCreated> = {
    draft: { name: 'complaint', caseNumberField: 'application' },
    lastStep: 0,
    questionsOf: () => QUESTIONS,
    errorText: (name, code) => {
      const texts = this.#texts;
      return 'mistake' in texts ? texts.mistake(name, code) : '';
    },
    loadRules: async () => (await Promise.all([import('./rules.ts'), this.#loadTexts()]))[0],
    prepareStep: async (step) => {
      if (step > 0)
        [{ complaintReceiptView: this.#receipt }] = await loadModule(
          Promise.all([import('./receipt.ts'), this.#loadTexts()]),
        );
      return true;
    },
    noticeForDraft: ({ sent }) => (sent.length ? 'unfinished' : 'restored'),
    valuesToKeep: ({ application }) => ({ application }),
    onSent: (receipt) => {
      this.dispatchEvent(new ComplaintSentEvent(receipt));
    },
  };

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  /** The texts, as far as they have come. */
  get #texts(): Messages | FirstMessages {
    return this.messages === ru ? (this.allRussian ?? ru) : this.messages;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { number, agency } = this;
    const isOther = (changed.has('number') || changed.has('agency')) && (number || agency);
    if (isOther || !this.hasUpdated)
      this.form = openForm(this.form, this.#plan, {
        ...(number && { application: number }),
        ...(agency && { agency }),
      });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('portal')) void afterPaint().then(this.#loadAgencies);
  }

  protected override render() {
    if (!this.portal) return html`<slot></slot>`;
    const { form } = this;
    const { stage } = form.state;
    const messages = this.#texts;
    if (stage.at !== 'sent') return this.#renderForm(messages);
    return 'sent' in messages ? this.#receipt?.(form, messages, stage.receipt) : nothing;
  }

  #renderForm(messages: Messages | FirstMessages) {
    const { form, agencies } = this;
    const agency = agencyField(form, messages, { agencies, retry: () => void this.#loadAgencies() });
    return formView(form, messages, {
      heading: formHeading({ title: messages.title, lead: messages.lead, small: messages.notHere }),
      questions: complaintQuestionsView(form, messages, agency),
    });
  }

  async #loadTexts(): Promise<void> {
    this.allRussian ??= (await import('./messages.ts')).ru;
  }

  readonly #loadAgencies = async (): Promise<void> => {
    if (!this.portal) return;
    this.agencies = undefined;
    try {
      const { fetchCatalogue } = await loadModule(import('../portal/catalogue.ts'));
      ({ agencies: this.agencies } = await fetchCatalogue(this.portal));
    } catch (error) {
      reportFailure(error);
      this.agencies = 'failed';
    }
  };
}
