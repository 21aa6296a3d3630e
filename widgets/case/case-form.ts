import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { FieldValue } from '../fields/field-kind.ts';
import { textIn } from '../fields/field-kind.ts';
import { loadEnglishMessages } from '../fields/language.ts';
import { textField } from '../fields/text-field.ts';
import { WidgetElement } from '../fields/widget-element.ts';
import { FormController } from '../forms/form-controller.ts';
import { errorOf } from '../forms/form-selectors.ts';
import { formView } from '../forms/form-view.ts';
import { formStyles } from '../forms/form.styles.ts';
import { openForm } from '../forms/open-form.ts';
import type { FormPlan } from '../forms/plan.ts';
import type { OpenCase } from '../portal/open-case.ts';
import type { Portal } from '../portal/context.ts';
import { fieldStyles } from '../styles/fields.ts';
import { frameStyles } from '../styles/frame.ts';
import { rootStyles } from '../styles/root.ts';
import type { CaseFormInput, CaseFormKind } from './case-form-rules.ts';
import { caseFormStyles } from './case-form.styles.ts';
import { CaseChangedEvent, type CaseDeed } from './events.ts';
import { signInAgainView } from './sign-in-again.ts';
import { ru, type Messages } from './messages.ts';
import type { Channels } from './trouble.ts';

/** What has happened when a form of this kind is sent. */
const DEEDS: Record<CaseFormKind, CaseDeed> = {
  answer: 'answered',
  message: 'wrote',
  withdrawal: 'withdrawn',
  escalation: 'escalated',
};

/**
 * What a citizen writes in a case: the answer to a question and a letter with text and files, the withdrawal, the hand-over of a complaint to the
 * controlling body. The engine of the forms keeps what is typed on the device, and sends it once.
 *
 * @tagname okno-case-form
 * @fires {CaseChangedEvent} okno-case-changed - The portal has it.
 */
export class CaseForm extends WidgetElement {
  static override styles = [rootStyles, frameStyles, fieldStyles, formStyles, caseFormStyles];

  /** The way to the case. */
  @property({ attribute: false }) access!: OpenCase;
  @property({ attribute: false }) kind: CaseFormKind = 'answer';
  /** What it is about, where a case may have several of them: when the question was asked. Each has a draft of its own. */
  @property({ attribute: false }) topic = '';
  /** Texts; Russian unless set. */
  @property({ attribute: false }) messages: Messages = ru;

  /** Where the portal can send a code, as soon as it has asked for one. */
  @state() private channels: Channels | undefined;
  form: FormController<CaseFormInput, unknown> = new FormController<CaseFormInput, unknown>(this);

  constructor() {
    super();
    loadEnglishMessages(this, () => import('./messages.en.ts'));
  }

  get portal(): Portal {
    return this.access.portal;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kind') || changed.has('topic') || changed.has('access'))
      this.form = openForm(this.form, this.#plan(), { number: this.access.keys.number });
  }

  #plan(): FormPlan<CaseFormInput, unknown> {
    const { access, kind, topic } = this;
    return {
      draft: {
        name: [kind, topic.replace(/\D/g, '')].filter(Boolean).join(''),
        caseNumberField: 'number',
        onePerCase: true,
      },
      lastStep: 0,
      questionsOf: () => (hasFiles(kind) ? ['text', 'uploads'] : ['text']),
      errorText: (name, code) => this.messages.formMistake(name, code),
      loadRules: async () => {
        const { rulesOf } = await import('./case-form-rules.ts');
        return rulesOf({
          access,
          kind,
          onStepUp: (channels) => {
            this.channels = channels;
          },
        });
      },
      onSent: () => {
        this.dispatchEvent(new CaseChangedEvent(DEEDS[kind]));
      },
    };
  }

  protected override render(): TemplateResult {
    const { form, kind, messages: all } = this;
    const messages = { ...all.form, ...all.forms[kind], draft: all.draft };
    if (form.state.stage.at === 'sent')
      return html`<p class="tick" tabindex="-1" data-focus="receipt">${messages.sent}</p>`;
    return html`${formView(form, messages, {
      heading: html`<div class="head">
        <h4 class="hidden" id="title" tabindex="-1" data-focus="heading">${messages.title}</h4>
        ${messages.lead ? html`<p class="quiet">${messages.lead}</p>` : nothing}
      </div>`,
      questions: html`${this.#renderText()} ${hasFiles(kind) ? this.#renderFiles() : nothing}`,
    })}
    ${this.channels ? this.#renderStepUp(this.channels) : nothing}
    ${this.access.isSignedOut ? this.#renderSignIn(all) : nothing}`;
  }

  #renderText() {
    const { form, kind } = this;
    const { text, textHint } = this.messages.forms[kind];
    return textField({
      id: 'text',
      label: text,
      hint: textHint,
      error: errorOf(form, 'text'),
      optional: hasFiles(kind) ? '' : this.messages.form.optional,
      multiline: true,
      value: textIn(form.state.values, 'text'),
      onInput: (typed) => {
        form.setValues({ text: typed });
      },
      onBlur: () => void form.validateField('text'),
    });
  }

  #renderFiles() {
    const { form, portal, messages } = this;
    const value = form.state.values['uploads'];
    return html`<okno-file-field
      id="uploads"
      .label=${messages.files}
      .error=${errorOf(form, 'uploads') ?? ''}
      .messages=${messages.file}
      .portal=${portal}
      .maxCount=${MAX_FILES}
      .value=${Array.isArray(value) ? value : []}
      @change=${(event: Event) => {
        form.setValues({ uploads: (event.currentTarget as HTMLElement & { value: FieldValue }).value });
      }}
    ></okno-file-field>`;
  }

  /** The session is over: what was typed is sent when she has signed in again. */
  #renderSignIn(messages: Messages) {
    return html`<div>
      ${signInAgainView(this.access, messages, () => {
        void this.form.submit(new Event('submit', { cancelable: true }));
      })}
    </div>`;
  }

  #renderStepUp(channels: Channels) {
    return html`<okno-case-step-up
      .access=${this.access}
      .channels=${channels}
      @okno-case-confirmed=${(event: Event) => {
        this.channels = undefined;
        void this.form.submit(event);
      }}
    ></okno-case-step-up>`;
  }
}

/** Most files of a letter (`CaseMessageInputSchema`). */
const MAX_FILES = 10;

/** Whether files can be attached; then the text may stay empty. */
const hasFiles = (kind: CaseFormKind) => kind === 'answer' || kind === 'message';
