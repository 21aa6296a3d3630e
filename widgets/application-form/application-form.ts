import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { ApplicationCreated, ApplicationInput } from '../contract/applications/schemas.ts';
import type { FormDefinition } from '../contract/forms/schemas.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { loadStateView } from '../forms/load-state-view.ts';
import { FormController } from '../forms/form-controller.ts';
import { formView } from '../forms/form-view.ts';
import { formStyles } from '../forms/form.styles.ts';
import { loadForm } from '../forms/load-form.ts';
import { formHeading } from '../forms/form-heading.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import type { Correction } from '../portal/correction.ts';
import { reportFailure, loadModule } from '../portal/errors.ts';
import type { SignInOutcome } from '../portal/sign-in-popup.ts';
import { fetchFormDefinition } from '../portal/forms.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { styles } from './application-form.styles.ts';
import type { Correcting } from './correcting.ts';
import { ru, type Messages as FirstMessages } from './first-messages.ts';
import type { Messages } from './messages.ts';
import { applicationPlan } from './plan.ts';
import { progressView, stepQuestionsView, signInView } from './questions.ts';
import { StepLoader } from './step-loader.ts';

/**
 * The application form of one service. Asks step by step, saves every answer on the device, and sends the application once.
 *
 * @tagname okno-application-form
 * @slot - Shown until the element is defined, and when the form cannot be opened: the way to apply without script.
 * @fires {ApplicationSubmitEvent} okno-application-submit - The citizen sends it; cancelable.
 * @fires {ApplicationSubmittedEvent} okno-application-submitted - The portal has stored it.
 * @fires {CaseActionEvent} okno-case-action - The citizen wants to see where the application stands.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class ApplicationForm extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, formStyles, styles];

  /** Slug of the service, as in the address of its card. */
  @property() service = '';
  /** The refused application that is mended here and sent again. */
  @property({ attribute: false }) correction: Correction | undefined;
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages | FirstMessages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  /** First name and patronymic of the citizen who has signed in: «Анна Петровна». */
  @state() citizenName = '';
  /** All Russian texts. They come with the rules, and with the first view that needs them. */
  @state() private allRussian: Messages | undefined;
  /** The form that is shown now. Another service gets another controller. */
  form: FormController<ApplicationInput, ApplicationCreated> = new FormController<
    ApplicationInput,
    ApplicationCreated
  >(this);
  /** The form definition, as soon as it is fetched. */
  definition: FormDefinition | undefined;
  /** What there is to show and to fill in of `correction`. */
  #correcting: Correcting | undefined;
  /** Elements and views that the steps need, as far as they are fetched. */
  readonly stepLoader = new StepLoader();

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  /** The texts, as far as they have come. */
  get texts(): Messages | FirstMessages {
    return this.messages === ru ? (this.allRussian ?? ru) : this.messages;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') || changed.has('portal') || changed.has('correction')) this.#open();
  }

  protected override render() {
    const { stage } = this.form.state;
    const definition = this.definition;
    const { texts } = this;
    if (stage.at === 'waiting') return this.form.sendingView?.(texts);
    if (stage.at === 'asking' || stage.at === 'sending')
      return definition && this.#renderForm(definition, stage.step);
    if (stage.at === 'sent' && definition && 'sent' in texts)
      return this.stepLoader.views.applicationReceiptView?.(this.form, texts, {
        receipt: stage.receipt,
        definition,
      });
    return loadStateView(this.form, texts, this.#open);
  }

  #renderForm(definition: FormDefinition, step: number) {
    const { form, texts: messages } = this;
    const { steps, service } = definition;
    const titles = [...steps.map(({ title }) => title), messages.review];
    const [title = '', next] = titles.slice(step);
    const lead = steps[step] ? steps[step].hint : 'reviewHint' in messages ? messages.reviewHint : '';
    const back = html`<button class="link" type="button" @click=${() => void form.goToStep(step - 1)}>
      ${messages.back}
    </button>`;
    return formView(form, messages, {
      label: service.title,
      heading: html`${progressView(form, messages, titles)} ${this.#correcting?.view(step)}
      ${formHeading({ about: service.short, title, lead })}`,
      questions: this.#renderQuestions(definition, step),
      nextLabel: next && messages.next(next),
      otherButtons: step > 0 ? back : nothing,
    });
  }

  #renderQuestions(definition: FormDefinition, step: number) {
    const { form, texts: messages } = this;
    const { steps } = definition;
    const fields = steps[step]?.fields;
    if (!fields)
      return 'consent' in messages
        ? html`${this.stepLoader.views.reviewView?.(form, messages, { definition, formats: this.stepLoader.formats })}`
        : html``;
    return html`${step === 0 ? signInView(messages, !!this.portal?.session.isSignedIn && this.citizenName, () => void this.#prefill(this.portal?.session.signIn())) : nothing}
    ${stepQuestionsView(form, messages, {
      fields,
      before: steps.slice(0, step).flatMap((earlier) => earlier.fields).length,
      loadedTags: this.stepLoader.loadedTags,
      mark: this.#correcting?.mark,
    })}`;
  }

  /** Opens the form of the service. The controller of another service finishes what it has begun, without being shown. */
  readonly #open = (): void => {
    const { portal } = this;
    if (!portal) return;
    this.definition = undefined;
    this.form = new FormController(this);
    // The citizen may be signed in already: in another widget, or by a sign-in that has led back to this page.
    void loadForm(this.form, this.#plan(portal)).then(() => this.#prefill());
    this.requestUpdate();
  };

  /** Fetches the form definition and makes the plan. `undefined` where another service is shown by now. */
  async #plan(portal: Portal) {
    const { form, service } = this;
    const definition = await fetchFormDefinition(portal, service);
    if (this.form !== form) return undefined;
    this.definition = definition;
    this.#correcting = this.correction && (await (await import('./correcting.ts')).correctIn(this));
    if (definition)
      return applicationPlan(definition, this, {
        config: portal.config,
        reopenForm: () => {
          if (this.service === service) this.#open();
        },
      });
    const [{ reportMissingForm }] = await loadModule(
      Promise.all([import('../diagnosis/missing-form.ts'), this.loadTexts()]),
    );
    return { card: await reportMissingForm(portal, service) };
  }

  /** Fetches all texts. */
  async loadTexts(): Promise<void> {
    this.allRussian ??= (await import('./messages.ts')).ru;
  }

  /** Fills in the answers of what is mended, and what the portal knows of the citizen who has signed in, or who signs in now: the window opens in the click. */
  async #prefill(signingIn?: Promise<SignInOutcome>): Promise<void> {
    this.#correcting?.fillIn();
    if (!signingIn && !(await this.portal?.session.whenSettled())) return;
    try {
      await (await loadModule(import('./prefill.ts'))).prefill(this, signingIn);
    } catch (error) {
      this.form.showNotice(reportFailure(error));
    }
  }
}
