import { html, nothing, type TemplateResult } from 'lit';

import type { Form } from './form.ts';
import type { ReceiptMessages } from './form-messages.ts';

interface ReceiptParts {
  /** Number and code; a receipt that an older widget has kept may have no code. */
  receipt: { number: string; code?: string | undefined };
  /** What was sent. */
  about?: string;
  /** The last day of the answer. */
  deadline: TemplateResult;
  /** What comes then. */
  nextSteps?: TemplateResult;
  /** The main button. */
  action?: TemplateResult;
}

/** The portal has it: number and code, the day of the answer, and where to go on. */
export function receiptLayout(form: Form, words: ReceiptMessages, parts: ReceiptParts): TemplateResult {
  const { receipt, about, deadline, nextSteps = nothing, action = nothing } = parts;
  const { stage } = form.state;
  return html`<section class="frame" aria-labelledby="title">
    <div class="receipt">
      <h2 class="tick" id="title" tabindex="-1" data-focus="receipt">${words.sent}</h2>
      ${about ? html`<p>${about}</p>` : nothing}
      ${stage.at === 'sent' && stage.isEarlierVersion ? html`<p class="note">${words.earlier}</p>` : nothing}
      <p class="promise">${deadline}</p>
      <dl class="keys">
        <div>
          <dt>${words.number}</dt>
          <dd data-number>${receipt.number}</dd>
        </div>
        ${receipt.code === undefined ? nothing : codeView(words.code, receipt.code)}
      </dl>
      <p class="quiet">${words.keep}</p>
    </div>
    ${nextSteps}
    <div class="go">
      ${action}
      <button class=${action === nothing ? 'button second' : 'link'} type="button" @click=${printPage}>
        ${words.print}
      </button>
      <button class="link" type="button" @click=${form.startAnother}>${words.another}</button>
    </div>
  </section>`;
}

/** Eight digits in two halves. */
const codeView = (label: string, code: string) =>
  html`<div>
    <dt>${label}</dt>
    <dd data-code>${code.replace(/^(\d{4})/, '$1-')}</dd>
  </div>`;

function printPage(): void {
  window.print();
}
