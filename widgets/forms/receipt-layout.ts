import { html, nothing, type TemplateResult } from 'lit';

import { portalTime } from '../portal/clock.ts';
import { loadModule, reportFailure } from '../portal/errors.ts';
import { readReceipt } from '../contract/receipts/signed-receipt.ts';
import { addStyles } from '../styles/add-styles.ts';
import type { Form } from './form.ts';
import type { ReceiptMessages } from './form-messages.ts';
import { factsView, thenView, type ReceiptToSave } from './receipt-facts.ts';
import { receiptStyles } from './receipt.styles.ts';
import type * as Saving from './save-receipt.ts';

interface ReceiptParts {
  /**
   * Number and code; the day of registration, where it came on a day off; what the portal has signed. A receipt that was stored by an older
   * version of the widget may have no code.
   */
  receipt: {
    number: string;
    code?: string | undefined;
    registeredOn?: string | undefined;
    dueOn: string;
    signed?: string | undefined;
  };
  /** When it was sent. */
  submittedAt: string;
  /** What was sent, e.g. the title of the service. */
  about: string;
  /** The last day of the answer. */
  deadline: TemplateResult;
  /** What happens next, where the signed receipt does not say it. */
  nextSteps?: TemplateResult;
  /** The main button. */
  action?: TemplateResult;
}

/** Shows a receipt: number and code, who answers whom by when, what happens next, and the ways to save it. */
export function receiptLayout(form: Form, messages: ReceiptMessages, parts: ReceiptParts): TemplateResult {
  const { receipt, submittedAt, about, deadline, nextSteps, action = nothing } = parts;
  const { number, dueOn, signed } = receipt;
  const code = receipt.code && inHalves(receipt.code);
  const certified = readReceipt(signed);
  const toSave = { number, code, about, dueOn, deadline, submittedAt, certified, signed, nextSteps };
  addStyles(form.host, receiptStyles);
  return html`<section class="frame" aria-labelledby="title">
    ${mainView(form, messages, { ...parts, toSave })} ${nextSteps ?? thenView(toSave, messages)}
    <div class="go">
      ${action}
      <button class="link" type="button" @click=${form.startAnother}>${messages.another}</button>
    </div>
    ${savingView(form, messages, toSave)}
  </section>`;
}

/** What was sent, the last day of the answer, number and code, and who answers whom. */
function mainView(
  form: Form,
  messages: ReceiptMessages,
  { receipt, about, deadline, toSave }: ReceiptParts & { toSave: ReceiptToSave },
): TemplateResult {
  const { stage } = form.state;
  return html`<div class="receipt">
    <h2 class="tick" id="title" tabindex="-1" data-focus="receipt">${messages.sent}</h2>
    <p>${about}</p>
    ${stage.at === 'sent' && stage.isEarlierVersion ? html`<p class="note">${messages.earlier}</p>` : nothing}
    <p class="promise">${deadline} ${registrationView(receipt, messages)}</p>
    <dl class="keys">
      <div>
        <dt>${messages.number}</dt>
        <dd data-number>${receipt.number}</dd>
      </div>
      ${toSave.code === undefined ? nothing : codeView(messages.code, toSave.code)}
    </dl>
    <p class="quiet">${messages.keep}</p>
    <div class="facts">${factsView(toSave, messages, { portal: form.host.portal, now: portalTime() })}</div>
    ${form.draftViews?.receipt(messages.draft)}
  </div>`;
}

/** When what came on a day off is registered. */
const registrationView = ({ registeredOn }: ReceiptParts['receipt'], messages: ReceiptMessages) =>
  registeredOn === undefined ? nothing : html`<span>${messages.registeredOn(registeredOn)}</span>`;

const codeView = (label: string, code: string) =>
  html`<div>
    <dt>${label}</dt>
    <dd data-code>${code}</dd>
  </div>`;

/** The code in two halves, which are easier to copy: `ACEK37MPTY` is shown as `ACEK3-7MPTY`. */
const inHalves = (code: string) => `${code.slice(0, code.length / 2)}-${code.slice(code.length / 2)}`;

/** The ways to save a receipt, by the functions of `save-receipt.ts`, which is fetched by the first press. */
function savingView(form: Form, messages: ReceiptMessages, receipt: ReceiptToSave): TemplateResult {
  const { host } = form;
  const { saving } = messages;
  const save =
    (way: keyof Pick<typeof Saving, 'printReceipt' | 'saveLastDay' | 'saveSigned' | 'showQr'>) =>
    async (event: Event) => {
      const box = (event.currentTarget as HTMLElement).parentElement as HTMLElement;
      try {
        const module = await loadModule(import('./save-receipt.ts'));
        await module[way](receipt, { host, portal: host.portal, messages, box });
      } catch (error) {
        reportFailure(error);
        host.announcer?.say(saving.saveFailed);
      }
    };
  const way = (text: string, act: (event: Event) => Promise<void>) =>
    html`<button class="link" type="button" @click=${act}>${text}</button>`;
  return html`<details class="save">
    <summary>${saving.save}</summary>
    <div>
      ${way(messages.print, save('printReceipt'))} ${way(saving.calendar, save('saveLastDay'))}
      ${receipt.signed === undefined ? nothing : html`${way(saving.signed, save('saveSigned'))} ${way(saving.qr, save('showQr'))}`}
      <div class="qr-place"></div>
    </div>
  </details>`;
}
