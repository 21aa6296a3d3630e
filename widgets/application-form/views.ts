import { html, nothing, type TemplateResult } from 'lit';

import type { Field, FormDefinition } from '../contract/forms/schemas.ts';
import type { ApplicationReceipt, Draft, DraftValue } from '../drafts/draft.ts';
import { CONSENT, consentField } from '../fields/consent.ts';
import { errorSummary } from '../fields/templates.ts';
import type { Portal } from '../portal/context.ts';
import type { Failure } from '../portal/errors.ts';
import { shown } from './answers.ts';
import { controlId, fieldView } from './field-view.ts';
import type { Messages } from './messages.ts';

/** What the citizen is told above the form. */
export type Notice = 'refused' | 'formChanged' | 'restored' | 'signInFailed' | Failure;

/** All that the form shows, and what its controls do. */
export interface FormContext {
  form: FormDefinition;
  portal: Portal;
  draft: Draft;
  /** Whether the device keeps the draft; unknown until something is written. */
  saved: boolean | undefined;
  mistakes: Readonly<Record<string, string>>;
  messages: Messages;
  notice: Notice | undefined;
  isSummarized: boolean;
  isSending: boolean;
  consented: boolean;
  /** Name of the citizen who has signed in. */
  greeted: string;
  /** Whether the address field has been loaded. */
  hasAddressField: boolean;
  answer: (field: Field, value: DraftValue | undefined) => void;
  leave: (field: Field) => void;
  consent: (consented: boolean) => void;
  goTo: (step: number) => void;
  signIn: () => void;
  submit: (event: Event) => void;
}

/** The form cannot be filled in: why, the way to do it without the form, and trying again where that helps. */
export const closedView = (
  kind: 'loading' | 'note',
  said: string,
  retry = '',
  again?: () => void,
): TemplateResult =>
  html`<div class="frame">
    <p class=${kind} role=${kind === 'note' ? 'alert' : 'status'}>${said}</p>
    <slot></slot>
    ${again ? html`<div><button class="button" type="button" @click=${again}>${retry}</button></div>` : nothing}
  </div>`;

/** The frame of every step, and of the review behind the last. */
export function stepView(context: FormContext, content: TemplateResult): TemplateResult {
  const { form, draft, messages, isSending, goTo, submit } = context;
  const step = form.steps[draft.step];
  const titles = [...form.steps.map(({ title }) => title), messages.review];
  const next = titles[draft.step + 1];
  const hint = step ? step.hint : messages.reviewHint;
  return html`<section class="frame" aria-label=${form.service.title}>
    ${progressView(titles, context)}
    <div class="head">
      <p class="quiet">${form.service.short}</p>
      <h2 tabindex="-1" data-focus="step">${titles[draft.step]}</h2>
      ${hint ? html`<p class="quiet">${hint}</p>` : nothing}
    </div>
    ${noticeView(context)} ${summaryView(context)}
    <form novalidate @submit=${submit}>
      ${content}
      <div class="go">
        <button class="button" aria-disabled=${isSending ? 'true' : 'false'}>
          ${isSending ? messages.sending : next === undefined ? messages.submit : messages.next(next)}
        </button>
        ${
          draft.step > 0
            ? html`<button
                class="link"
                type="button"
                @click=${() => {
                  goTo(draft.step - 1);
                }}
              >
                ${messages.back}
              </button>`
            : nothing
        }
      </div>
      <p class="hidden" role="status">${isSending ? messages.sending : ''}</p>
    </form>
  </section>`;
}

/** Where the citizen is, and that nothing is lost. */
const progressView = (titles: readonly string[], { draft: { step }, saved, messages }: FormContext) =>
  html`<div class="bar">
    <ol aria-hidden="true">
      ${titles.map((_, i) => html`<li class=${i < step ? 'done' : i === step ? 'now' : ''}></li>`)}
    </ol>
    <p>
      <span>${messages.step(step + 1, titles.length, titles[step] ?? '')}</span>
      ${saved ? html`<span class="saved">${messages.saved}</span>` : nothing}
    </p>
  </div>`;

/** A sentence above the form; what is urgent is read out at once. */
function noticeView({ notice, saved, messages, portal }: FormContext) {
  const isUrgent = notice !== 'restored';
  const said =
    notice &&
    (notice in messages.trouble
      ? messages.trouble[notice as keyof Messages['trouble']](portal.config.contact.phone)
      : messages[notice as Exclude<Notice, keyof Messages['trouble']>]);
  return html`<div class="notice" role=${isUrgent ? 'alert' : 'status'}>
    ${saved === false ? html`<p class="note">${messages.notSaved}</p>` : nothing}
    ${said === undefined ? nothing : html`<p class=${isUrgent ? 'note' : 'quiet small'}>${said}</p>`}
  </div>`;
}

function summaryView({ form, draft, mistakes, messages, isSummarized }: FormContext) {
  if (!isSummarized) return nothing;
  const listed = (form.steps[draft.step]?.fields ?? []).flatMap((field) => {
    const code = mistakes[field.name];
    return code === undefined ? [] : [{ id: controlId(field), message: messages.mistake(code, field) }];
  });
  if (mistakes[CONSENT]) listed.push({ id: CONSENT, message: messages.consentMissing });
  return listed.length ? errorSummary(messages.summary, listed) : nothing;
}

/** The questions of one step; signing in stands before the first. */
export function answersView(step: FormDefinition['steps'][number], context: FormContext): TemplateResult {
  const { draft, mistakes, messages, portal, hasAddressField, answer, leave } = context;
  return html`${draft.step === 0 ? signInView(context) : nothing}
  ${step.fields.map((field) => {
    const code = mistakes[field.name];
    return fieldView(field, {
      messages,
      portal,
      hasAddressField,
      value: draft.values[field.name],
      error: code === undefined ? undefined : messages.mistake(code, field),
      answer: (value) => {
        answer(field, value);
      },
      leave: () => {
        leave(field);
      },
    });
  })}`;
}

/** Signing in fills in what the portal knows; nobody has to. */
const signInView = ({ greeted, messages, signIn }: FormContext) =>
  html`<div class="sign-in" role="status">
    ${
      greeted
        ? html`<p class="small">${messages.signedIn(greeted)}</p>`
        : html`<button class="button second" type="button" @click=${signIn}>${messages.signIn}</button>
            <span class="hint">${messages.signInHint}</span>`
    }
  </div>`;

/** All answers, to be read once more, and the consent. */
export const reviewView = (context: FormContext): TemplateResult => {
  const { form, draft, mistakes, messages, portal, consented, consent, goTo } = context;
  return html`${form.steps.map(
    (step, i) =>
      html`<section class="part">
        <header>
          <h3>${step.title}</h3>
          <button
            class="link"
            type="button"
            aria-label=${messages.changeWhat(step.title)}
            @click=${() => {
              goTo(i);
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
                  ${
                    shown(field, draft.values[field.name], messages.date) ||
                    html`<span class="quiet">${messages.empty}</span>`
                  }
                </dd>
              </div>`,
          )}
        </dl>
      </section>`,
  )}
  ${consentField(
    messages,
    consented,
    mistakes[CONSENT] && messages.consentMissing,
    portal.config.consent.url.href,
    consent,
  )}`;
};

/** The number, the day of the answer, and where to go on. */
export const receiptView = (
  receipt: ApplicationReceipt,
  title: string,
  earlier: boolean,
  messages: Messages,
  act: { follow: () => void; again: () => void },
): TemplateResult =>
  html`<section class="frame" aria-label=${title}>
    <div class="done" tabindex="-1" data-focus="done">
      <h2 class="tick">${messages.accepted}</h2>
      <p>${title}</p>
      ${earlier ? html`<p class="note">${messages.earlier}</p>` : nothing}
      <p class="promise"><b>${messages.answerBy(messages.promised(receipt.dueOn))}</b></p>
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
    </div>
    <div class="go">
      <button class="button" type="button" @click=${act.follow}>${messages.follow}</button>
      <button
        class="link"
        type="button"
        @click=${() => {
          window.print();
        }}
      >
        ${messages.print}
      </button>
      <button class="link" type="button" @click=${act.again}>${messages.again}</button>
    </div>
  </section>`;
