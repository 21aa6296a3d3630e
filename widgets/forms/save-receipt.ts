import { html, nothing, render, type LitElement, type TemplateResult } from 'lit';

import { printSheet } from '../fields/print-sheet.ts';
import { saveFile } from '../fields/save-file.ts';
import type { Portal } from '../portal/context.ts';
import { receiptFile } from '../contract/receipts/signed-receipt.ts';
import { calendarFile } from './calendar-file.ts';
import { factsView, thenView, type ReceiptToSave } from './receipt-facts.ts';
import type { ReceiptMessages } from './form-messages.ts';
import { qrCode } from './qr-code.ts';

interface Saving {
  host: LitElement;
  portal: Portal | undefined;
  messages: ReceiptMessages;
  /** What has the buttons. */
  box: HTMLElement;
}

/** The address at which anybody can check a signed receipt: it stands behind the `#`, which no server sees. */
export const receiptUrl = ({ config }: Portal, signed: string): string =>
  new URL(`../receipt/#${signed}`, config.catalogue).href;

/** Prints a receipt on one clean sheet. */
export const printReceipt = (receipt: ReceiptToSave, saving: Saving): Promise<void> =>
  printSheet(saving.host, {
    title: `${saving.messages.number} ${receipt.number}`,
    content: sheetView(receipt, saving),
  });

function sheetView(receipt: ReceiptToSave, { portal, messages }: Saving): TemplateResult {
  const { about, deadline, number, code, nextSteps, signed, certified } = receipt;
  const keys = [
    [messages.number, number],
    [messages.code, code],
  ].filter(([, key]) => key !== undefined);
  return html`<h1>${messages.sent}</h1>
    <p>${about}</p>
    <div class="when"><p>${deadline}</p></div>
    <table>
      ${keys.map(
        ([label, key]) =>
          html`<tr>
            <th scope="row">${label}</th>
            <td><strong>${key}</strong></td>
          </tr>`,
      )}
    </table>
    ${certified?.registeredOn === undefined ? nothing : html`<p>${messages.registeredOn(certified.registeredOn)}</p>`}
    ${factsView(receipt, messages, { portal })} ${nextSteps ?? thenView(receipt, messages)}
    ${
      portal && signed !== undefined
        ? html`<figure>
            ${qrCode(receiptUrl(portal, signed), messages.saving.qr)}
            <figcaption>${messages.saving.qrHint}</figcaption>
          </figure>`
        : nothing
    }`;
}

/** Saves the last day of the answer for a calendar. */
export function saveLastDay(receipt: ReceiptToSave, { messages: { saving } }: Saving): void {
  const { number, dueOn, submittedAt, about } = receipt;
  const content = calendarFile({
    id: number,
    day: dueOn,
    madeAt: Date.parse(submittedAt),
    title: saving.lastDay(about),
    text: saving.lastDayText(number),
  });
  saveFile({ content, name: `${number}.ics` });
}

/** Saves what the portal has signed as a file. */
export function saveSigned({ number, signed }: ReceiptToSave): void {
  if (signed !== undefined) saveFile({ content: receiptFile(signed), name: `${number}.json` });
}

/** Shows the QR code of a receipt in the last part of the box of its buttons. */
export function showQr({ signed }: ReceiptToSave, { portal, messages, box }: Saving): void {
  const place = box.lastElementChild;
  if (!portal || signed === undefined || !(place instanceof HTMLElement)) return;
  render(
    html`<figure>
      ${qrCode(receiptUrl(portal, signed), messages.saving.qr)}
      <figcaption class="small quiet">${messages.saving.qrHint}</figcaption>
    </figure>`,
    place,
  );
}
