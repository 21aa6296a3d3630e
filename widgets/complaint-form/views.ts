import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import type { ComplaintCreated } from '../contract/complaint.ts';
import { describedBy, hintAndError } from '../fields/templates.ts';
import type { Messages } from './messages.ts';

/** Id of the consent's checkbox, and the key of its mistake. */
export const CONSENT = 'consent';

/** The form cannot be opened now: who helps, and trying again. */
export const unavailableView = (said: string, messages: Messages, retry: () => void): TemplateResult =>
  html`<div class="frame">
    <p class="note" role="alert">${said}</p>
    <slot></slot>
    <div><button class="button" type="button" @click=${retry}>${messages.retry}</button></div>
  </div>`;

/** Consent to the processing of personal data: a document of its own (152-ФЗ, art. 9). */
export const consentField = (
  consented: boolean,
  error: string | undefined,
  href: string,
  messages: Messages,
  set: (consented: boolean) => void,
): TemplateResult =>
  html`<fieldset class="field ${error ? 'bad' : ''}">
    <legend>${messages.consentTitle}</legend>
    ${hintAndError({ id: CONSENT, error })}
    <div class="options">
      <label class="option"
        ><input
          type="checkbox"
          id=${CONSENT}
          .checked=${live(consented)}
          aria-describedby=${describedBy({ id: CONSENT, error }) ?? nothing}
          @change=${(event: Event) => {
            set((event.target as HTMLInputElement).checked);
          }}
        /><span>${messages.consent}</span></label
      >
    </div>
    <a class="small" href=${href} target="_blank" rel="noopener">${messages.consentDetails}</a>
  </fieldset>`;

/** The number, the last day of the answer, and what the citizen can do after it. */
export const receiptView = (
  { number, dueOn, period }: ComplaintCreated,
  earlier: boolean,
  messages: Messages,
  another: () => void,
): TemplateResult =>
  html`<section class="frame" aria-labelledby="title">
    <h2 class="tick" id="title" tabindex="-1" data-focus="done">${messages.sent}</h2>
    ${earlier ? html`<p class="note">${messages.earlier}</p>` : nothing}
    <p class="promise"><b>${messages.answerBy(dueOn)}</b> <span>${messages.period(period)}</span></p>
    <dl class="number">
      <dt>${messages.number}</dt>
      <dd>${number}</dd>
    </dl>
    <p class="quiet">${messages.keep}</p>
    <h3>${messages.whatThen}</h3>
    <ol class="then">
      ${messages.then.map((sentence) => html`<li>${sentence}</li>`)}
    </ol>
    <div class="go">
      <button
        class="button second"
        type="button"
        @click=${() => {
          window.print();
        }}
      >
        ${messages.print}
      </button>
      <button class="link" type="button" @click=${another}>${messages.another}</button>
    </div>
  </section>`;
