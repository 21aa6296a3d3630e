import { consume } from '@lit/context';
import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';

import { CRITERIA } from '../contract/ratings/criteria.ts';
import { textIn, type FieldValues } from '../fields/field-kind.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { FormController } from '../forms/form-controller.ts';
import { formView } from '../forms/form-view.ts';
import { formStyles } from '../forms/form.styles.ts';
import { openForm } from '../forms/open-form.ts';
import type { FormPlan } from '../forms/plan.ts';
import { formHeading } from '../forms/form-heading.ts';
import { CaseActionEvent } from '../portal/case-events.ts';
import { portalContext, type Portal } from '../portal/context.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import { RatingSentEvent } from './events.ts';
import { ru, type Messages as FirstMessages } from './first-messages.ts';
import { markId } from './mark-field.ts';
import type { Messages } from './messages.ts';
import { ratingQuestionsView } from './questions.ts';
import { styles } from './rating-form.styles.ts';
import type { RatingReceipt, SentRating } from './rules.ts';

/**
 * The form that rates a service by seven criteria. Sends one rating for each application.
 *
 * @tagname okno-rating-form
 * @slot - Shown until the element is defined: how to rate without script.
 * @fires {RatingSentEvent} okno-rating-sent - The portal has stored the rating.
 * @fires {CaseActionEvent} okno-case-action - There is no result yet, and the citizen wants to see where the case stands.
 * @cssproperty --okno-accent - Colour of buttons, links and the chosen mark.
 */
export class RatingForm extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, formStyles, styles];

  /** Number of the application. It is filled in. */
  @property() number = '';
  /** The code that was given with the number. */
  @property() code = '';
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages | FirstMessages = ru;
  /** The portal; given by `okno.js` through the context. */
  @consume({ context: portalContext, subscribe: true })
  @property({ attribute: false })
  portal: Portal | undefined;

  /** All Russian texts. They come with the rules. */
  @state() private allRussian: Messages | undefined;
  /** The form that is shown now. Another application gets another controller. */
  form: FormController<SentRating, RatingReceipt> = new FormController<SentRating, RatingReceipt>(this);
  readonly #plan: FormPlan<SentRating, RatingReceipt> = {
    draft: { name: 'rating', caseNumberField: 'number', onePerCase: true },
    lastStep: 0,
    questionsOf: () => ['number', 'code', 'marks', 'comment', 'anonymous'],
    controlId: (name) => (name === 'marks' ? markId('time') : name),
    errorText: (name, code) => {
      const texts = this.#texts;
      return 'mistake' in texts ? texts.mistake(name, code) : '';
    },
    loadRules: async () => (await Promise.all([import('./rules.ts'), this.#loadTexts()]))[0],
    onSent: ({ isFirst }, input) => {
      if (isFirst && input) this.dispatchEvent(new RatingSentEvent(input));
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
    const { number, code } = this;
    const isOther = (changed.has('number') || changed.has('code')) && number;
    if (isOther || !this.hasUpdated)
      this.form = openForm(this.form, this.#plan, number ? { number, code } : {});
  }

  /**
   * Checks the radio buttons of the chosen marks, and no others. Lit does not notice that the citizen has checked one, so it would leave
   * it checked when the mark is cleared. Lit's directive `live` would do the same in many more bytes.
   */
  protected override updated(): void {
    const { values } = this.form.state;
    for (const input of this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]'))
      input.checked = textIn(values, input.name) === input.value;
  }

  protected override render() {
    if (!this.portal) return html`<slot></slot>`;
    const { stage } = this.form.state;
    return stage.at === 'sent' ? this.#renderThanks(stage.receipt) : this.#renderForm();
  }

  #renderForm() {
    const { form } = this;
    const messages = this.#texts;
    const { values } = form.state;
    const hasMarks = CRITERIA.some((name) => values[name]);
    return formView(form, messages, {
      heading: formHeading({ title: messages.title, lead: messages.lead }),
      questions: ratingQuestionsView(form, messages),
      action: this.#renderFollow(),
      otherButtons: hasMarks
        ? html`<button class="link" type="button" @click=${this.#onClear}>${messages.clear}</button>`
        : nothing,
    });
  }

  /** A button to the status tracker, where the application has no result that could be rated. */
  #renderFollow() {
    const { stage } = this.form.state;
    const texts = this.#texts;
    if (stage.at !== 'asking' || stage.notice !== 'noResult' || !('follow' in texts)) return nothing;
    return html`<button class="button second" type="button" @click=${this.#onFollow}>
      ${texts.follow}
    </button>`;
  }

  #renderThanks({ isFirst, isChange, own }: RatingReceipt) {
    const messages = this.#texts;
    if (!('sent' in messages)) return nothing;
    const thanks = isChange ? messages.changed : messages.sent;
    const timeZone = this.portal?.config.region.timeZone ?? '';
    return html`<section class="frame" aria-labelledby="title">
      <div class="head">
        <h2 class="tick" id="title" tabindex="-1" data-focus="receipt">
          ${isFirst ? thanks : messages.alreadyRated}
        </h2>
        <p>${isFirst ? messages.sentHint : messages.alreadyRatedHint}</p>
        ${own ? html`<p class="quiet">${messages.changeableUntil(own.until, timeZone)}</p>` : nothing}
      </div>
      <div class="go">
        ${own ? this.#renderChange(own.values, messages) : nothing}
        <button class="link" type="button" @click=${this.form.startAnother}>${messages.another}</button>
      </div>
    </section>`;
  }

  #renderChange(values: FieldValues, { change }: Messages) {
    const open = () => {
      this.#change(values);
    };
    return html`<button class="button second" type="button" @click=${open}>${change}</button>`;
  }

  /** Opens the rating again, to be changed. */
  #change(values: FieldValues): void {
    this.form = openForm(new FormController<SentRating, RatingReceipt>(this), this.#plan, values);
    void this.form.focus('heading');
  }

  async #loadTexts(): Promise<void> {
    this.allRussian ??= (await import('./messages.ts')).ru;
  }

  readonly #onFollow = (): void => {
    const { values } = this.form.state;
    const known = { number: textIn(values, 'number'), code: textIn(values, 'code') };
    this.dispatchEvent(new CaseActionEvent('follow', known));
  };

  readonly #onClear = (): void => {
    this.form.setValues(Object.fromEntries(CRITERIA.map((name) => [name, undefined])));
    void this.form.focus('heading');
  };
}
