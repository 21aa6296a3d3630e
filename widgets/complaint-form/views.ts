import { html, nothing, type TemplateResult } from 'lit';

import type { ComplaintCreated } from '../contract/complaints/schemas.ts';
import type { Messages } from './messages.ts';

/** A receipt that an older widget has kept on the device has no code. */
type Receipt = Omit<ComplaintCreated, 'code'> & Partial<Pick<ComplaintCreated, 'code'>>;

/** The number and the code, the last day of the answer, and what the citizen can do after it. */
export const receiptView = (
  { number, code, dueOn, period }: Receipt,
  earlier: boolean,
  messages: Messages,
  another: () => void,
): TemplateResult =>
  html`<section class="frame" aria-labelledby="title">
    <h2 class="tick" id="title" tabindex="-1" data-focus="done">${messages.sent}</h2>
    ${earlier ? html`<p class="note">${messages.earlier}</p>` : nothing}
    <p class="promise"><b>${messages.answerBy(dueOn)}</b> <span>${messages.period(period)}</span></p>
    <dl class="keys">
      <div>
        <dt>${messages.number}</dt>
        <dd data-number>${number}</dd>
      </div>
      ${
        code === undefined
          ? nothing
          : html`<div>
              <dt>${messages.code}</dt>
              <dd data-code>${code.replace(/^(\d{4})/, '$1-')}</dd>
            </div>`
      }
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
