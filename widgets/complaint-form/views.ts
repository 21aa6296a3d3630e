import { html, nothing, type TemplateResult } from 'lit';

import type { ComplaintCreated } from '../contract/complaint.ts';
import type { Messages } from './messages.ts';

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
