import { html, nothing, type TemplateResult } from 'lit';

import { addStyles } from '../styles/add-styles.ts';
import type { Form } from './form.ts';
import type { ReceiptMessages } from './form-messages.ts';
import { receiptStyles } from './receipt.styles.ts';

interface ReceiptParts {
  /**
   * Number and code; the day of registration, where it came on a day off. A receipt that was stored by an older version of the widget may
   * have no code.
   */
  receipt: { number: string; code?: string | undefined; registeredOn?: string | undefined };
  /** What was sent, e.g. the title of the service. */
  about?: string;
  /** The last day of the answer. */
  deadline: TemplateResult;
  /** What happens next. */
  nextSteps?: TemplateResult;
  /** The main button. */
  action?: TemplateResult;
}

/** Shows a receipt: number and code, the day of the answer, what happens next, and the buttons. */
export function receiptLayout(form: Form, messages: ReceiptMessages, parts: ReceiptParts): TemplateResult {
  const { receipt, about, deadline, nextSteps = nothing, action = nothing } = parts;
  const { stage } = form.state;
  addStyles(form.host, receiptStyles);
  return html`<section class="frame" aria-labelledby="title">
    <div class="receipt">
      <h2 class="tick" id="title" tabindex="-1" data-focus="receipt">${messages.sent}</h2>
      ${about ? html`<p>${about}</p>` : nothing}
      ${stage.at === 'sent' && stage.isEarlierVersion ? html`<p class="note">${messages.earlier}</p>` : nothing}
      <p class="promise">${deadline} ${registrationView(receipt, messages)}</p>
      <dl class="keys">
        <div>
          <dt>${messages.number}</dt>
          <dd data-number>${receipt.number}</dd>
        </div>
        ${receipt.code === undefined ? nothing : codeView(messages.code, receipt.code)}
      </dl>
      <p class="quiet">${messages.keep}</p>
      ${form.draftViews?.receipt(messages.draft)}
    </div>
    ${nextSteps}
    <div class="go">
      ${action}
      <button class=${action === nothing ? 'button second' : 'link'} type="button" @click=${printPage}>
        ${messages.print}
      </button>
      <button class="link" type="button" @click=${form.startAnother}>${messages.another}</button>
    </div>
  </section>`;
}

/** When what came on a day off is registered. */
const registrationView = ({ registeredOn }: ReceiptParts['receipt'], messages: ReceiptMessages) =>
  registeredOn === undefined ? nothing : html`<span>${messages.registeredOn(registeredOn)}</span>`;

/** The code in two halves, which are easier to copy: `ACEK37MPTY` is shown as `ACEK3-7MPTY`. */
const codeView = (label: string, code: string) =>
  html`<div>
    <dt>${label}</dt>
    <dd data-code>${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}</dd>
  </div>`;

function printPage(): void {
  window.print();
}
