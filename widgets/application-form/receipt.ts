import type { ApplicationCreated } from '../contract/applications/schemas.ts';
import { html, type TemplateResult } from 'lit';

import type { FormDefinition } from '../contract/forms/schemas.ts';
import type { Form } from '../forms/form.ts';
import { receiptLayout } from '../forms/receipt-layout.ts';
import { CaseActionEvent } from '../portal/case-events.ts';
import type { Messages } from './messages.ts';

interface Accepted {
  receipt: ApplicationCreated;
  definition: FormDefinition;
}

/** Shows the receipt of an application: number, code, last day of the answer, and the button to the status tracker. */
export function applicationReceiptView(
  form: Form,
  messages: Messages,
  { receipt, definition: { service, agency } }: Accepted,
): TemplateResult {
  const { number, code, dueOn } = receipt;
  const follow = () => {
    form.host.dispatchEvent(new CaseActionEvent('follow', { number, code, agency: agency.slug }));
  };
  return receiptLayout(form, messages, {
    receipt,
    submittedAt: receipt.submittedAt,
    about: service.title,
    deadline: html`<b>${messages.answerBy(messages.promised(dueOn))}</b>`,
    action: html`<button class="button" type="button" @click=${follow}>${messages.follow}</button>`,
  });
}
