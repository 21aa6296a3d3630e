import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import { InvoiceListSchema, type Invoice, type InvoiceState } from '../contract/invoices/schemas.ts';
import type { OpenCase } from '../portal/open-case.ts';
import { knownText } from '../text/known-text.ts';
import { CaseSection } from './case-section.ts';
import type { Messages } from './messages.ts';
import { paymentDetails, qrPathIn } from './payment-details.ts';

/** Says what a badge looks like; the state itself is a word. */
const MARKS: Record<InvoiceState, string> = { issued: '', overdue: '', paid: 'good', cancelled: 'good' };

/**
 * The invoices of a case: how much, for what, until when, and the ways to pay. The widget takes no money and asks for no card.
 *
 * @tagname okno-case-invoices
 */
export class CaseInvoices extends CaseSection<Invoice[]> {
  /** УИН → picture of its QR code, as the portal has drawn it. */
  @state() private codes: Readonly<Record<string, string>> = {};
  /** УИН of the invoice whose details have been copied. */
  @state() private copied: string | undefined;

  protected override async read(access: OpenCase, signal: AbortSignal): Promise<Invoice[]> {
    return (await access.read('/invoices', InvoiceListSchema, signal)).items;
  }

  protected override renderShown(invoices: Invoice[], messages: Messages): TemplateResult {
    if (!invoices.length) return html`<p class="quiet">${messages.noInvoices}</p>`;
    return html`<ul class="entries">
      ${invoices.map((invoice) => this.#renderInvoice(invoice, messages))}
    </ul>`;
  }

  #renderInvoice(invoice: Invoice, messages: Messages) {
    const { uin, purpose, amount, dueOn, paidAt, state, stateTitle, payUrl } = invoice;
    const { invoiceStates } = messages;
    return html`<li class="entry">
      <div class="top">
        <b>${purpose}</b>
        <span class="mark ${knownText(MARKS, state) ?? ''}"
          >${knownText(invoiceStates, state) ?? stateTitle ?? invoiceStates.other}</span
        >
      </div>
      <p class="amount">${messages.money(amount)}</p>
      ${paidAt === undefined ? nothing : html`<p class="quiet small">${messages.moment(paidAt, this.timeZone)}</p>`}
      ${payUrl === undefined ? nothing : html`<p class="quiet small">${messages.payBy(dueOn)}</p>`}
      ${payUrl === undefined ? nothing : this.#renderWays(invoice, payUrl, messages)}
      <p class="small quiet">${messages.details.uin}: ${uin}</p>
    </li>`;
  }

  /** The ways to pay: on the portal's page, by the QR code in the application of a bank, by the details. */
  #renderWays(invoice: Invoice, payUrl: string, messages: Messages) {
    const { uin } = invoice;
    const code = this.codes[uin];
    return html`<div class="buttons">
        <a class="button" href=${withReturn(payUrl)} target="_blank" rel="noopener">${messages.pay}</a>
        <button
          class="button second"
          type="button"
          aria-expanded=${code !== undefined}
          @click=${() => void this.#toggleCode(uin)}
        >
          ${code === undefined ? messages.showQr : messages.hideQr}
        </button>
      </div>
      ${code === undefined ? nothing : qrView(code, messages)} ${this.#renderDetails(invoice, messages)}`;
  }

  #renderDetails(invoice: Invoice, messages: Messages) {
    return html`<details>
      <summary class="link">${messages.payByDetails}</summary>
      <dl class="facts small">
        ${paymentDetails(invoice, messages).map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <button class="link" type="button" @click=${() => void this.#copy(invoice)}>
        ${this.copied === invoice.uin ? messages.copied : messages.copyDetails}
      </button>
    </details>`;
  }

  #toggleCode(uin: string): Promise<void> {
    const { [uin]: shown, ...others } = this.codes;
    return this.run(`qr-${uin}`, async () => {
      this.codes =
        shown === undefined
          ? { ...others, [uin]: await this.access.readText(`/invoices/${uin}/qr`) }
          : others;
    });
  }

  async #copy(invoice: Invoice): Promise<void> {
    const { messages } = this;
    const lines = paymentDetails(invoice, messages).map(([name, value]) => `${name}: ${value}`);
    const sum = `${messages.details.amount}: ${messages.money(invoice.amount)}`;
    try {
      await navigator.clipboard.writeText([...lines, sum].join('\n'));
      this.copied = invoice.uin;
      this.announcer.say(messages.copied);
    } catch {
      // The page may not use the clipboard: the details stand there to be copied by hand.
      this.announcer.say(messages.notCopied);
    }
  }
}

/** The portal leads back to this page from there. What stands in the fragment stays here. */
function withReturn(payUrl: string): string {
  const url = new URL(payUrl);
  url.searchParams.set('returnTo', location.href.slice(0, location.href.length - location.hash.length));
  return url.href;
}

function qrView(svg: string, messages: Messages): TemplateResult {
  const qr = qrPathIn(svg);
  if (!qr) return html`<p class="note">${messages.noQr}</p>`;
  return html`<figure>
    <div class="qr">
      <svg viewBox=${qr.viewBox} role="img" aria-label=${messages.qr}><path d=${qr.path}></path></svg>
    </div>
    <figcaption class="small quiet">${messages.qrHint}</figcaption>
  </figure>`;
}
