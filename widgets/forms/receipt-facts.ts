import { html, nothing, type TemplateResult } from 'lit';

import type { Receipt } from '../contract/receipts/schemas.ts';
import type { Portal } from '../portal/context.ts';
import type { ReceiptMessages } from './form-messages.ts';

/** What a receipt has to be saved. */
export interface ReceiptToSave {
  number: string;
  code: string | undefined;
  /** What was sent: the title of the service. */
  about: string;
  /** The last day of the answer: `YYYY-MM-DD`, and as it is said. */
  dueOn: string;
  deadline: TemplateResult;
  submittedAt: string;
  /** What the portal has signed, and its signed form; absent where it signs nothing. */
  certified: Receipt | undefined;
  signed: string | undefined;
  nextSteps: TemplateResult | undefined;
}

type Facts = Pick<ReceiptToSave, 'certified' | 'submittedAt'>;

/** Who answers whom, and when it was sent: `now` is absent on paper. */
export function factsView(
  { certified, submittedAt }: Facts,
  { saving }: ReceiptMessages,
  { portal, now }: { portal: Portal | undefined; now?: number },
): TemplateResult {
  const timeZone = portal?.config.region.timeZone ?? 'UTC';
  const facts = [
    [saving.agency, certified?.agency],
    [saving.applicant, certified?.applicant],
  ] as const;
  return html`<p>${saving.sentAt(Date.parse(submittedAt), now, timeZone)}</p>
    ${facts.map(([name, fact]) => (fact ? html`<p><span class="quiet">${name}:</span> ${fact}</p>` : nothing))}`;
}

/** What happens next, and how the applicant is told. Only of what the portal has signed it is known. */
export const thenView = (
  { certified }: Facts,
  { saving }: ReceiptMessages,
): TemplateResult | typeof nothing =>
  certified
    ? html`<h3>${saving.whatThen}</h3>
        <ol class="then">
          ${[saving.toldBy(certified.toldBy), ...saving.then].map((sentence) => html`<li>${sentence}</li>`)}
        </ol>`
    : nothing;
