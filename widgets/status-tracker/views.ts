import { html, nothing, type LitElement, type TemplateResult } from 'lit';

import type { ApplicationStatus } from '../contract/applications/schemas.ts';
import type { CaseAction } from '../portal/case-events.ts';
import { addStyles } from '../styles/add-styles.ts';
import type { Messages, StateMessages } from './messages.ts';
import { statusStyles } from './status.styles.ts';

/** What the tracker shows around a status, and what its buttons do. */
interface StatusOptions {
  host: LitElement;
  /** IANA name of the region's time zone. */
  timeZone: string;
  notice: TemplateResult | typeof nothing;
  isLoading: boolean;
  /** When the citizen has refreshed the status, in milliseconds since 1970. */
  refreshedAt: number | undefined;
  onAction: (action: CaseAction) => void;
  onRefresh: () => void;
  onAnother: () => void;
}

/** Shows the status of an application: deadline, what the citizen can do, timeline, whom to ask. */
export function statusView(
  status: ApplicationStatus,
  messages: Messages,
  options: StatusOptions,
): TemplateResult {
  const { host, timeZone, notice, isLoading, refreshedAt, onRefresh, onAnother } = options;
  addStyles(host, statusStyles);
  return html`<section class="frame" aria-labelledby="title">
    <h2 id="title" tabindex="-1" data-focus="status">
      ${status.service.short} <span class="number">${messages.numbered(status.number)}</span>
    </h2>
    ${notice} ${deadlineView(status, messages)} ${actionView(status, messages, options)}
    ${timelineView(status, messages, timeZone)} ${helpView(status, messages)}
    <div class="go">
      <button class="button second" type="button" aria-disabled=${isLoading} @click=${onRefresh}>
        ${isLoading ? messages.reading : messages.refresh}
      </button>
      <button class="link" type="button" @click=${onAnother}>${messages.another}</button>
      <span class="small quiet" role="status"
        >${refreshedAt && messages.refreshed(refreshedAt, timeZone)}</span
      >
    </div>
  </section>`;
}

/** Offers what the citizen can do about the case: complain when it is late or refused, rate when the result is ready. */
function actionView(status: ApplicationStatus, messages: Messages, { onAction }: StatusOptions) {
  const offerView = (action: 'complain' | 'rate', kind: string, hint: string) =>
    html`<div class="ask ${kind}">
      <p>${hint}</p>
      <button
        class="button"
        type="button"
        @click=${() => {
          onAction(action);
        }}
      >
        ${messages[action]}
      </button>
    </div>`;
  if (status.overdue) return offerView('complain', 'note', messages.overdue);
  if (status.state === 'refused') return offerView('complain', 'quiet', messages.refused);
  if (status.state === 'ready') return status.rated ? nothing : offerView('rate', '', messages.rateHint);
  return nothing;
}

/** The words for a state. One of a newer portal has only the title that the portal gives it. */
function wordsOf(messages: Messages, { titles }: ApplicationStatus, state: string): StateMessages {
  const title = titles?.[state] ?? state;
  const known: Partial<Record<string, StateMessages>> = messages.states;
  return known[state] ?? { done: title, doneHint: '', next: title, nextHint: '' };
}

/** Whether the period does not run: the agency waits for the citizen, and the period has not ended yet. */
const isPaused = ({ state, overdue }: ApplicationStatus) => state === 'asked' && !overdue;

/** Shows how many days are left; after the end, the outcome. */
function deadlineView(status: ApplicationStatus, messages: Messages): TemplateResult {
  const { daysLeft, dueOn, agency, outcome, overdue } = status;
  if (!daysLeft)
    return html`<div class="when ${status.state}">
      <h3>${outcome?.title ?? wordsOf(messages, status, status.state).done}</h3>
      <p>${outcome?.note ?? wordsOf(messages, status, status.state).doneHint}</p>
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
function timelineView(status: ApplicationStatus, messages: Messages, timeZone: string): TemplateResult {
  const ended = !status.daysLeft;
  const last = status.history.length - 1;
  return html`<ol class="line" aria-label=${messages.progress}>
    ${status.history.map(({ state, at, note }, i, history) => {
      const isNow = i === last && !ended;
      // asked after X, then X again: the citizen has answered, and the case goes on.
      const isBack = history[i - 1]?.state === 'asked' && history[i - 2]?.state === state;
      const { done, doneHint } = wordsOf(messages, status, state);
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
      const { next, nextHint } = wordsOf(messages, status, state);
      return html`<li class="next">
        <p>${next}<span class="hidden">, ${messages.ahead}</span><small>${nextHint}</small></p>
        ${by === undefined ? nothing : html`<time class="at" datetime=${by}>${messages.until(by)}</time>`}
      </li>`;
    })}
  </ol>`;
}

/** Shows whom to ask, and what the citizen can do when the answer is late. */
const helpView = (status: ApplicationStatus, messages: Messages) => {
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
