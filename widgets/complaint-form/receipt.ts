import { html, type TemplateResult } from 'lit';

import type { ComplaintCreated } from '../contract/complaints/schemas.ts';
import type { Form } from '../forms/form.ts';
import { receiptLayout } from '../forms/receipt-layout.ts';
import type { Messages } from './messages.ts';

/** Shows the receipt of a complaint: number, code, last day of the answer, and what the citizen can do after it. */
export function complaintReceiptView(
  form: Form,
  messages: Messages,
  receipt: ComplaintCreated,
): TemplateResult {
  const { dueOn, period } = receipt;
  return receiptLayout(form, messages, {
    receipt,
    submittedAt: receipt.registeredAt,
    about: messages.title,
    deadline: html`<b>${messages.answerBy(dueOn)}</b> <span>${messages.period(period)}</span>`,
    nextSteps: html`<h3>${messages.whatThen}</h3>
      <ol class="then">
        ${messages.then.map((sentence) => html`<li>${sentence}</li>`)}
      </ol>`,
  });
}
