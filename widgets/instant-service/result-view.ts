import { html, nothing, type TemplateResult } from 'lit';

import type { InstantAnswer, InstantKind } from '../contract/instant/schemas.ts';
import { debtsView, type ResultOptions } from './debts-view.ts';
import type { Messages } from './messages.ts';

/** An answer of one kind, with its result. */
type ReadyAnswer<K extends InstantKind> = Extract<InstantAnswer, { kind: K }>['result'] & object;

/** Shows an answer: what it says, who has said it and when. An answer that the sandbox has invented says so first. */
export function resultView(
  answer: InstantAnswer,
  messages: Messages,
  options: ResultOptions,
): TemplateResult {
  const { kind, note, source, readyAt, requestedAt } = answer;
  return html`<div class="head">
      <h2 id="title" tabindex="-1" data-focus="receipt">${messages.answer[kind]}</h2>
      <p class="quiet small">${messages.source(source, readyAt ?? requestedAt, options.timeZone)}</p>
    </div>
    ${note === undefined ? nothing : html`<p class="note">${note}</p>`}
    ${detailsView(answer, messages, options)}`;
}

/** Shows what the device has found out about a file by itself. */
export const foundView = (found: 'changed' | 'none', messages: Messages): TemplateResult =>
  html`<div class="head">
      <h2 id="title" tabindex="-1" data-focus="receipt">${messages.answer.signatureCheck}</h2>
    </div>
    ${signatureView({ valid: false, reason: messages.signature[found] }, messages)}`;

function detailsView(answer: InstantAnswer, messages: Messages, options: ResultOptions) {
  if (!answer.result) return nothing;
  switch (answer.kind) {
    case 'fines':
    case 'taxDebt':
      return debtsView(answer.kind, answer.result, { messages, options });
    case 'pensionAccount':
      return pensionView(answer.result, messages);
    case 'enforcementProceedings':
      return proceedingsView(answer.result, messages);
    case 'signatureCheck':
      return signatureView(answer.result, messages);
  }
}

const pensionView = (
  { points, workYears, countedOn }: ReadyAnswer<'pensionAccount'>,
  { pension }: Messages,
) =>
  html`<dl class="facts">
      <dt>${pension.points}</dt>
      <dd><b>${pension.number(points)}</b></dd>
      <dt>${pension.workYears}</dt>
      <dd><b>${pension.years(workYears)}</b></dd>
    </dl>
    <p class="quiet small">${pension.countedOn(countedOn)}</p>`;

const proceedingsView = ({ items }: ReadyAnswer<'enforcementProceedings'>, messages: Messages) =>
  items.length
    ? html`<ul class="entries">
        ${items.map(
          ({ number, subject, amount, startedOn, department }) =>
            html`<li class="entry">
              <b>${subject}</b>
              <p class="quiet small">
                ${messages.proceedings.number(number)}, ${messages.proceedings.startedOn(startedOn)}
              </p>
              <p class="amount">${messages.money(amount)}</p>
              <p>${department}</p>
            </li>`,
        )}
      </ul>`
    : html`<p class="tick">${messages.none.enforcementProceedings}</p>`;

/** Whether a signature is valid, in words: who has signed, or what is wrong. The file stays on the device where no `upload` was sent. */
const signatureView = ({ valid, signer, reason }: ReadyAnswer<'signatureCheck'>, { signature }: Messages) =>
  html`<p class=${valid ? 'tick' : ''}><b>${valid ? signature.valid : signature.invalid}</b></p>
    ${signer === undefined ? nothing : html`<p>${signature.signer(signer)}</p>`}
    ${reason === undefined ? nothing : html`<p>${reason}</p>`}`;
