import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { Field, FormDefinition } from '../contract/form.ts';
import type { Draft, DraftValue } from '../drafts/drafts.ts';
import { choiceField, textField } from '../fields/templates.ts';
import type { PortalClient } from '../portal/client.ts';
import { shown } from './answers.ts';
import type { Messages } from './messages.ts';

/** What a field needs to be shown, besides its definition. */
export interface FieldContext {
  messages: Messages;
  client: PortalClient;
  value: DraftValue | undefined;
  error: string | undefined;
  /** Whether the address field has been loaded; without it the address is one line of text. */
  hasAddressField: boolean;
  set: (value: DraftValue | undefined) => void;
  leave: () => void;
}

/** The id of a field's control: a mistake's link goes to it. */
export const controlId = (field: Field): string => `field-${field.name}`;

/** One question of the form. */
export function fieldView(field: Field, context: FieldContext): TemplateResult {
  const { messages, value, error, set, leave } = context;
  const common = {
    id: controlId(field),
    label: field.label,
    hint: field.hint,
    error,
    required: field.required,
    optional: messages.optional,
  };
  const line = {
    ...common,
    value: typeof value === 'string' ? value : '',
    autocomplete: field.autocomplete === 'snils' ? 'off' : (field.autocomplete ?? 'off'),
    onInput: set,
    onBlur: leave,
  } as const;
  switch (field.type) {
    case 'text':
      return textField({ ...line, maxLength: field.maxLength, multiline: field.multiline });
    case 'date':
      return textField({ ...line, inputmode: 'numeric', narrow: true });
    case 'snils':
      return textField({ ...line, inputmode: 'numeric', narrow: true });
    case 'phone':
      return textField({ ...line, type: 'tel', inputmode: 'tel', narrow: true });
    case 'email':
      return textField({ ...line, type: 'email', inputmode: 'email' });
    case 'choice':
      return choiceField({ ...line, options: field.options, choose: messages.choose, onChange: set });
    case 'address': {
      const address = typeof value === 'object' && !Array.isArray(value) ? value : undefined;
      if (!context.hasAddressField)
        return textField({
          ...line,
          value: address?.line ?? '',
          onInput: (typed) => {
            set(typed.trim() ? { line: typed, manual: true } : undefined);
          },
        });
      return html`<okno-address-field
        id=${common.id}
        name=${field.name}
        .label=${field.label}
        .hint=${field.hint ?? messages.addressHint}
        .error=${error ?? ''}
        .optional=${field.required ? '' : messages.optional}
        .value=${address}
        ?required=${field.required}
        @input=${onAddress}
        @change=${onAddress}
        @focusout=${leave}
      ></okno-address-field>`;
    }
    case 'file':
      return html`<okno-file-field
        id=${common.id}
        .label=${field.label}
        .hint=${field.hint ?? ''}
        .error=${error ?? ''}
        .optional=${messages.optional}
        .messages=${messages.file}
        .client=${context.client}
        .value=${Array.isArray(value) ? value : []}
        ?required=${field.required}
        @change=${(event: Event) => {
          set((event.currentTarget as HTMLElement & { value: DraftValue }).value);
        }}
      ></okno-file-field>`;
  }
  function onAddress(event: Event): void {
    set((event.currentTarget as HTMLElement & { value: DraftValue | undefined }).value);
  }
}

/** Where the citizen is, and that nothing is lost. */
export const progressView = (
  titles: readonly string[],
  page: number,
  saved: boolean | undefined,
  messages: Messages,
) =>
  html`<div class="bar">
    <ol aria-hidden="true">
      ${titles.map((_, i) => html`<li class=${i < page ? 'done' : i === page ? 'now' : ''}></li>`)}
    </ol>
    <p>
      <span>${messages.step(page + 1, titles.length, titles[page] ?? '')}</span>
      ${saved ? html`<span class="saved">${messages.saved}</span>` : nothing}
    </p>
  </div>`;

/** All answers, to be read once more. */
export const reviewView = (
  form: FormDefinition,
  values: Draft['values'],
  messages: Messages,
  change: (step: number) => void,
) =>
  form.steps.map(
    (step, i) =>
      html`<section class="part">
        <header>
          <h3>${step.title}</h3>
          <button
            class="link"
            type="button"
            aria-label=${messages.changeWhat(step.title)}
            @click=${() => {
              change(i);
            }}
          >
            ${messages.change}
          </button>
        </header>
        <dl>
          ${step.fields.map(
            (field) =>
              html`<div>
                <dt>${field.label}</dt>
                <dd>
                  ${shown(field, values[field.name], messages.date) || html`<span class="quiet">${messages.empty}</span>`}
                </dd>
              </div>`,
          )}
        </dl>
      </section>`,
  );

/** A sentence above the form; what is urgent is read out at once. */
export const noticeView = (
  said: string | undefined,
  isUrgent: boolean,
  saved: boolean | undefined,
  messages: Messages,
) =>
  html`<div class="notice" role=${isUrgent ? 'alert' : 'status'}>
    ${saved === false ? html`<p class="note">${messages.notSaved}</p>` : nothing}
    ${said === undefined ? nothing : html`<p class=${isUrgent ? 'note' : 'quiet small'}>${said}</p>`}
  </div>`;

/** Id of the consent's checkbox, and the key of its mistake. */
export const CONSENT = 'consent';

/** Consent to the processing of personal data: a document of its own, told apart from the answers (152-ФЗ, art. 9). */
export const consentView = (
  consented: boolean,
  isWrong: boolean,
  href: string,
  messages: Messages,
  set: (consented: boolean) => void,
) =>
  html`<fieldset class="field ${isWrong ? 'bad' : ''}">
    <legend>${messages.consentTitle}</legend>
    ${isWrong ? html`<span class="error" id="consent-error">${messages.consentMissing}</span>` : nothing}
    <div class="options">
      <label class="option"
        ><input
          type="checkbox"
          id=${CONSENT}
          .checked=${live(consented)}
          aria-describedby=${isWrong ? 'consent-error' : nothing}
          @change=${(event: Event) => {
            set((event.target as HTMLInputElement).checked);
          }}
        /><span>${messages.consent}</span></label
      >
    </div>
    <a class="small" href=${href} target="_blank" rel="noopener">${messages.consentDetails}</a>
  </fieldset>`;

/** Signing in fills in what the portal knows; nobody has to. */
export const signInView = (greeted: string, messages: Messages, signIn: () => void) =>
  html`<div class="sign-in" role="status">
    ${
      greeted
        ? html`<p class="small">${messages.signedIn(greeted)}</p>`
        : html`<button class="button second" type="button" @click=${signIn}>${messages.signIn}</button>
            <span class="hint">${messages.signInHint}</span>`
    }
  </div>`;

/** The number, and the day of the answer. */
export const receiptView = (
  receipt: NonNullable<Draft['receipt']>,
  title: string,
  earlier: boolean,
  messages: Messages,
) =>
  html`<div class="done" tabindex="-1" data-focus="done">
    <h2 class="tick">${messages.accepted}</h2>
    <p>${title}</p>
    ${earlier ? html`<p class="note">${messages.earlier}</p>` : nothing}
    <p class="promise"><b>${messages.answerBy(messages.date(receipt.dueOn))}</b></p>
    <dl class="keys">
      <div>
        <dt>${messages.number}</dt>
        <dd data-number>${receipt.number}</dd>
      </div>
      <div>
        <dt>${messages.code}</dt>
        <dd data-code>${receipt.code.replace(/^(\d{4})/, '$1-')}</dd>
      </div>
    </dl>
    <p class="quiet">${messages.keep}</p>
  </div>`;
