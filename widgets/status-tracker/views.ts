import { html, nothing, type TemplateResult } from 'lit';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import type { Messages } from './messages.ts';

/** Whether the period does not run: the agency waits for the citizen, and the period has not ended yet. */
const isPaused = ({ state, overdue }: ApplicationStatus) => state === 'asked' && !overdue;

/** Shows how many days are left; after the end, the outcome. */
export function deadlineView(status: ApplicationStatus, messages: Messages): TemplateResult {
  const { daysLeft, dueOn, agency, outcome, overdue } = status;
  if (!daysLeft)
    return html`<div class="when ${status.state}">
      <h3>${outcome?.title ?? messages.states[status.state].done}</h3>
      <p>${outcome?.note ?? messages.states[status.state].doneHint}</p>
    </div>`;
  const left = messages.daysLeft(daysLeft);
  return html`<div class="when ${overdue ? 'late' : ''}">
    <p>
      ${daysLeft.value > 0 ? html`<b class="figure">${daysLeft.value}</b> <span>${left}</span>` : html`<b>${left}</b>`}
    </p>
    <p class="quiet">
      ${isPaused(status) ? messages.waits : overdue ? messages.wasDue(dueOn) : messages.by(dueOn)} ·
      ${messages.considers(agency.title)}
    </p>
  </div>`;
}

/** Shows the timeline: states of the past, the present state, states to come. Each line says in words too which of them it is. */
// eslint-disable-next-line max-lines-per-function -- markup: the lines of one list
export function timelineView(
  status: ApplicationStatus,
  messages: Messages,
  timeZone: string,
): TemplateResult {
  const ended = !status.daysLeft;
  const last = status.history.length - 1;
  return html`<ol class="line" aria-label=${messages.progress}>
    ${status.history.map(({ state, at, note }, i, history) => {
      const isNow = i === last && !ended;
      // asked after X, then X again: the citizen has answered, and the case goes on.
      const isBack = history[i - 1]?.state === 'asked' && history[i - 2]?.state === state;
      const { done, doneHint } = messages.states[state];
      return html`<li class=${isNow ? 'now' : 'past'} aria-current=${isNow ? 'step' : nothing}>
        <p>
          <b>${isBack ? messages.resumed : done}</b
          >${isNow ? nothing : html`<span class="hidden">, ${messages.done}</span>`}${i === last && ended ? nothing : html`<small>${note ?? doneHint}</small>`}
        </p>
        <span class="at"
          >${isNow ? html`<b>${messages.now}</b> · ` : nothing}<time datetime=${at}
            >${messages.moment(at, timeZone)}</time
          ></span
        >
      </li>`;
    })}
    ${status.next.map(({ state, by }) => {
      const { next, nextHint } = messages.states[state];
      return html`<li class="next">
        <p>${next}<span class="hidden">, ${messages.ahead}</span><small>${nextHint}</small></p>
        ${by === undefined ? nothing : html`<time class="at" datetime=${by}>${messages.until(by)}</time>`}
      </li>`;
    })}
  </ol>`;
}

/** Shows whom to ask, and what the citizen can do when the answer is late. */
export const helpView = (status: ApplicationStatus, messages: Messages) => {
  const { agency, daysLeft, overdue, dueOn } = status;
  return html`${daysLeft && !overdue && !isPaused(status) ? html`<p class="small quiet">${messages.ifOverdue(dueOn)}</p>` : nothing}
  ${
    agency.phone === undefined
      ? nothing
      : html`<p class="small quiet">
          ${messages.questions} <a href="tel:${agency.phone.replace(/[^\d+]/g, '')}">${agency.phone}</a>
        </p>`
  }`;
};
