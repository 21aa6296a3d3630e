import { html, type TemplateResult } from 'lit';

import { paymentQrText, type Payment } from '../contract/invoices/payment-qr.ts';
import { qrCode } from '../forms/qr-code.ts';
import type { Messages } from './messages.ts';

/** Draws the QR code of a payment on this device (ГОСТ Р 56042-2014). Nobody else learns who pays what. */
export function paymentView(payment: Payment, messages: Messages): TemplateResult {
  // Level M: the standard asks for no less.
  return html`<figure>
    ${qrCode(paymentQrText(payment), messages.qr, 'M')}
    <figcaption class="small quiet">${messages.qrHint}</figcaption>
  </figure>`;
}
