import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import { INSTANT_KINDS } from '../contract/instant/kinds.ts';
import type { InstantAnswer, InstantKind } from '../contract/instant/schemas.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { FormController } from '../forms/form-controller.ts';
import { formHeading } from '../forms/form-heading.ts';
import { formView } from '../forms/form-view.ts';
import { formStyles } from '../forms/form.styles.ts';
import { openForm } from '../forms/open-form.ts';
import type { signInAction } from '../forms/sign-in-action.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { loadModule, reportFailure } from '../portal/errors.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import type { checkedFileView } from './file-question.ts';
import { ru, type Messages as FirstMessages } from './first-messages.ts';
import { styles } from './instant-service.styles.ts';
import type { Messages } from './messages.ts';
import { instantPlan } from './plan.ts';
import { asksForFiles, instantQuestionsView } from './questions.ts';
import type { InstantReceipt } from './receipt.ts';
import type { InstantQuestion } from './rules.ts';
import type { ShownAnswer } from './shown-answer.ts';

/**
 * Asks the portal what it answers within seconds: fines, tax debts, the pension account, enforcement proceedings, whether a file's
 * signature is good. Shows the answer with its date and source, and the ways to pay.
 *
 * @tagname okno-instant-service
 * @slot - Shown until the element is defined: how to learn it without script.
 * @cssproperty --okno-accent - Colour of buttons and links.
 */
export class InstantService extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, formStyles, styles];

  /** Slug of the service in the catalogue, `shtrafy-gibdd`. */
  @property() service = '';
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages | FirstMessages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  /** All Russian texts. They come with the rules, or with the answer. */
  @state() private allRussian: Messages | undefined;
  /** Shows a question for a file. */
  @state() private files: typeof checkedFileView | undefined;
  /** The form that is shown now. Another service gets another controller. */
  form: FormController<InstantQuestion, InstantReceipt> = new FormController<InstantQuestion, InstantReceipt>(
    this,
  );
  /** What is asked; `undefined` where the service is not answered at once. */
  #kind: InstantKind | undefined;
  /** What the portal has said last; the device keeps nothing of it. */
  #answer: InstantAnswer | undefined;
  #shown: ShownAnswer | undefined;
  /** What shows an answer; fetched when the citizen asks. */
  #ShownAnswer: typeof ShownAnswer | undefined;
  /** The button that signs in; comes with the rules. */
  #signInAction: typeof signInAction | undefined;

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  /** The texts, as far as they have come. */
  get #texts(): Messages | FirstMessages {
    return this.messages === ru ? (this.allRussian ?? ru) : this.messages;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.portal || !(changed.has('service') || changed.has('portal'))) return;
    const said = this.portal.config.instant[this.service];
    const kind = INSTANT_KINDS.find((one) => one === said);
    if (kind === this.#kind) return;
    this.#kind = kind;
    if (kind && asksForFiles(kind)) void this.#loadFiles();
    if (kind)
      this.form = openForm(new FormController<InstantQuestion, InstantReceipt>(this), this.#planOf(kind), {});
  }

  protected override render() {
    const { portal, form } = this;
    if (!portal) return html`<slot></slot>`;
    const messages = this.#texts;
    if (!this.#kind)
      return html`<div class="frame">
        <p class="note" role="alert">${messages.unknown(portal.config.contact.phone)}</p>
        <slot></slot>
      </div>`;
    const { stage } = form.state;
    return stage.at === 'sent' ? this.#renderAnswer(portal, stage.receipt) : this.#renderForm(this.#kind);
  }

  #renderForm(kind: InstantKind) {
    const { form } = this;
    const messages = this.#texts;
    return formView(form, messages, {
      heading: formHeading(messages.kinds[kind]),
      questions: html`${instantQuestionsView(form, messages, { kind, files: this.files })}`,
      action: this.#renderAction(),
    });
  }

  /** The button of a notice: to sign in, or to send the file. */
  #renderAction() {
    const { form } = this;
    const { stage } = form.state;
    const texts = this.#texts;
    if (stage.at !== 'asking' || !('signIn' in texts)) return nothing;
    if (stage.notice === 'needsSignIn' || stage.notice === 'notSignedIn')
      return this.#signInAction?.(form, texts.signIn) ?? nothing;
    return stage.notice === 'unreadable'
      ? html`<button class="button second" type="button" @click=${this.#onSendFile}>
          ${texts.sendFile}
        </button>`
      : nothing;
  }

  #renderAnswer(portal: Portal, receipt: InstantReceipt) {
    const texts = this.#texts;
    if (!this.#ShownAnswer || !('again' in texts)) return nothing;
    if (this.#shown?.receipt !== receipt) {
      this.#shown?.end();
      const answer = 'id' in receipt && this.#answer?.id === receipt.id ? this.#answer : undefined;
      const all = () => this.#texts as Messages;
      this.#shown = new this.#ShownAnswer(this, { portal, receipt, answer, texts: all });
    }
    return this.#shown.view(
      html`<button class="link" type="button" @click=${this.form.startAnother}>${texts.again}</button>`,
    );
  }

  #planOf(kind: InstantKind) {
    return instantPlan(kind, {
      mistakeText: (name, code) => {
        const texts = this.#texts;
        return 'mistake' in texts ? texts.mistake(name, code) : '';
      },
      loadTexts: this.#loadTexts,
      loadAnswerView: async () => {
        this.#ShownAnswer ??= (await import('./shown-answer.ts')).ShownAnswer;
      },
      onAnswer: (answer) => {
        this.#answer = answer;
      },
    });
  }

  async #loadFiles(): Promise<void> {
    try {
      this.files = (await loadModule(import('./file-question.ts'))).checkedFileView;
    } catch (error) {
      this.form.showNotice(reportFailure(error));
    }
  }

  readonly #loadTexts = async (): Promise<void> => {
    const [{ ru: all }, { signInAction }] = await Promise.all([
      import('./messages.ts'),
      import('../forms/sign-in-action.ts'),
    ]);
    this.#signInAction = signInAction;
    this.allRussian ??= all;
  };

  readonly #onSendFile = (event: Event): void => {
    this.form.setValues({ sendsFile: 'yes' });
    void this.form.submit(event);
  };
}
