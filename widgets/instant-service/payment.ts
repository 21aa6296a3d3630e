import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

import { paymentQrText, type Payment } from '../contract/invoices/payment-qr.ts';
import type { Messages } from './messages.ts';

/** The quiet zone around a QR code, in fields: readers ask for four. */
const BORDER = 4;

/** Draws the QR code of a payment on this device (ГОСТ Р 56042-2014). Nobody else learns who pays what. */
export function paymentView(payment: Payment, messages: Messages): TemplateResult {
  // Level M: the standard asks for no less.
  const { data, size } = encode(paymentQrText(payment), { ecc: 'M', border: BORDER });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return html`<figure>
    <div class="qr">
      <svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${messages.qr}><path d=${path}></path></svg>
    </div>
    <figcaption class="small quiet">${messages.qrHint}</figcaption>
  </figure>`;
}
