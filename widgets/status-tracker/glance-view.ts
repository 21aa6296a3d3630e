import { html, type TemplateResult } from 'lit';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import type { Messages } from './messages.ts';
import { stateWords } from './timeline-view.ts';

/** Whether the period does not run: the agency waits for the citizen, and the period has not ended yet. */
export const isPaused = ({ state, overdue }: ApplicationStatus): boolean => state === 'asked' && !overdue;

/** Says in a sentence or two where the case stands: who has it, and by when there will be an answer; after the end, the outcome. */
export function glanceView(status: ApplicationStatus, messages: Messages): TemplateResult {
  const { daysLeft, dueOn, agency, holder, outcome, overdue, state } = status;
  if (!daysLeft) {
    const { done, doneHint } = stateWords(state, status, messages);
    return html`<div class="when ${state}">
      <h3>${outcome?.title ?? done}</h3>
      <p>${outcome?.note ?? doneHint}</p>
    </div>`;
  }
  const who = holder?.role === 'specialist' ? holder.title : agency.title;
  if (isPaused(status))
    return html`<div class="when">
      <p><b>${messages.waitsForYou}</b></p>
      <p class="quiet">${messages.waits(who)}</p>
    </div>`;
  const left = messages.daysLeft(daysLeft);
  return html`<div class="when ${overdue ? 'late' : ''}">
    <p>
      ${daysLeft.value > 0 ? html`<b class="figure">${daysLeft.value}</b> <span>${left}</span>` : html`<b>${left}</b>`}
    </p>
    <p class="quiet">${messages.considers(who)} ${overdue ? messages.wasDue(dueOn) : messages.by(dueOn)}</p>
  </div>`;
}
