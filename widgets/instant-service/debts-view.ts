import { html, nothing, type TemplateResult } from 'lit';

import type { InstantAnswer } from '../contract/instant/schemas.ts';
import { todayInRegion } from '../portal/learn-time.ts';
import type { Messages } from './messages.ts';
import type * as Payment from './payment.ts';

type DebtKind = 'fines' | 'taxDebt';
type Debt = (Extract<InstantAnswer, { kind: DebtKind }>['result'] & object)['items'][number];

/** What an answer needs to be shown, besides what it says. */
export interface ResultOptions {
  /** IANA name of the region's time zone. */
  timeZone: string;
  payment: {
    /** The payment whose QR code is shown, and what draws it. */
    shown: { uin: string; payment: typeof Payment } | undefined;
    toggle: (uin: string) => void;
  };
}

interface DebtContext {
  messages: Messages;
  options: ResultOptions;
}

/** Fines or taxes: how much in all, then each with the way to pay it. */
export const debtsView = (
  kind: DebtKind,
  { total, items }: { total: number; items: readonly Debt[] },
  context: DebtContext,
): TemplateResult => {
  const { messages } = context;
  return items.length
    ? html`<p>${messages.total}: <b>${messages.money(total)}</b></p>
        <ul class="entries">
          ${items.map((debt) => debtView(debt, context))}
        </ul>`
    : html`<p class="tick">${messages.none[kind]}</p>`;
};

function debtView(debt: Debt, { messages, options }: DebtContext) {
  const { amount, payment } = debt;
  const today = todayInRegion(options.timeZone);
  const isFine = 'order' in debt;
  const { discounted, discountUntilOn } = isFine ? debt : {};
  const isCheaper =
    discounted !== undefined &&
    discountUntilOn !== undefined &&
    today !== undefined &&
    today <= discountUntilOn;
  return html`<li class="entry">
    <b>${isFine ? debt.article : debt.tax}</b>
    <p class="quiet small">
      ${isFine ? `${messages.fine.order(debt.order)} ${messages.fine.issuedOn(debt.issuedOn)}` : messages.taxDue(debt.dueOn)}
    </p>
    <p class="amount">${messages.money(amount)}</p>
    ${isCheaper ? html`<p>${messages.fine.discount(messages.money(discounted), discountUntilOn)}</p>` : nothing}
    ${payment ? paymentOf({ ...payment, amount: isCheaper ? discounted : amount }, messages, options) : nothing}
  </li>`;
}

/** The button that shows the QR code, and the УИН, which suffices in any bank. */
function paymentOf(
  payment: Parameters<typeof Payment.paymentView>[0],
  messages: Messages,
  { payment: { shown, toggle } }: ResultOptions,
) {
  const { uin } = payment;
  const isShown = shown?.uin === uin;
  return html`<p class="small quiet">${messages.uin(uin)}</p>
    <div class="buttons">
      <button
        class="button second"
        type="button"
        aria-expanded=${isShown}
        @click=${() => {
          toggle(uin);
        }}
      >
        ${isShown ? messages.hideQr : messages.pay}
      </button>
    </div>
    ${isShown ? shown.payment.paymentView(payment, messages) : nothing}`;
}
